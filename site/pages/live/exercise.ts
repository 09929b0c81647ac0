// Exercises: where the answer belongs, and how far the cells are that it needs.
import { element } from "../element";

/** The placeholder of an exercise's answer, to be written over. */
export function placeholder(code: string): { from: number; to: number } | undefined {
  const match = /=\s*(NaN|"")(?![\w.])/.exec(code);
  return match === null
    ? undefined
    : { from: match.index + match[0].length - (match[1]?.length ?? 0), to: match.index + match[0].length };
}

/** How far the cells above an exercise are. */
export class Preparation {
  readonly node = element("span", { className: "preparation" });
  private readonly count = element("span");
  private readonly said = element("span");
  private all = 0;

  constructor() {
    // Said when it begins and ends; the count between is for the eye.
    this.said.setAttribute("role", "status");
    this.count.setAttribute("aria-hidden", "true");
    this.node.append(this.said, " ", this.count);
  }

  /** @param left cells above that have not run */
  begin(left: number): void {
    this.all = left;
    if (left === 0) return;
    this.said.textContent = "Running the cells above, which it needs.";
    this.update(left);
  }

  update(left: number): void {
    if (this.all === 0) return;
    this.count.textContent = left === 0 ? "" : `${this.all - left} of ${this.all}`;
    if (left > 0) return;
    this.all = 0;
    this.said.textContent = "Ready for your answer.";
  }

  fail(): void {
    if (this.all === 0) return;
    this.all = 0;
    this.count.textContent = "";
    this.said.textContent = "A cell above has stopped: see there.";
  }

  clear(): void {
    if (this.all === 0) this.said.textContent = "";
  }
}
