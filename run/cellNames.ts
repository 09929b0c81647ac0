// What a function of a cell refers to outside itself, as far as a worker can have it too: functions of modules. This file
// is the only contact with the kernel: tslab keeps the names of all cells in `__tslab__.exports`, and compiles a name of an
// earlier cell to `exports.name`, a name that the same cell imports from "…/stats" to `stats_1.name`.
import { basename, sep } from "node:path";
import type { ModuleTask } from "./task";

/** `object.property` in a task's text, and where a worker finds it. */
export interface Reference {
  readonly object: string;
  readonly property: string;
  readonly source: ModuleTask;
}

const mention = /\b(exports|[A-Za-z_$][\w$]*_\d+)\.([A-Za-z_$][\w$]*)/g;

function cellNames(): Readonly<Record<string, unknown>> {
  const kernel = (globalThis as { readonly __tslab__?: { readonly exports?: unknown } }).__tslab__;
  return (kernel?.exports ?? {}) as Readonly<Record<string, unknown>>;
}

/** Whether a file is, or lies in, what an import ending in `/stats` names. */
const within = (file: string, part: string) => basename(file).startsWith(`${part}.`) || file.split(sep).includes(part);

/** @param exporters where each function of a loaded module stands */
export function references(text: string, exporters: ReadonlyMap<unknown, ModuleTask>): Reference[] {
  const names = cellNames();
  const found = new Map<string, Reference>();
  for (const [whole, object = "", property = ""] of text.matchAll(mention)) {
    const part = object.replace(/_\d+$/, "");
    const candidates = object === "exports" ? [names[property]] : Object.values(names);
    for (const candidate of candidates) {
      const source = typeof candidate === "function" ? exporters.get(candidate) : undefined;
      if (source === undefined) continue;
      if (object === "exports" || (source.name === property && within(source.file, part))) {
        found.set(whole, { object, property, source });
      }
    }
  }
  return [...found.values()];
}
