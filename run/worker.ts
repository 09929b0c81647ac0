// What runs in each thread: it loads the task once and answers jobs, one message a job, so that a finished point is out
// of the thread before the next one starts.
import { createRequire } from "node:module";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { missingNames, scope } from "./freeNames";
import type { Answer, Job, Start, Thrown } from "./messages";
import { unsendable } from "./sendable";
import type { ModuleTask, TaskSource } from "./task";

type Task = (input: object) => unknown;

const exported = ({ file, name }: ModuleTask) => createRequire(file)(file)[name];

function loaded(task: TaskSource): Task {
  if (task.kind === "module") return exported(task);
  const own = createRequire(join(task.folder, "cell.js"));
  const kit = createRequire(__filename);
  const find = (name: string) => {
    try {
      return own(own.resolve(name));
    } catch (error) {
      // A notebook outside the kit finds no node_modules on its way up.
      if ((error as { code?: unknown }).code !== "MODULE_NOT_FOUND" || !name.startsWith("@emergence/")) throw error;
      return kit(name);
    }
  };
  const scopes: Record<string, Record<string, unknown>> = { exports: {} };
  for (const { object, property, source } of task.references) {
    scopes[object] ??= {};
    scopes[object][property] = exported(source);
  }
  const wrapped = `(function (require, ${Object.keys(scopes).join(", ")}) { return (${task.text}\n); })`;
  return runInThisContext(wrapped, { filename: "sweep-task" })(find, ...Object.values(scopes).map(scope));
}

function parts(thrown: unknown): Thrown {
  const { name, message, stack } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as Partial<Thrown>;
  if (typeof message !== "string") return { name: "Thrown", message: String(thrown), stack: undefined };
  return { name: name ?? "Error", message, stack };
}

const port = parentPort;
if (port !== null) {
  const { task: source } = workerData as Start;
  const answer = (message: Answer) => port.postMessage(message);
  let task: Task | undefined;
  try {
    task = loaded(source);
  } catch (error) {
    answer({ index: -1, thrown: parts(error) });
  }
  /** Whether it went well: after a failure the sweep ends, and what is left is not begun. */
  const compute = async ({ index, input }: Job): Promise<boolean> => {
    try {
      const value = await task?.(input);
      const problem = unsendable(value, "the value");
      if (problem !== undefined) {
        throw new TypeError(`${problem}, which a worker cannot send: return numbers, arrays and plain objects`);
      }
      answer({ index, value });
      return true;
    } catch (error) {
      const missing = source.kind === "text" ? missingNames(error, source.text) : undefined;
      answer({ index, thrown: missing === undefined ? parts(error) : { ...parts(error), name: "", message: missing } });
      return false;
    }
  };
  port.on("message", async (jobs: readonly Job[]) => {
    for (const job of jobs) if (!(await compute(job))) return;
  });
}
