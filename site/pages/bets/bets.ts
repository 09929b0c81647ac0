// The bets of a page: asked with buttons, kept until the page is left, settled by the outputs that it came with or by those of a run.
import { type Bet, inTable, outcome, type Stakes, verdict } from "../../../plot/betWords";
import { element } from "../element";
import { type Cover, coversOf, takeAway } from "./cover";
import { type BetForm, betForm } from "./form";
import { owners } from "./owners";

type Guess = string | number;
interface Asked {
  readonly question: string;
  readonly stakes: Stakes;
  /** In the output of a run whose cell has a guess. */
  readonly guess?: Guess;
}
interface Settled {
  readonly question: string;
  readonly truth: Guess;
}

/** Writes a guess into a live cell. `isNew`: it was placed this moment, so that the cell runs with it. */
export type Writer = (question: string, guess: Guess, at: HTMLElement, isNew: boolean) => void;

/** What outputs within a node, or itself, ask or settle. */
function parts<Part>(within: ParentNode, name: "bet" | "reveal"): { node: HTMLElement; part: Part }[] {
  const nodes = [...within.querySelectorAll<HTMLElement>(`[data-${name}]`)];
  if (within instanceof HTMLElement && within.dataset[name] !== undefined) nodes.push(within);
  return nodes.map((node) => ({ node, part: JSON.parse(node.dataset[name] as string) as Part }));
}

export class Bets {
  private readonly placed = new Map<string, Bet>();
  private readonly truths = new Map<string, Guess>();
  private readonly forms = new Map<string, BetForm>();
  /** Questions whose end the reader has seen without a bet. */
  private readonly waived = new Set<string>();
  private covers: readonly Cover[] = [];
  /** The bet from which a run began, whose buttons that run makes anew. */
  private left: string | undefined;
  private write: Writer = () => {};

  constructor(private readonly page: ParentNode) {
    this.dress(page);
    this.cover();
    const open = () => {
      // A link into what is covered, in browsers that do not open it by themselves.
      const target = document.querySelector(":target");
      const held = target?.closest<HTMLElement>("[hidden]");
      if (!held) return;
      this.uncover(held);
      target?.scrollIntoView();
    };
    addEventListener("hashchange", open);
    open();
  }

  /** Tells of guesses from now on, and at once of those that were placed. */
  goLive(write: Writer): void {
    this.write = write;
    for (const { node, part } of parts<Asked>(this.page, "bet")) {
      const guess = this.placed.get(part.question)?.guess;
      if (guess !== undefined) write(part.question, guess, node, false);
    }
  }

  /** Gives outputs their buttons, and their ends the reader's guess. */
  dress(within: ParentNode): void {
    for (const { node, part } of parts<Settled>(within, "reveal")) {
      this.truths.set(part.question, part.truth);
      node.id ||= `came-out-${this.truths.size}`;
    }
    for (const { node, part } of parts<Asked>(within, "bet")) this.offer(node, part);
    this.settle();
  }

  /** Shows what a reader has asked to see. */
  uncover(node: HTMLElement): void {
    for (const { questions } of this.covers.filter(({ hidden }) => hidden.includes(node)))
      for (const question of questions) this.waived.add(question);
    this.open();
    this.settle();
  }

