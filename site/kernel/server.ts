// Answers a page's requests: cells one after the other, completion and help at once where no cell keeps the thread.
import { createOutput } from "../../scripts/kernel/output.cjs";
import { interruption } from "../../scripts/kernel/traceback.cjs";
import { files } from "../node/files";
import { kitFolder } from "../node/pack";
import { timers } from "../node/timers";
import type { Failure, Output, Reply, Request } from "./messages";
import { createParts } from "./session";

/** Milliseconds after which an interrupted cell counts as ended, even if what it waits for never comes back. */
const patience = 50;

type Execute = Request & { readonly kind: "execute" };
type Ask = Request & { readonly kind: "complete" | "inspect" };

export function createServer(post: (reply: Reply) => void): (request: Request) => void {
  const parts = createParts();
  const { session, handler } = parts;
  const { stringify } = JSON; // as it was before any cell
  const queue: Execute[] = [];
  let running = false;
  let count = 0;
  /** The request whose cell runs, or ran last: what a cell prints later goes to it. */
  let current = 0;
  let abandon = () => {};

  function publish(id: number, type: Output["type"], content: object): number {
    const json = stringify(content);
    post({ kind: "output", id, type, json });
    return json.length;
  }

  /** Each cell has an output of its own, so that a bar goes on in its cell while later ones run. */
  function listen(id: number) {
    const output = createOutput((type, content) => publish(id, type as Output["type"], content));
    parts.writeTo(output.print, (data, update) => output.show(update ? "update_display_data" : "display_data", data));
    return output;
  }

  async function runNext({ id, code }: Execute): Promise<void> {
    count += 1;
    current = id;
    const output = listen(id);
    output.begin();
    const stopped = new Promise<{ kind: "failed"; failure: Failure }>((resolve) => {
      abandon = () => resolve({ kind: "failed", failure: interruption() });
    });
    const outcome = await Promise.race([session.run(code, count), stopped]);
    output.end();
    if (outcome.kind === "value") publish(id, "execute_result", { data: outcome.data, metadata: {} });
    if (outcome.kind === "failed") {
      publish(id, "error", outcome.failure);
      // "Run all" goes on to the first failure.
      for (const each of queue.splice(0)) post({ kind: "done", id: each.id, ok: false, count: 0 });
    }
    post({ kind: "done", id, ok: outcome.kind !== "failed", count });
  }

  async function runQueue(): Promise<void> {
    if (running) return;
    running = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      try {
        await runNext(next);
      } catch (error) {
        publish(next.id, "error", session.describe(error));
        post({ kind: "done", id: next.id, ok: false, count });
      }
    }
    running = false;
  }

  function answer({ kind, id, code, cursor }: Ask): void {
    try {
      const request = { code, cursor_pos: cursor, detail_level: 0 as const };
      const content = kind === "complete" ? handler.handleComplete(request) : handler.handleInspect(request);
      post({ kind: "answer", id, content: JSON.parse(stringify(content)) });
    } catch {
      post({ kind: "answer", id, content: null }); // half a line may be beyond the compiler
    }
  }

  const background = (error: unknown) => {
    const text = `Uncaught, outside a running cell: ${session.describe(error).traceback.join("\n")}\n`;
    publish(current, "stream", { name: "stderr", text });
  };
  self.addEventListener("error", (event) => {
    event.preventDefault();
    background(event.error ?? event.message);
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    background(event.reason);
  });

  return (request) => {
    switch (request.kind) {
      case "execute":
        queue.push(request);
        void runQueue();
        break;
      case "file":
        files().write(`${kitFolder}/notebooks/mine/${request.name}`, request.bytes);
        break;
      case "interrupt":
        post({ kind: "interrupted" });
        parts.interrupt();
        timers.setTimeout(abandon, patience);
        break;
      case "complete":
      case "inspect":
        answer(request);
    }
  };
}
