/** What may be wider than its place. */
const selector = ".outputs, .outputs pre, .katex-display, .wide, .figure, .text pre, .source > pre";

/** Lets keys reach what scrolls sideways, and passes over what does not. */
export function reachScrollers(within: ParentNode = document): void {
  for (const node of within.querySelectorAll<HTMLElement>(selector)) {
    if (node.scrollWidth > node.clientWidth) node.tabIndex = 0;
  }
}
