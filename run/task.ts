import type { Task } from "./messages";

/**
 * Module and name of each function that loaded modules export. Compiled code re-exports through getters, which are not called
 * because a getter may do work: so a function is found in the module that defines it.
 */
function exporters(): Map<unknown, Task> {
  const found = new Map<unknown, Task>();
  for (const [file, module] of Object.entries(require.cache)) {
    const exported: unknown = module?.loaded ? module.exports : undefined;
    if ((typeof exported !== "object" && typeof exported !== "function") || exported === null) continue;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(exported))) {
      const value: unknown = "value" in descriptor ? descriptor.value : undefined;
      if (typeof value === "function") found.set(value, { file, name });
    }
  }
  return found;
}

/** Module and name of a task. @throws TypeError unless it is a function that a loaded module exports */
export function taskOf(task: unknown): Task {
  if (typeof task !== "function") {
    throw new TypeError(`sweep: the task is ${task === null ? "null" : `a ${typeof task}`}, needs a function`);
  }
  const found = exporters().get(task);
  if (found) return found;
  const name = /^[A-Za-z_$][\w$]*$/.test(task.name) ? task.name : "task";
  throw new TypeError(
    `sweep: no loaded module exports the task ${name}, so a worker cannot load it. Put it into a file of its own beside the notebook, such as my-task.cjs (not .ts or .js, which a kernel compiles for itself alone):
    exports.${name} = ({ size, seed }) => size + seed;
and import it from there:
    import { ${name} } from "./my-task.cjs";
If that is where it comes from, the file has changed since: run the import cell again.`,
  );
}
