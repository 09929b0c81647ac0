// A real kernel for tests, driven through driver.py.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const python = join(root, ".venv", ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]));

/** Milliseconds that a start may take on a machine that is busy with other things; vitest's own 10 s for hooks is short. */
export const startLimit = 60_000;

/** How Jupyter starts the kit's kernel, and a stock tslab. */
export const argv = {
  kit: [process.execPath, join(root, "scripts", "kernel", "launcher.cjs"), "--config-path={connection_file}"],
  stock: [
    process.execPath,
    join(root, "node_modules", "tslab", "bin", "tslab"),
    "kernel",
    "--config-path={connection_file}",
  ],
};

// biome-ignore lint/suspicious/noExplicitAny: contents of messages are as various as the protocol
export type Content = any;
export interface Message {
  request: number;
  type: string;
  content: Content;
}
export interface Outcome {
  replies: Content[];
  reply: Content;
  messages: Message[];
  /** What was printed on one stream. */
  stream(name: "stdout" | "stderr"): string;
  /** The text of the value, or undefined. */
  text: string | undefined;
}

function outcome({ replies, messages }: { replies: Content[]; messages: Message[] }): Outcome {
  const ofType = (type: string) => messages.filter((message) => message.type === type);
  return {
    replies,
    reply: replies[0],
    messages,
    stream: (name) =>
      ofType("stream")
        .filter(({ content }) => content.name === name)
        .map(({ content }) => content.text)
        .join(""),
    text: ofType("execute_result")[0]?.content.data["text/plain"],
  };
}

export class Kernel {
  private readonly answers: ((line: string) => void)[] = [];
  private errors = "";
  private ended = false;

  private constructor(
    private readonly driver: ChildProcess,
    private readonly specs: string,
  ) {
    createInterface({ input: driver.stdout as NodeJS.ReadableStream }).on("line", (line) =>
      this.answers.shift()?.(line),
    );
    driver.stderr?.on("data", (data) => {
      this.errors += data;
    });
    driver.on("exit", () => {
      this.ended = true;
      for (const answer of this.answers.splice(0)) answer(JSON.stringify({ problem: `driver ended: ${this.errors}` }));
    });
  }

  /** Starts a kernel in a folder. */
  static async start(folder: string, command: string[] = argv.kit): Promise<Kernel> {
    const specs = mkdtempSync(join(tmpdir(), "emergence-kernel-"));
    const spec = join(specs, "kernels", "tested");
    mkdirSync(spec, { recursive: true });
    writeFileSync(
      join(spec, "kernel.json"),
      JSON.stringify({ argv: command, display_name: "tested", language: "typescript" }),
    );
    const driver = spawn(python, [join(root, "test", "kernel", "driver.py"), "tested", folder], {
      env: { ...process.env, JUPYTER_PATH: specs, JUPYTER_RUNTIME_DIR: join(specs, "runtime") },
    });
    const kernel = new Kernel(driver, specs);
    await kernel.next();
    return kernel;
  }

  private next(): Promise<Content> {
    return new Promise((resolve, reject) => {
      this.answers.push((line) => {
        const { answer, problem } = JSON.parse(line);
        if (problem === undefined) resolve(answer);
        else reject(new Error(problem));
      });
    });
  }

  /** Calls a method of driver.py. */
  call(...command: unknown[]): Promise<Content> {
    const answer = this.next();
    this.driver.stdin?.write(`${JSON.stringify(command)}\n`);
    return answer;
  }

  /** Sends cells all at once, as "Run all" does, and waits for all of them. */
  async runAll(...cells: string[]): Promise<Outcome> {
    const ids: string[] = [];
    for (const code of cells) ids.push(await this.call("send", code));
    return outcome(await this.call("collect", ids));
  }

  /** Runs a cell; after `limit` seconds it counts as stuck. */
  async run(code: string, limit?: number): Promise<Outcome> {
    const id = await this.call("send", code);
    return outcome(await this.call("collect", [id], limit));
  }

  /** Runs a cell and interrupts it. */
  async interrupted(code: string, after = 0.5): Promise<Outcome> {
    const id = await this.call("send", code);
    await this.call("interrupt", after);
    return outcome(await this.call("collect", [id]));
  }

  async close(): Promise<void> {
    if (!this.ended) await this.call("close").catch(() => {});
    rmSync(this.specs, { recursive: true, force: true });
  }
}
