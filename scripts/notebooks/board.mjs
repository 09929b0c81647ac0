// What a person sees while notebooks run: on a terminal a live bar under the finished lines, elsewhere plain lines.
// (listr2 draws such lists too, but of tasks that it starts itself, with a tree of dependencies for these lines.)

/** @typedef {{ name: string, cell: number, cells: number, since: number }} Running */

const width = 20;
const seconds = (/** @type {number} */ since) => `${Math.round((Date.now() - since) / 1000)} s`;

export class Board {
  /** @type {Map<string, Running>} */
  #running = new Map();
  #finished = 0;
  #total;
  #out;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /**
   * @param {number} total notebooks to run
   * @param {NodeJS.WriteStream} [out]
   */
  constructor(total, out = process.stdout) {
    this.#total = total;
    this.#out = out;
    if (out.isTTY) this.#timer = setInterval(() => this.#draw(), 250);
  }

  start(/** @type {string} */ name, /** @type {number} */ cells) {
    this.#running.set(name, { name, cell: 0, cells, since: Date.now() });
    if (!this.#out.isTTY) this.#out.write(`  ${name} ...\n`);
    this.#draw();
  }

  /** The notebook is at this cell, counted from 1. */
  at(/** @type {string} */ name, /** @type {number} */ cell) {
    const running = this.#running.get(name);
    if (running !== undefined) running.cell = cell;
    this.#draw();
  }

  finish(/** @type {string} */ name, /** @type {"✓" | "✗"} */ mark, /** @type {string} */ detail) {
    const since = this.#running.get(name)?.since ?? Date.now();
    this.#running.delete(name);
    this.#finished += 1;
    this.#clear();
    this.#out.write(`${mark} ${name} (${seconds(since)})${detail && `: ${detail}`}\n`);
    this.#draw();
  }

  close() {
    clearInterval(this.#timer);
    this.#clear();
  }

  #clear() {
    if (this.#out.isTTY) this.#out.write("\r\x1b[K");
  }

  #draw() {
    if (!this.#out.isTTY) return;
    const running = [...this.#running.values()];
    // A notebook counts by its cells, so that the bar moves while one runs.
    const partly = running.reduce((sum, { cell, cells }) => sum + Math.max(0, cell - 1) / Math.max(1, cells), 0);
    const filled = Math.round((width * (this.#finished + partly)) / this.#total);
    const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)} ${this.#finished}/${this.#total}`;
    const where = running.map(({ name, cell, cells, since }) => `${name} cell ${cell}/${cells}, ${seconds(since)}`);
    this.#clear();
    this.#out.write(`${bar}  ${where.join(" · ")}`.slice(0, (this.#out.columns ?? 80) - 1));
  }
}
