// Runs in each thread: loads the task once and answers jobs, one message per job, so that a finished point has left the
// thread before the next one starts.
import { parentPort, workerData } from "node:worker_threads";
import { loadedCode } from "./code";
import type { Answer, Job, Task, Thrown } from "./messages";
import { unsendable } from "./sendable";

function load({ file, name }: Task): (input: object) => unknown {
  const task: unknown = require(file)[name];
  if (typeof task !== "function") throw new TypeError(`${file} exports no function ${name} any more`);
  return task as (input: object) => unknown;
}

function inParts(thrown: unknown): Thrown {
  const { name, message, stack } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as Partial<Thrown>;
  if (typeof message !== "string") return { name: "Thrown", message: String(thrown), stack: undefined };
  return { name: name || "Error", message, stack };
}

/** Milliseconds between the last job and the thread's end, see `retire` in pool.ts. */
const rest = 100;

const port = parentPort;
if (port !== null) {
  const code = loadedCode();
  const answer = (message: Answer) => port.postMessage(message);
  process.on("exit", () => answer({ kind: "exit" }));

  /** Whether the job succeeded. After a failure the sweep ends, so the remaining jobs are not started. */
  const compute = async (task: (input: object) => unknown, { index, input }: Job): Promise<boolean> => {
    try {
      const value = await task(input);
      const problem = unsendable(value);
      if (problem === undefined) answer({ kind: "value", index, value, code: code() });
      else answer({ kind: "unsendable", index, problem });
      return problem === undefined;
    } catch (error) {
      answer({ kind: "thrown", index, error: inParts(error) });
      return false;
    }
  };

  try {
    const task = load(workerData as Task);
    code();
    port.on("message", async (jobs: readonly Job[] | undefined) => {
      if (jobs === undefined) {
        setTimeout(() => process.exit(), rest);
        return;
      }
      for (const job of jobs) if (!(await compute(task, job))) return;
    });
  } catch (error) {
    answer({ kind: "unloadable", error: inParts(error) });
  }
}
