// One sentence for those who cannot see: said when the reader's hand rests, and not at every frame.

/** Milliseconds of rest. */
const rest = 500;

/** @param node with aria-live */
export function sayIn(node: HTMLElement): (sentence: () => string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (sentence) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const text = sentence();
      if (node.textContent !== text) node.textContent = text;
    }, rest);
  };
}
