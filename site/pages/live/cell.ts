// A live cell: editor, outputs, and the buttons beside them.
import type { EditorView } from "@codemirror/view";
import type { Kernel } from "../../kernel/client";
import { reachScrollers } from "../scrollers";
import { createEditor } from "./editor";
import { Outputs } from "./outputs";

type State = "not run" | "waiting" | "running" | "ran" | "failed";

const signs: Record<State, string> = { "not run": "", waiting: "…", running: "●", ran: "✓", failed: "✗" };

const button = (text: string, title: string, onClick: () => void): HTMLButtonElement => {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text, title });
  made.addEventListener("click", onClick);
  return made;
};

export class Cell {
  private readonly editor: EditorView;
  private readonly outputs: Outputs;
  private readonly back: HTMLButtonElement;
  private readonly sign: HTMLElement;
  private readonly course: string;
  private current: State = "not run";

  constructor(
    readonly node: HTMLElement,
    number: number,
    private readonly kernel: Kernel,
    root: URL,
    run: (cell: Cell, goesOn: boolean) => void,
  ) {
    const source = node.querySelector<HTMLElement>(".source") as HTMLElement;
    this.course = source.textContent ?? "";
    this.outputs = new Outputs(node.querySelector<HTMLElement>(".outputs") as HTMLElement, root);
    source.replaceChildren();
    this.editor = createEditor({
      ...{ parent: source, text: this.course, label: `Cell ${number}`, kernel },
      onRun: (goesOn) => run(this, goesOn),
      onChange: () => this.mark(),
    });
    this.sign = Object.assign(document.createElement("span"), { className: "sign" });
    this.back = button("Back to the course's text", "Undo all changes of this cell", () => this.restore());
    this.back.hidden = true;
    const tools = Object.assign(document.createElement("div"), { className: "cell-tools" });
    tools.append(
      button("▶ Run", "Run this cell, and those above that have not run (Shift+Enter)", () => run(this, false)),
    );
    tools.append(this.back, this.sign);
    source.after(tools);
  }

  get id(): string {
    return this.node.dataset.id ?? "";
  }

  get text(): string {
    return this.editor.state.doc.toString();
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
    this.editor.focus();
    this.node.scrollIntoView({ block: "nearest" });
  }

  /** Runs it; whether it succeeded. @returns lost: the kernel was ended with it */
  async run(): Promise<{ ok: boolean; lost: boolean }> {
    this.state = "running";
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

  private mark(): void {
    this.node.classList.toggle("edited", this.isEdited);
    this.back.hidden = !this.isEdited;
    if (this.current === "ran") this.state = "not run";
  }

  private restore(): void {
    this.editor.dispatch({ changes: { from: 0, to: this.editor.state.doc.length, insert: this.course } });
    this.editor.focus();
  }
}
