// A report as a list of blocks, from which Markdown and HTML are written alike.

/** A part of a report. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly wide?: boolean;
      /** Heading under which a page folds it away. */
      readonly folded?: string;
    }
  | { readonly kind: "figure"; readonly id: string; readonly text: string };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: "heading", level, text });
export const paragraph = (text: string): Block => ({ kind: "text", text });
