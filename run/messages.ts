// What main thread and worker say to each other.
import type { Code } from "./code";

/** What a worker starts with: a module, and the name by which it exports the task. */
export interface Task {
  readonly file: string;
  readonly name: string;
}

/** One point to compute: `input` is what the task is called with. */
export interface Job {
  readonly index: number;
  readonly input: object;
}

/** An error in parts, since an instance of it would lose its name on the way. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

export type Answer =
  /** A job's value, and the code that computed it; undefined if that cannot be known. */
  | { readonly kind: "value"; readonly index: number; readonly value: unknown; readonly code: Code | undefined }
  /** The task threw. */
  | { readonly kind: "thrown"; readonly index: number; readonly error: Thrown }
  /** The value holds something that cannot be sent; `problem` says what, and where. */
  | { readonly kind: "unsendable"; readonly index: number; readonly problem: string }
  /** The task's module cannot be loaded. */
  | { readonly kind: "unloadable"; readonly error: Thrown }
  /** The thread is about to end by itself. One that ends without this has crashed, or somebody else has ended it. */
  | { readonly kind: "exit" };
