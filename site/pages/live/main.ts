// live.js: makes the cells of a page live, over one kernel.
import { type Carried, Kernel } from "../../kernel/client";
import { carriedText, isExported, scriptAddress } from "../carried";
import { Cell } from "./cell";
import { download } from "./download";
import { fileButton } from "./file";

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

/** @param first id of the cell to write in */
export function begin(root: URL, first?: string): void {
  const tools = document.querySelector<HTMLElement>(".tools") as HTMLElement;
  const state = Object.assign(document.createElement("span"), { className: "state" });
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
  let running = false;
  /** What is still to run; a click on another cell meanwhile adds to it. */
  const queue: Cell[] = [];

  async function work(): Promise<void> {
    if (running) return;
    running = true;
    for (let cell = queue.shift(); cell; cell = queue.shift()) {
      let outcome = { ok: false, lost: false };
      try {
        outcome = await cell.run();
      } catch (error) {
        cell.state = "failed";
        cell.say(error instanceof Error ? error.message : String(error));
      }
      if (outcome.lost) forgetNames(cell);
      if (!outcome.ok) for (const each of queue.splice(0)) each.state = "not run";
    }
    running = false;
  }

  /** A new kernel knows no names. */
  function forgetNames(at: Cell): void {
    for (const each of cells) if (each.state === "ran") each.state = "not run";
    const above = cells.slice(0, cells.indexOf(at));
    at.offer("Run the cells above again", "They make the names anew", () => enqueue(above));
  }

  function enqueue(wanted: readonly Cell[]): void {
    for (const cell of wanted) {
      if (queue.includes(cell) || cell.state === "running") continue;
      cell.state = "waiting";
      queue.push(cell);
    }
    void work();
  }

  /** A cell, after those above whose names it may need. */
  function run(cell: Cell, goesOn: boolean): void {
    const at = cells.indexOf(cell);
    enqueue([...cells.slice(0, at).filter((above) => above.state !== "ran"), cell]);
    if (goesOn) cells[at + 1]?.focus();
  }

  const nodes = [...document.querySelectorAll<HTMLElement>("section.cell")];
  const cells: Cell[] = nodes.map((node, i) => new Cell(node, i + 1, kernel, root, run));

  const add = (text: string, title: string, onClick: () => void) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text, title });
    made.addEventListener("click", onClick);
    tools.append(made);
  };
  tools.replaceChildren();
  add("Run all", "Run all cells from the top", () => enqueue(cells));
  add("Stop", "Stop the cell that runs", () => void kernel.interrupt());
  add("Download", "This page as a notebook for Jupyter, with your changes", () => {
    void download(tools.dataset.notebook ?? "", cells).catch((error: Error) => {
      state.textContent = error.message;
    });
  });
  tools.append(fileButton(kernel, state), state);
  document.body.classList.add("is-live");
  cells.find(({ id }) => id === first)?.focus();
  addEventListener("beforeunload", (event) => {
    if (cells.some((cell) => cell.isEdited)) event.preventDefault();
  });
  // Started at once, so that it is ready when the first cell is run.
  kernel.start().catch((error: Error) => {
    state.textContent = error.message;
  });
}
