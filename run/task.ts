// What a worker is given in place of a function, which cannot be sent: where it stands, or its text.

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
}

export type TaskSource = ModuleTask | TextTask;

/** The module that exports the function; of several the one loaded last, which those before it hand on. */
function exporter(task: unknown): ModuleTask | undefined {
  let found: ModuleTask | undefined;
  for (const [file, module] of Object.entries(require.cache)) {
    const exported: unknown = module?.loaded ? module.exports : undefined;
    if ((typeof exported !== "object" && typeof exported !== "function") || exported === null) continue;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(exported))) {
      // A getter of compiled code hands on what another module exports; others might do work.
      const value: unknown = "value" in descriptor ? descriptor.value : undefined;
      if (value === task) found = { kind: "module", file, name };
    }
  }
  return found;
}

/** Whether a module of the kit exports another function of that name: the one given was loaded before a rebuild. */
function wasRebuilt(name: string, text: string): boolean {
  if (name === "" || !/\w_\d+\.|\brequire\b/.test(text)) return false;
  return Object.entries(require.cache).some(
    ([file, module]) =>
      /[\\/](lib|data|plot)[\\/]dist[\\/]/.test(file) &&
      typeof (module?.exports as Record<string, unknown> | undefined)?.[name] === "function",
  );
}

/** @throws TypeError where it is no function, or one that a worker cannot be given */
export function taskSource(task: unknown): TaskSource {
  if (typeof task !== "function") {
    throw new TypeError(`sweep: the task is ${task === null ? "null" : `a ${typeof task}`}, needs a function`);
  }
  const known = exporter(task);
  if (known) return known;
  const text = Function.prototype.toString.call(task);
  if (/\{\s*\[native code\]\s*\}$/.test(text)) {
    throw new TypeError(`sweep: the task ${task.name} is bound or native and has no text; write (point) => … instead`);
  }
  if (/^class\b/.test(text)) throw new TypeError(`sweep: the task is the class ${task.name}, needs a function`);
  if (wasRebuilt(task.name, text)) {
    throw new TypeError(`sweep: ${task.name} was rebuilt since this notebook imported it; run the import cell again`);
  }
  return { kind: "text", text, folder: process.cwd() };
}
