// A board of spins on a canvas, in the colours of the page's theme.

const channels = (colour: string) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
};

/** Colours that the theme gives a board, read when it changes and not at every frame. */
export function themeColours(board: HTMLCanvasElement) {
  const { color, backgroundColor } = getComputedStyle(board);
  return { up: channels(color), down: channels(backgroundColor) };
}

/** One pixel per spin; the page's style makes it large. */
export function drawBoard(
  canvas: HTMLCanvasElement,
  spins: ArrayLike<number>,
  size: number,
  colours: ReturnType<typeof themeColours>,
): void {
  if (canvas.width !== size) canvas.width = canvas.height = size;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const image = context.createImageData(size, size);
  for (let i = 0; i < spins.length; i++) image.data.set((spins[i] as number) > 0 ? colours.up : colours.down, 4 * i);
  context.putImageData(image, 0, 0);
}
