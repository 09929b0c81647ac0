// A live cell: editor, outputs, and the buttons beside them.
import type { EditorView } from "@codemirror/view";
import type { Kernel } from "../../kernel/client";
import type { Bets } from "../bets/bets";
import { element } from "../element";
import { reachScrollers } from "../scrollers";
import { createEditor } from "./editor";
import { Preparation, placeholder } from "./exercise";
import { Outputs } from "./outputs";
import { guessChange } from "./writeGuess";

type State = "not run" | "waiting" | "running" | "ran" | "failed";

const signs: Record<State, string> = { "not run": "", waiting: "…", running: "●", ran: "✓", failed: "✗" };

export const button = (text: string, title: string, onClick: () => void): HTMLButtonElement => {
  const made = element("button", { type: "button", textContent: text, title });
  made.addEventListener("click", onClick);
  return made;
};

export interface CellOptions {
  readonly node: HTMLElement;
  readonly number: number;
  readonly kernel: Kernel;
  readonly root: URL;
  readonly bets: Bets;
  run(cell: Cell, goesOn: boolean): void;
  /** Told of the first change of an exercise. */
  prepare(cell: Cell): void;
}

export class Cell {
  readonly node: HTMLElement;
  readonly number: number;
  /** How far the cells are that an exercise needs; undefined for another cell. */
  readonly preparation: Preparation | undefined;
  private readonly kernel: Kernel;
  private readonly bets: Bets;
  private readonly editor: EditorView;
  private readonly outputs: Outputs;
  private readonly back: HTMLButtonElement;
  private readonly sign = element("span", { className: "sign" });
  private readonly course: string;
  private current: State = "not run";

  constructor({ node, number, kernel, root, bets, run, prepare }: CellOptions) {
    this.node = node;
    this.number = number;
    this.kernel = kernel;
    this.bets = bets;
    const source = node.querySelector<HTMLElement>(".source") as HTMLElement;
    this.course = source.textContent ?? "";
    const outputs = node.querySelector<HTMLElement>(".outputs") as HTMLElement;
    this.outputs = new Outputs(outputs, root, (within) => bets.dress(within));
    this.preparation = node.classList.contains("exercise") ? new Preparation() : undefined;
    source.replaceChildren();
    let untouched = true;
    this.editor = createEditor({
      ...{ parent: source, text: this.course, label: this.preparation ? `Exercise, cell ${number}` : `Cell ${number}` },
      kernel,
      onRun: (goesOn) => run(this, goesOn),
      onChange: (byHand) => {
        this.mark();
        if (!byHand) return;
        if (this.preparation && untouched) prepare(this);
        untouched = false;
      },
    });
    this.back = button("Back to the course's text", "Undo all changes of this cell", () => this.restore());
    this.back.hidden = true;
    const tools = element("div", { className: "cell-tools" });
    const what = this.preparation ? "Check my answer" : "▶ Run";
    const title = "Run this cell, and those above that have not run (Shift+Enter)";
    tools.append(
      button(what, title, () => run(this, false)),
      ...[this.back, this.sign],
    );
    if (this.preparation) tools.append(this.preparation.node);
    source.after(tools);
  }

  get id(): string {
    return this.node.dataset.id ?? "";
  }

  get text(): string {
    return this.editor.state.doc.toString();
  }

  set text(text: string) {
    this.editor.dispatch({ changes: { from: 0, to: this.editor.state.doc.length, insert: text } });
  }

  get isEdited(): boolean {
    return this.text !== this.course;
  }

  get state(): State {
    return this.current;
  }

  set state(state: State) {
    this.current = state;
    this.node.dataset.state = state;
    this.sign.textContent = signs[state];
    this.sign.title = state;
  }

  focus(): void {
    if (this.bets.focusCover(this.node)) return;
    this.editor.focus();
    this.node.scrollIntoView({ block: "nearest" });
  }

  /** Ready to be written over, where an exercise waits for its answer. */
  focusAnswer(): void {
    this.focus();
    const place = placeholder(this.text);
    if (place) this.editor.dispatch({ selection: { anchor: place.from, head: place.to } });
  }

  /** Writes a guess into the code; false where it has no place for one. */
  writeGuess(question: string, guess: string | number): boolean {
    const changes = guessChange(this.text, question, guess);
    if (changes) this.editor.dispatch({ changes });
    return changes !== undefined;
  }

  /** Runs it; whether it succeeded. @returns lost: the kernel was ended with it */
  async run(): Promise<{ ok: boolean; lost: boolean }> {
    this.state = "running";
    this.preparation?.clear();
    this.outputs.begin();
    const { ok, lost } = await this.kernel.execute(this.text, (output) => this.outputs.add(output));
    this.outputs.end();
    reachScrollers(this.node);
    this.state = ok ? "ran" : "failed";
    return { ok, lost };
  }

  /** Says in the place of its outputs why it did not run. */
  say(problem: string): void {
    this.outputs.begin();
    this.outputs.add({ type: "error", content: { ename: "Error", evalue: problem, traceback: [problem] } });
    this.outputs.end();
  }

  /** Offers what may be done after its outputs. */
  offer(text: string, title: string, onClick: () => void): void {
    this.node.querySelector(".outputs")?.append(button(text, title, onClick));
  }

  /** Takes back all changes. */
  restore(): void {
    this.text = this.course;
    this.editor.focus();
  }

  private mark(): void {
    this.node.classList.toggle("edited", this.isEdited);
    this.back.hidden = !this.isEdited;
    if (this.current === "ran") this.state = "not run";
  }
}
