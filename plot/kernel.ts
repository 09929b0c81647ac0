// Contact of plot with the kernel. tslab's module `jupyter.js` holds the function that writes a display message for the
// running cell. Its `display.raw` takes one MIME type per call, and only strings, so it cannot carry a figure. The module is
// looked up among those already loaded: that is the running kernel's own copy, wherever it is installed, and without a
// kernel nothing is loaded.

/** One output in several forms, MIME type to content; a page displays the richest that it supports. */
export type Bundle = Readonly<Record<string, unknown>>;

/** Message from the kernel to the page. */
export interface Message {
  readonly data: Bundle;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient: { readonly display_id?: string };
}

/** Sends one message into a cell; `update` replaces the output of the same `display_id`. */
export type Write = (message: Message, update: boolean) => void;

/** Writer of the running cell, or null without a kernel. It stays valid for that cell after the cell has ended. */
export function cellWriter(): Write | null {
  // A page that bundles this module has no `require` and no such kernel.
  const loaded = typeof require === "undefined" ? {} : (require.cache ?? {});
  for (const [path, module] of Object.entries(loaded)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path)) continue;
    const write = (module?.exports as { lastWriteDisplayData?: Write | null } | undefined)?.lastWriteDisplayData;
    if (typeof write === "function") return write;
  }
  return null;
}

/** Displays an output in the running cell; without a kernel its plain text is printed. */
export function display(data: Bundle, metadata: Readonly<Record<string, unknown>> = {}): void {
  const write = cellWriter();
  if (write) write({ data, metadata, transient: {} }, false);
  else console.log(data["text/plain"]);
}
