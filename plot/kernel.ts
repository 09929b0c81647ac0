// The only contact with the kernel. tslab keeps the function that writes a display message for the running cell in its
// module `jupyter.js`; `display.raw` beside it takes one MIME type a call, and strings only, so it cannot carry a figure.
// The module is looked up among those already loaded: that is the running kernel's own copy, wherever it is installed,
// and nothing is loaded where no kernel runs.

/** One output in several forms, of which each page shows the best it can: MIME type to content. */
export type Bundle = Readonly<Record<string, unknown>>;

/** What the kernel sends to the page. */
export interface Message {
  readonly data: Bundle;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient: { readonly display_id?: string };
}

/** Sends one message into a cell; `update` replaces the output of the same `display_id`. */
export type Write = (message: Message, update: boolean) => void;

/** The running cell's writer, or null where no kernel runs. It stays good for that cell after the cell has ended. */
export function cellWriter(): Write | null {
  // A page that bundles this module has no `require`, and no kernel of this kind.
  const loaded = typeof require === "undefined" ? {} : (require.cache ?? {});
  for (const [path, module] of Object.entries(loaded)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path)) continue;
    const write = (module?.exports as { lastWriteDisplayData?: Write | null } | undefined)?.lastWriteDisplayData;
    if (typeof write === "function") return write;
  }
  return null;
}

/** Shows an output in the running cell; outside a kernel its plain text is printed. */
export function display(data: Bundle, metadata: Readonly<Record<string, unknown>> = {}): void {
  const write = cellWriter();
  if (write) write({ data, metadata, transient: {} }, false);
  else console.log(data["text/plain"]);
}
