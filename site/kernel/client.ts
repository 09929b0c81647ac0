// A page's side of its kernel.
import type { Pack } from "../node/pack";
import type { Completion, Failure, Output, Reply, Request } from "./messages";

/** Milliseconds that a kernel gets to answer an interrupt: after that it is in a loop, and only its end stops it. */
const patience = 1000;
/** Runs whose late outputs, such as those of a timer, still find their cell. */
const remembered = 200;

/** How a cell ended. `lost`: the kernel was ended with it, so that all names are gone. */
export interface Done {
  readonly ok: boolean;
  readonly count: number;
  readonly lost: boolean;
}

interface Waiting {
  onOutput(output: Output): void;
  resolve(done: Done): void;
}

/** A kernel that a page carries in itself: the address of kernel.js, the text of thread.js, and the pack. */
export interface Carried {
  readonly kernel: string;
  readonly thread: string;
  readonly pack: Pack;
}

export const lostNames: Failure = {
  ename: "Interrupted",
  evalue: "the cell was stopped, and all names are lost",
  traceback: [
    "Interrupted: the cell was stopped. A loop can only be stopped by ending the kernel, so all names are lost: run the cells above again.",
  ],
};

/** For a cell that was stopped while the kernel started. */
const notBegun: Failure = {
  ename: "Interrupted",
  evalue: "the cell was stopped before it began",
  traceback: ["Interrupted: the cell was stopped before it began."],
};

export class Kernel {
  private worker: Worker | undefined;
  private number = 0;
  private readonly cells = new Map<number, Waiting>();
  /** Where outputs go, also those that come when the cell has ended. */
  private readonly outputs = new Map<number, (output: Output) => void>();
  private readonly questions = new Map<number, (content: unknown) => void>();
  private readonly files = new Map<string, Uint8Array>();
  private started: Promise<void> | undefined;
  /** Whether it has started, so that it hears an interrupt. */
  private listens = false;
  private heard = () => {};

  /** @param base address of the folder with kernel.js, thread.js and pack.json */
  constructor(
    private readonly base: string,
    private readonly onState: (state: "none" | "starting" | "idle" | "busy") => void = () => {},
    private readonly carried?: () => Promise<Carried>,
  ) {}

  /** Starts it where there is none; resolves when it listens. */
  start(): Promise<void> {
    this.started ??= this.begin();
    return this.started;
  }

  private async begin(): Promise<void> {
    this.onState("starting");
    const { kernel, ...texts } = await this.parts();
    await new Promise<void>((resolve, reject) => {
      const worker = new Worker(kernel);
      this.worker = worker;
      const fail = (problem: string) => {
        this.forget();
        reject(new Error(`The kernel does not start: ${problem}`));
      };
      worker.onerror = ({ message }) => fail(message ?? "kernel.js cannot be loaded");
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.kind === "broken") fail(data.problem);
        else if (data.kind === "ready") {
          this.listens = true;
          this.onState("idle");
          resolve();
        } else this.take(data);
      };
      this.tell({ kind: "start", base: this.base, ...texts });
      for (const [name, bytes] of this.files) this.tell({ kind: "file", name, bytes });
    });
  }

  private async parts(): Promise<{ readonly kernel: string; readonly thread?: string; readonly pack?: Pack }> {
    if (this.carried === undefined) return { kernel: new URL("kernel.js", this.base).href };
    try {
      return await this.carried();
    } catch (error) {
      this.forget();
      throw new Error(`The kernel does not start: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** Runs a cell; cells wait for those before. */
  async execute(code: string, onOutput: (output: Output) => void): Promise<Done> {
    const id = ++this.number;
    const done = new Promise<Done>((resolve) => this.cells.set(id, { onOutput, resolve }));
    await Promise.race([this.start(), done]);
    if (!this.cells.has(id)) return done; // stopped before it began
    this.outputs.set(id, onOutput);
    const [oldest] = this.outputs.keys();
    if (this.outputs.size > remembered && oldest !== undefined) this.outputs.delete(oldest);
    this.onState("busy");
    this.tell({ kind: "execute", id, code });
    return done;
  }

  async complete(code: string, cursor: number): Promise<Completion | null> {
    return (await this.ask("complete", code, cursor)) as Completion | null;
  }

  /** Signature and description of what stands at the cursor; undefined for nothing known. */
  async inspect(code: string, cursor: number): Promise<string | undefined> {
    const answer = (await this.ask("inspect", code, cursor)) as { data?: Record<string, string> } | null;
    return answer?.data?.["text/plain"];
  }

  /** Gives cells a file of the reader's, as notebooks/mine/NAME; a kernel that is started later has it too. */
  async addFile(name: string, bytes: Uint8Array): Promise<void> {
    this.files.set(name, bytes);
    if (this.started) {
      await this.started;
      this.tell({ kind: "file", name, bytes });
    }
  }

  /** Stops what runs. Names stay, unless it is a loop: then a new kernel takes the place of this one. */
  async interrupt(): Promise<void> {
    if (this.cells.size === 0) return;
    if (!this.listens) {
      const waiting = [...this.cells.values()];
      this.cells.clear();
      waiting[0]?.onOutput({ type: "error", content: notBegun });
      for (const { resolve } of waiting) resolve({ ok: false, count: 0, lost: false });
      return;
    }
    const answered = new Promise<boolean>((resolve) => {
      this.heard = () => resolve(true);
      setTimeout(() => resolve(false), patience);
    });
    this.tell({ kind: "interrupt" });
    if (!(await answered)) this.restart(lostNames);
  }

  /** Ends the kernel with all names; the next cell starts another. */
  restart(failure?: Failure): void {
    const [running, ...waiting] = [...this.cells.values()];
    this.forget();
    if (failure) running?.onOutput({ type: "error", content: failure });
    running?.resolve({ ok: false, count: 0, lost: true });
    for (const each of waiting) each.resolve({ ok: false, count: 0, lost: false });
  }

  private forget(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.started = undefined;
    this.listens = false;
    this.cells.clear();
    this.outputs.clear();
    for (const answer of this.questions.values()) answer(null);
    this.questions.clear();
    this.onState("none");
  }

  private tell(request: Request): void {
    this.worker?.postMessage(request);
  }

  private async ask(kind: "complete" | "inspect", code: string, cursor: number): Promise<unknown> {
    await this.start();
    const id = ++this.number;
    const answer = new Promise((resolve) => this.questions.set(id, resolve));
    this.tell({ kind, id, code, cursor });
    return answer;
  }

  private take(reply: Reply): void {
    switch (reply.kind) {
      case "output":
        this.outputs.get(reply.id)?.({ type: reply.type, content: JSON.parse(reply.json) } as Output);
        break;
      case "done":
        this.cells.get(reply.id)?.resolve({ ok: reply.ok, count: reply.count, lost: false });
        this.cells.delete(reply.id);
        if (this.cells.size === 0) this.onState("idle");
        break;
      case "answer":
        this.questions.get(reply.id)?.(reply.content);
        this.questions.delete(reply.id);
        break;
      case "interrupted":
        this.heard();
    }
  }
}
