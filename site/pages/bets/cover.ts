// What waits for a bet: a cell's outputs, and what the text says of them.
import { element } from "../element";
import { reachScrollers } from "../scrollers";

export interface Cover {
  readonly questions: readonly string[];
  /** What stands in its place; undefined where the cover before it stands for both. */
  readonly box: HTMLElement | undefined;
  /** Cells whose code waits too. */
  readonly cells: readonly HTMLElement[];
  readonly hidden: readonly HTMLElement[];
}

/** The part of a text before its first heading, and whether one follows. */
function beforeHeading(text: HTMLElement): { part: HTMLElement | undefined; ends: boolean } {
  const children = [...text.children];
  const at = children.findIndex((child) => child.matches("h1, h2"));
  if (at < 0) return { part: text, ends: false };
  if (at === 0) return { part: undefined, ends: true };
  const part = element("div");
  text.prepend(part);
  part.append(...children.slice(0, at));
  return { part, ends: true };
}

/**
 * Covers the outputs of cells, each with what follows it up to the next cell with a cover of its own, the next bet, or the end of
 * the section: a text reads the figure above it.
 * @param cells of the page, in order @param questions for each, those that it waits for @param asks whether a cell asks a bet
 * @param boxOf made where a cover is to be seen; outputs: those that its button shows
 */
export function coversOf(
  cells: readonly HTMLElement[],
  questions: readonly (readonly string[])[],
  asks: (cell: HTMLElement) => boolean,
  boxOf: (questions: readonly string[], outputs: HTMLElement) => HTMLElement,
): Cover[] {
  const outputsOf = (cell: HTMLElement) => cell.querySelector<HTMLElement>(".outputs");
  const waiting = new Map(cells.map((cell, i) => [cell, questions[i] ?? []]));
  /** A cell right before which the cover of these questions ends. */
  let next: { readonly cell: Element | null; readonly questions: string } | undefined;
  return cells.flatMap((cell, i) => {
    const own = questions[i] ?? [];
    const outputs = outputsOf(cell);
    if (own.length === 0 || outputs === null) return [];
    const hidden = [outputs];
    const covered = [cell];
    let at = cell.nextElementSibling;
    for (; at instanceof HTMLElement; at = at.nextElementSibling) {
      if (at.matches("section.text")) {
        const { part, ends } = beforeHeading(at);
        if (part) hidden.push(part);
        if (ends) break;
      } else if (at.matches("section.cell") && !asks(at) && waiting.get(at)?.length === 0) {
        const more = outputsOf(at);
        if (more) hidden.push(more);
        covered.push(at);
      } else break;
    }
    const key = JSON.stringify(own);
    const box = next?.cell === cell && next.questions === key ? undefined : boxOf(own, outputs);
    next = { cell: at, questions: key };
    if (box) outputs.before(box);
    for (const node of covered) node.classList.add("covered");
    for (const node of hidden) node.setAttribute("hidden", "until-found");
    return [{ questions: own, box, cells: covered, hidden }];
  });
}

export function takeAway({ box, cells, hidden }: Cover): void {
  box?.remove();
  for (const cell of cells) cell.classList.remove("covered");
  for (const node of hidden) {
    node.removeAttribute("hidden");
    // What scrolls was not known while it was not laid out.
    reachScrollers(node.parentElement ?? node);
  }
}
