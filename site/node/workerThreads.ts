// node:worker_threads on Web Workers. A thread runs thread.js, which loads the file that it is told from the pack.
import { EventEmitter } from "./events";
import { files } from "./files";
import type { Pack } from "./pack";

/** To a thread: what to run, then messages. */
export type ToThread =
  | { readonly start: { readonly pack: Pack; readonly base: string; readonly file: string; readonly data: unknown } }
  | { readonly message: unknown };

/** From a thread. */
export type FromThread =
  | { readonly message: unknown }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined } }
  | { readonly exit: number };

/** Types are for the compiler alone: without them a pack is half as large. */
function code(pack: Pack): Pack {
  const files = Object.fromEntries(Object.entries(pack.files).filter(([path]) => !path.endsWith(".d.ts")));
  return { ...pack, files };
}

class Worker extends EventEmitter {
  private readonly worker: globalThis.Worker;
  private ended = false;

  constructor(file: string, { workerData }: { workerData?: unknown } = {}) {
    super();
    const { pack, base, thread } = files();
    this.worker = new globalThis.Worker(thread);
    this.worker.onmessage = ({ data }: MessageEvent<FromThread>) => this.take(data);
    this.worker.onmessageerror = () => this.emit("messageerror", new Error("a message that cannot be read"));
    this.worker.onerror = ({ message }) => {
      this.emit("error", new Error(message ?? "the thread cannot be started"));
      this.end(1);
    };
    this.tell({ start: { pack: code(pack), base, file, data: workerData } });
  }

  postMessage(message: unknown): void {
    this.tell({ message });
  }

  async terminate(): Promise<number> {
    this.worker.terminate();
    await null; // as in Node, the event comes later
    this.end(1);
    return 1;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  private tell(message: ToThread): void {
    this.worker.postMessage(message);
  }

  private take(data: FromThread): void {
    if ("message" in data) this.emit("message", data.message);
    else if ("error" in data) this.emit("error", Object.assign(new Error(data.error.message), data.error));
    else this.end(data.exit);
  }

  private end(code: number): void {
    if (this.ended) return;
    this.ended = true;
    this.worker.terminate();
    this.emit("exit", code);
  }
}

/** What a thread finds; on the kernel's own there is no parent. */
export const workerThreads = {
  ...{ Worker, isMainThread: true, threadId: 0, MessageChannel },
  parentPort: null as null | (EventEmitter & { postMessage(message: unknown): void }),
  workerData: undefined as unknown,
};
