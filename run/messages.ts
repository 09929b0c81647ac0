// Messages between the main thread and a worker.
import type { Code } from "./code";

/** The task of a worker: a module, and the name of the export. */
export interface Task {
  readonly file: string;
  readonly name: string;
}

/** One point to compute. `input` is the argument of the task. */
export interface Job {
  readonly index: number;
  readonly input: object;
}

/** Parts of an error, since an instance would lose its name on the way. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

export type Answer =
  /** A job's value, and the code that computed it (undefined if unknown). */
  | { readonly kind: "value"; readonly index: number; readonly value: unknown; readonly code: Code | undefined }
  /** The task threw. */
  | { readonly kind: "thrown"; readonly index: number; readonly error: Thrown }
  /** The value holds something that cannot be sent: `problem` names it and its place. */
  | { readonly kind: "unsendable"; readonly index: number; readonly problem: string }
  /** The module of the task cannot be loaded. */
  | { readonly kind: "unloadable"; readonly error: Thrown }
  /** The thread is about to end by itself. A thread that ends without this has crashed or was terminated. */
  | { readonly kind: "exit" };
