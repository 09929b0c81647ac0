// Points that a hand moves up and down: by pointer, or by the keys of a slider. Tab reaches the row once; left and right go along it.
const svg = "http://www.w3.org/2000/svg";
/** Pixels from a point at which it can be taken; a finger is wide. */
const reach = 26;

export interface Handle {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** What it is called, and what its value is called. */
  readonly name: string;
  readonly text: string;
  readonly kind: string;
}

export interface HandleOptions {
  readonly min: number;
  readonly max: number;
  /** The value at a height in pixels. */
  valueAt(y: number): number;
  onMove(index: number, value: number): void;
}

/** @returns shows as many handles as are given; the one that has the focus keeps it */
export function handlesIn(group: SVGGElement, options: HandleOptions): (handles: readonly Handle[]) => void {
  let shown: readonly Handle[] = [];
  let current = 0;
  let held: number | undefined;
  const nodes = () => [...group.children] as SVGGElement[];
  const move = (index: number, value: number) =>
    options.onMove(index, Math.max(options.min, Math.min(options.max, Math.round(value * 10) / 10)));
  const choose = (index: number, focus: boolean) => {
    current = Math.max(0, Math.min(shown.length - 1, index));
    for (const [i, node] of nodes().entries()) node.setAttribute("tabindex", i === current ? "0" : "-1");
    if (focus) nodes()[current]?.focus();
  };

  function make(): SVGGElement {
    const node = document.createElementNS(svg, "g");
    node.setAttribute("role", "slider");
    node.setAttribute("aria-orientation", "vertical");
    node.setAttribute("aria-valuemin", String(options.min));
    node.setAttribute("aria-valuemax", String(options.max));
    node.innerHTML = '<circle class="reach" r="14"/><circle class="ring" r="9"/><circle r="4.5"/>';
    return node;
  }

  group.addEventListener("keydown", (event) => {
    const at = shown[current];
    if (at === undefined) return;
    const far = event.shiftKey ? 5 : 1;
    const keys: Record<string, () => void> = {
      ArrowUp: () => move(current, at.value + far),
      ArrowDown: () => move(current, at.value - far),
      PageUp: () => move(current, at.value + 10),
      PageDown: () => move(current, at.value - 10),
      Home: () => move(current, options.min),
      End: () => move(current, options.max),
      ArrowLeft: () => choose(current - 1, true),
      ArrowRight: () => choose(current + 1, true),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  const height = (event: PointerEvent) => event.clientY - (group.ownerSVGElement?.getBoundingClientRect().top ?? 0);
  group.addEventListener("pointerdown", (event) => {
    const left = group.ownerSVGElement?.getBoundingClientRect().left ?? 0;
    const away = shown.map(({ x, y }) => Math.hypot(x - (event.clientX - left), y - height(event)));
    const nearest = away.indexOf(Math.min(...away));
    if (!((away[nearest] as number) < reach)) return;
    event.preventDefault();
    held = nearest;
    group.setPointerCapture(event.pointerId);
    choose(nearest, true);
  });
  group.addEventListener("pointermove", (event) => {
    if (held !== undefined) move(held, options.valueAt(height(event)));
  });
  for (const end of ["pointerup", "pointercancel"]) group.addEventListener(end, () => (held = undefined));

  return (handles) => {
    shown = handles;
    // Where points are many they are small: each must be seen.
    const gap = handles.length > 1 ? Math.abs((handles[1] as Handle).x - (handles[0] as Handle).x) : 10;
    const radius = Math.max(2.2, Math.min(4.5, 0.6 * gap));
    while (group.children.length > handles.length) group.lastElementChild?.remove();
    while (group.children.length < handles.length) group.append(make());
    for (const [i, node] of nodes().entries()) {
      const { x, y, value, name, text, kind } = handles[i] as Handle;
      node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      node.setAttribute("class", `handle ${kind}`);
      node.setAttribute("aria-label", name);
      node.setAttribute("aria-valuenow", String(value));
      node.setAttribute("aria-valuetext", text);
      node.lastElementChild?.setAttribute("r", radius.toFixed(1));
    }
    choose(current, false);
  };
}
