// The order in which cells run.
import type { Cell } from "./cell";

export class Queue {
  private running = false;
  /** What is still to run; a click on another cell meanwhile adds to it. */
  private readonly waiting: Cell[] = [];

  /**
   * @param cells in the order of the page
   * @param uncover shows the outputs of a cell that a bet has kept covered
   */
  constructor(
    private readonly cells: readonly Cell[],
    private readonly uncover: (cell: Cell) => void,
  ) {}

  add(wanted: readonly Cell[]): void {
    for (const cell of wanted) {
      if (this.waiting.includes(cell) || cell.state === "running") continue;
      cell.state = "waiting";
      this.waiting.push(cell);
    }
    void this.work();
  }

  /** A cell, after those above whose names it may need. */
  run(cell: Cell): void {
    this.uncover(cell);
    this.add([...this.left(cell), cell]);
  }

  /** The cells above an exercise, while its answer is being written. */
  prepare(cell: Cell): void {
    const left = this.left(cell);
    cell.preparation?.begin(left.length);
    this.add(left);
  }

  /** Cells above that have not run. */
  private left(cell: Cell): Cell[] {
    return this.cells.slice(0, this.cells.indexOf(cell)).filter(({ state }) => state !== "ran");
  }

  private async work(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let cell = this.waiting.shift(); cell; cell = this.waiting.shift()) {
      let outcome = { ok: false, lost: false };
      try {
        outcome = await cell.run();
      } catch (error) {
        cell.state = "failed";
        cell.say(error instanceof Error ? error.message : String(error));
      }
      if (outcome.lost) this.forgetNames(cell);
      if (!outcome.ok) this.stop(cell);
      for (const each of this.cells) each.preparation?.update(this.left(each).length);
    }
    this.running = false;
  }

  private stop(at: Cell): void {
    this.uncover(at);
    for (const each of this.waiting.splice(0)) each.state = "not run";
    for (const each of this.cells) each.preparation?.fail();
  }

  /** A new kernel knows no names. */
  private forgetNames(at: Cell): void {
    for (const each of this.cells) if (each.state === "ran") each.state = "not run";
    const above = this.cells.slice(0, this.cells.indexOf(at));
    at.offer("Run the cells above again", "They make the names anew", () => this.add(above));
  }
}
