// What a worker is given in place of a function, which cannot be sent: where it stands, or its text.
import { type Reference, references } from "./cellNames";

/** A function of a module that is loaded here too. */
export interface ModuleTask {
  readonly kind: "module";
  readonly file: string;
  readonly name: string;
}

/** A function of a cell. */
export interface TextTask {
  readonly kind: "text";
  readonly text: string;
  /** The folder that `require` inside it starts from. */
  readonly folder: string;
  /** The functions of modules that it uses by names of its notebook. */
  readonly references: readonly Reference[];
}

export type TaskSource = ModuleTask | TextTask;

/**
 * Where each function that a loaded module exports stands. A module that hands on another's function does so by a getter
 * in compiled code, so it is found where it is made; getters are not called, since others might do work.
 */
function exporters(): Map<unknown, ModuleTask> {
  const found = new Map<unknown, ModuleTask>();
  for (const [file, module] of Object.entries(require.cache)) {
    const exported: unknown = module?.loaded ? module.exports : undefined;
    if ((typeof exported !== "object" && typeof exported !== "function") || exported === null) continue;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(exported))) {
      const value: unknown = "value" in descriptor ? descriptor.value : undefined;
      if (typeof value === "function") found.set(value, { kind: "module", file, name });
    }
  }
  return found;
}

/** @throws TypeError where it is no function, or one that a worker cannot be given */
export function taskSource(task: unknown): TaskSource {
  if (typeof task !== "function") {
    throw new TypeError(`sweep: the task is ${task === null ? "null" : `a ${typeof task}`}, needs a function`);
  }
  const known = exporters();
  const module = known.get(task);
  if (module) return module;
  const text = Function.prototype.toString.call(task);
  if (/\{\s*\[native code\]\s*\}$/.test(text)) {
    throw new TypeError(`sweep: the task ${task.name} is bound or native and has no text; write (point) => … instead`);
  }
  if (/^class\b/.test(text)) throw new TypeError(`sweep: the task is the class ${task.name}, needs a function`);
  return { kind: "text", text, folder: process.cwd(), references: references(text, known) };
}

/** Whether a loaded module of the kit exports a function of that name. */
export function isKitName(name: string): boolean {
  return Object.entries(require.cache).some(
    ([file, module]) =>
      /[\\/](lib|data|plot|run)[\\/]dist[\\/]/.test(file) &&
      typeof (module?.exports as Record<string, unknown> | undefined)?.[name] === "function",
  );
}
