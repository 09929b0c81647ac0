// What main thread and worker say to each other.
import type { TaskSource } from "./task";

/** What a worker starts with. */
export interface Start {
  readonly task: TaskSource;
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

/** A worker's answer to one job; index -1 where the task itself could not be loaded. */
export type Answer =
  | { readonly index: number; readonly value: unknown }
  | { readonly index: number; readonly thrown: Thrown };
