// A kernel of the site on a page, in whichever browser.
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { root } from "../../../scripts/setup/places.mjs";
import type { Kernel } from "../../../site/kernel/client.js";
import type { Completion, Output } from "../../../site/kernel/messages.js";

/** How a cell ended, and what it has sent till then. */
export interface Run {
  readonly ok: boolean;
  readonly lost: boolean;
  readonly outputs: readonly Output[];
}

/** A page that runs functions: one of playwright-core's, or of Firefox. */
interface Runs {
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

declare const kernel: Kernel;

/** The page's side of a kernel, as a script. */
async function clientScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "site", "kernel", "client.ts")],
    ...{ bundle: true, write: false, format: "iife", globalName: "client" },
  });
  return outputFiles[0]?.text as string;
}

export class KernelPage<Tab extends Runs = Page> {
  private constructor(readonly page: Tab) {}

  /** @param address of the site, a page of which is open */
  static async on<Tab extends Runs>(page: Tab, address: string): Promise<KernelPage<Tab>> {
    const given = { script: await clientScript(), base: `${address}kernel/` };
    await page.evaluate(({ script, base }) => {
      const element = document.createElement("script");
      element.textContent = script;
      document.head.append(element);
      const { client } = globalThis as unknown as { client: { Kernel: new (base: string) => Kernel } };
      Object.assign(globalThis, { kernel: new client.Kernel(base) });
    }, given);
    return new KernelPage(page);
  }

  start(): Promise<void> {
    return this.page.evaluate(() => kernel.start(), null);
  }

  run(code: string): Promise<Run> {
    return this.page.evaluate(async (code) => {
      const outputs: Output[] = [];
      const { ok, lost } = await kernel.execute(code, (output) => outputs.push(output));
      return { ok, lost, outputs };
    }, code);
  }

  /** Runs a cell, and stops it as soon as it prints: in one call, since two might reach the page in either order. */
  runAndStop(code: string): Promise<Run> {
    return this.page.evaluate(async (code) => {
      const outputs: Output[] = [];
      let isOver = false;
      const run = kernel
        .execute(code, (output) => outputs.push(output))
        .finally(() => {
          isOver = true;
        });
      while (outputs.length === 0 && !isOver) await new Promise((done) => setTimeout(done, 20));
      await kernel.interrupt();
      const { ok, lost } = await run;
      return { ok, lost, outputs };
    }, code);
  }

  /** The plain text of a cell's value. */
  async value(code: string): Promise<unknown> {
    const { outputs } = await this.run(code);
    const last = outputs.at(-1);
    return last?.type === "execute_result" ? last.content.data["text/plain"] : last;
  }

  interrupt(): Promise<void> {
    return this.page.evaluate(() => kernel.interrupt(), null);
  }

  complete(code: string, cursor: number): Promise<Completion | null> {
    return this.page.evaluate(({ code, cursor }) => kernel.complete(code, cursor), { code, cursor });
  }

  inspect(code: string, cursor: number): Promise<string | undefined> {
    return this.page.evaluate(({ code, cursor }) => kernel.inspect(code, cursor), { code, cursor });
  }
}

/** Bytes that the kernel's thread keeps, after a collection; a worker itself cannot know, but Chromium can. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    const attached = new Promise<string>((resolve) =>
      session.on("Target.attachedToTarget", ({ sessionId }) => resolve(sessionId)),
    );
    await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    const sessionId = await attached;
    const ask = (id: number, method: string) => {
      const answer = new Promise<{ usedSize: number }>((resolve) =>
        session.on("Target.receivedMessageFromTarget", ({ message }) => {
          const reply = JSON.parse(message);
          if (reply.id === id) resolve(reply.result);
        }),
      );
      return session
        .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) })
        .then(() => answer);
    };
    await ask(1, "HeapProfiler.collectGarbage");
    return (await ask(2, "Runtime.getHeapUsage")).usedSize;
  } finally {
    await session.detach();
  }
}
