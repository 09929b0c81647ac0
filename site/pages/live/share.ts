// Edited cells in the address: written by "Copy link", read when a page is opened by such a link.
import { element } from "../element";
import { button, type Cell } from "./cell";
import { type Edits, editsIn, hashOf, longest } from "./link";

const editsOf = (cells: readonly Cell[]): Edits =>
  Object.fromEntries(cells.filter(({ isEdited }) => isEdited).map(({ id, text }) => [id, text]));

const pageAddress = () => location.href.replace(/#.*$/, "");

/** Edits that the address of the page carries, as they stand there. */
let kept = "{}";

/** Whether leaving the page would lose changes. */
export const wouldLose = (cells: readonly Cell[]): boolean => {
  const edits = JSON.stringify(editsOf(cells));
  return edits !== "{}" && edits !== kept;
};

/** Puts the changes into the address, and copies it. @returns what to say */
export async function copyLink(cells: readonly Cell[]): Promise<string> {
  const edits = editsOf(cells);
  const hash = await hashOf(edits);
  const address = pageAddress() + hash;
  if (address.length > longest)
    return `Too long for a link (${address.length} letters, of ${longest}): use “Download”.`;
  history.replaceState(null, "", address);
  kept = JSON.stringify(edits);
  const what = hash === "" ? "The page's link" : "The link, with your changes,";
  try {
    await navigator.clipboard.writeText(address);
    return `${what} is copied`;
  } catch {
    return `${what} stands in the address bar`;
  }
}

/** Shows the changes that the address carries; nothing is run. @returns whether there were any */
export async function openLink(cells: readonly Cell[]): Promise<boolean> {
  const notice = element("div", { className: "notice" });
  notice.setAttribute("role", "status");
  const say = (text: string) => {
    document.querySelector("main")?.prepend(notice);
    notice.append(text);
  };
  let edits: Edits | undefined;
  try {
    edits = await editsIn(location.hash);
  } catch {
    say("The changes in this link cannot be read: part of it may be missing. This is the course's text.");
    return false;
  }
  if (edits === undefined) return false;
  for (const cell of cells) {
    const text = edits[cell.id];
    if (text !== undefined) cell.text = text;
  }
  kept = JSON.stringify(editsOf(cells));
  const edited = cells.filter(({ isEdited }) => isEdited);
  const gone = Object.keys(edits).filter((id) => !cells.some((cell) => cell.id === id)).length;
  const lost = gone === 0 ? "" : ` ${gone} more ${gone === 1 ? "is" : "are"} of cells that this page no longer has.`;
  const numbers = edited.map(({ number }) => number).join(", ");
  say(
    `This link carries somebody's changes of ${edited.length === 1 ? "cell" : "cells"} ${numbers || "none"}, marked below. Nothing has been run: read them first.${lost} `,
  );
  const [first] = edited;
  if (first)
    notice.append(
      button("To the first", "The first cell that was changed", () => first.focus()),
      button("The course's text everywhere", "Undo all changes of this page", () => {
        for (const cell of edited) cell.restore();
        history.replaceState(null, "", pageAddress());
        notice.textContent = "This is the course's text.";
      }),
    );
  return first !== undefined;
}
