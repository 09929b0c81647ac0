// What a page and its kernel tell each other.
import type { Pack } from "../node/pack";

/** From the page. */
export type Request =
  /** The first: where kernel.js, thread.js and pack.json lie, or the texts of the last two. */
  | { readonly kind: "start"; readonly base: string; readonly thread?: string; readonly pack?: Pack }
  | { readonly kind: "execute"; readonly id: number; readonly code: string }
  | { readonly kind: "complete" | "inspect"; readonly id: number; readonly code: string; readonly cursor: number }
  /** A file of the reader's, into notebooks/mine. */
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "interrupt" };

/** From MIME types to contents. */
export type Bundle = Readonly<Record<string, unknown>>;

/** What a cell shows, as Jupyter has it: the content of its messages of these types. */
export type Output =
  | { readonly type: "stream"; readonly content: { readonly name: "stdout" | "stderr"; readonly text: string } }
  | { readonly type: "display_data" | "update_display_data"; readonly content: Display }
  | { readonly type: "execute_result"; readonly content: Display }
  | { readonly type: "error"; readonly content: Failure };

export interface Display {
  readonly data: Bundle;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly transient?: { readonly display_id?: string };
}

export interface Failure {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export interface Completion {
  readonly matches: readonly string[];
  readonly cursor_start: number;
  readonly cursor_end: number;
}

/** From the kernel. Outputs come as JSON, in which NaN is null, as over Jupyter's wire. */
export type Reply =
  | { readonly kind: "ready" }
  | { readonly kind: "broken"; readonly problem: string }
  | { readonly kind: "output"; readonly id: number; readonly type: Output["type"]; readonly json: string }
  | { readonly kind: "done"; readonly id: number; readonly ok: boolean; readonly count: number }
  | { readonly kind: "answer"; readonly id: number; readonly content: unknown }
  /** The kernel has heard of the interrupt: what runs is no loop. */
  | { readonly kind: "interrupted" };
