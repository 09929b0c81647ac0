// live.js: makes the cells of a page live, over one kernel.
import { type Carried, Kernel } from "../../kernel/client";
import type { Bets } from "../bets/bets";
import { carriedText, isExported, scriptAddress } from "../carried";
import { element } from "../element";
import { button, Cell } from "./cell";
import { download } from "./download";
import { fileButton } from "./file";
import { Queue } from "./queue";
import { copyLink, openLink, wouldLose } from "./share";

const words = { none: "Kernel not started", starting: "Kernel starting…", idle: "Ready", busy: "Running…" } as const;

/** The kernel of an exported page. */
async function carriedKernel(root: URL): Promise<Carried> {
  const [kernel, thread, pack] = await Promise.all([
    scriptAddress("kernel/kernel.js", root),
    carriedText("kernel/thread.js"),
    carriedText("kernel/pack.json"),
  ]);
  return { kernel, thread: thread as string, pack: JSON.parse(pack as string) };
}

export interface Page {
  readonly root: URL;
  readonly bets: Bets;
  /** Id of the cell to write in. */
  readonly first?: string | undefined;
}

export async function begin({ root, bets, first }: Page): Promise<void> {
  const tools = document.querySelector<HTMLElement>(".tools") as HTMLElement;
  const state = element("span", { className: "state" });
  state.setAttribute("role", "status");
  const onState = (now: keyof typeof words) => {
    state.textContent = words[now];
    tools.dataset.state = now;
  };
  const kernel = new Kernel(
    new URL("kernel/", root).href,
    onState,
    isExported() ? () => carriedKernel(root) : undefined,
  );
  const nodes = [...document.querySelectorAll<HTMLElement>("section.cell")];
  const run = (cell: Cell, goesOn: boolean) => {
    queue.run(cell);
    if (goesOn) cells[cells.indexOf(cell) + 1]?.focus();
  };
  const prepare = (cell: Cell) => queue.prepare(cell);
  const cells = nodes.map((node, i) => new Cell({ node, number: i + 1, kernel, root, bets, run, prepare }));
  const uncover = ({ node }: Cell) => bets.uncover(node.querySelector(".outputs") as HTMLElement);
  const queue = new Queue(cells, uncover);

  const add = (text: string, title: string, onClick: () => void) => tools.append(button(text, title, onClick));
  tools.replaceChildren();
  add("Run all", "Run all cells from the top", () => queue.add(cells));
  add("Stop", "Stop the cell that runs", () => void kernel.interrupt());
  add("Download", "This page as a notebook for Jupyter, with your changes", () => {
    void download(tools.dataset.notebook ?? "", cells).catch((error: Error) => {
      state.textContent = error.message;
    });
  });
  add("Copy link", "A link to this page with your changes, which it carries in its address", async () => {
    state.textContent = await copyLink(cells);
  });
  tools.append(fileButton(kernel, state), state);
  document.body.classList.add("is-live");
  addEventListener("beforeunload", (event) => {
    if (wouldLose(cells)) event.preventDefault();
  });

  const linked = await openLink(cells);
  // What it has brought is to be read.
  for (const cell of cells) if (cell.isEdited) uncover(cell);
  bets.goLive((question, guess, at, isNew) => {
    const cell = cells.find(({ node }) => node.contains(at));
    if (cell?.writeGuess(question, guess) && isNew) queue.run(cell);
  });
  const chosen = cells.find(({ id }) => id === first);
  if (chosen?.preparation) {
    chosen.focusAnswer();
    queue.prepare(chosen);
  } else chosen?.focus();
  // Started at once, so that it is ready when the first cell is run; what a link has brought is to be read first.
  if (!linked)
    kernel.start().catch((error: Error) => {
      state.textContent = error.message;
    });
}