  /** Puts the focus on what covers a cell; false where nothing does. */
  focusCover(cell: HTMLElement): boolean {
    const at = this.covers.findIndex(({ cells }) => cells.includes(cell));
    const boxes = this.covers.slice(0, at + 1).flatMap(({ box }) => box ?? []);
    const box = boxes.at(-1);
    box?.querySelector("button")?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: "nearest" });
    return box !== undefined;
  }

  /** Whether the reader may know what came out. */
  private isOpen(question: string): boolean {
    return this.placed.has(question) || this.waived.has(question);
  }

  private offer(node: HTMLElement, { question, stakes, guess }: Asked): void {
    const end = parts<Settled>(this.page, "reveal").find(({ part }) => part.question === question)?.node.id;
    const offer = { question, stakes, truth: this.truths.get(question), end: end && `#${end}` };
    const form = betForm(offer, (chosen) => {
      this.place({ question, stakes, guess: chosen });
      this.left = question;
      this.write(question, chosen, form.node, true);
    });
    this.forms.set(question, form);
    node.replaceChildren(form.node);
    if (guess !== undefined) this.place({ question, stakes, guess });
    else {
      const before = this.placed.get(question)?.guess;
      if (before !== undefined) form.show(before);
    }
    if (this.left === question && document.activeElement === document.body) form.focus();
  }

  private place(bet: Bet): void {
    this.placed.set(bet.question, bet);
    this.forms.get(bet.question)?.show(bet.guess as Guess);
    this.open();
    this.settle();
  }

  /** Says of what came out how the guess did, and keeps the table of bets. */
  private settle(): void {
    for (const { node, part } of parts<Settled>(this.page, "reveal")) {
      const bet = this.placed.get(part.question);
      const line = node.querySelector(":scope > div > div:last-child");
      node.classList.toggle("answered", bet !== undefined);
      if (bet && line) line.textContent = outcome(bet, part.truth);
    }
    for (const table of this.page.querySelectorAll("table")) {
      if (table.caption?.textContent !== "Your bets") continue;
      for (const { cells } of table.tBodies[0]?.rows ?? []) {
        const [asked, said, truthCell, word] = cells;
        const question = asked?.textContent ?? "";
        const truth = this.truths.get(question);
        if (truth === undefined || !said || !truthCell || !word) continue;
        if (truthCell.childElementCount === 0)
          truthCell.replaceChildren(element("span", {}, [...truthCell.childNodes]));
        truthCell.classList.toggle("waits", !this.isOpen(question));
        const bet = this.placed.get(question);
        if (!bet) continue;
        said.textContent = inTable(bet.guess as Guess, bet.stakes);
        word.textContent = verdict(bet, truth);
      }
    }
  }

  private cover(): void {
    const cells = [...this.page.querySelectorAll<HTMLElement>("section.cell")];
    const asks = (cell: HTMLElement) => parts<Asked>(cell, "bet").map(({ part }) => part.question);
    const questions = owners(
      cells.map((cell) => ({
        asks: asks(cell),
        settles: parts<Settled>(cell, "reveal").map(({ part }) => part.question),
        shows: cell.querySelector(".outputs > *") !== null,
      })),
    );
    const isAsking = (cell: HTMLElement) => asks(cell).length > 0;
    this.covers = coversOf(cells, questions, isAsking, (own, outputs) => this.boxOf(own, outputs));
    for (const { hidden } of this.covers)
      for (const node of hidden) node.addEventListener("beforematch", () => this.uncover(node));
  }

  private boxOf(questions: readonly string[], outputs: HTMLElement): HTMLElement {
    const one = questions.length === 1;
    const show = element("button", { type: "button", textContent: "Show without a bet" });
    show.addEventListener("click", () => {
      this.uncover(outputs);
      outputs.tabIndex = -1;
      outputs.focus({ preventScroll: true });
    });
    const bet = element("button", { type: "button", textContent: one ? "To the bet" : "To the bets" });
    bet.addEventListener("click", () => {
      const open = questions.find((question) => !this.placed.has(question)) ?? questions[0];
      const form = this.forms.get(open as string);
      form?.node.scrollIntoView({ block: "center" });
      form?.focus();
    });
    const text = one ? `Your bet comes first: “${questions[0]}”` : `Your ${questions.length} bets come first.`;
    const words = element("p", { textContent: text });
    return element("div", { className: "cover" }, [words, bet, show]);
  }

  /** Takes away the covers that have nothing left to wait for. */
  private open(): void {
    const isReady = ({ questions }: Cover) => questions.every((question) => this.isOpen(question));
    const ready = this.covers.filter(isReady);
    this.covers = this.covers.filter((cover) => !isReady(cover));
    for (const cover of ready) takeAway(cover);
  }
}
