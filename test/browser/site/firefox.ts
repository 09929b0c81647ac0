// A stock Firefox, driven by WebDriver BiDi. playwright-core speaks BiDi too, but with a command that Firefox ESR 153 does not know
// yet (emulation.setMediaFeaturesOverride), so that it opens no page there.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "undici";

/** Milliseconds, against hanging only. */
const limit = 120_000;

// biome-ignore lint/suspicious/noExplicitAny: what a command answers is the protocol's
type Answer = any;

/** Where a Firefox that has been started listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`Firefox does not start: ${why}\n${said}`));
    const timer = setTimeout(() => fail(`no answer in ${limit / 1000} s`), limit);
    child.stderr?.on("data", (text) => {
      said += text;
      const [, address] = /BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.on("error", ({ message }) => fail(message));
    child.on("exit", (code) => fail(`it has ended with ${code}`));
  });
}

export class Firefox {
  private number = 0;
  private readonly waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  /** Addresses that pages have asked for. */
  readonly requests: string[] = [];
  /** What failed on pages. */
  readonly problems: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly socket: WebSocket,
    private readonly profile: string,
  ) {
    socket.addEventListener("message", ({ data }) => this.take(JSON.parse(data)));
    process.once("exit", this.kill);
  }

  static async launch(path: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), "emergence-firefox-"));
    const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"];
    const child = spawn(path, args, { stdio: ["ignore", "ignore", "pipe"] });
    try {
      const socket = new WebSocket(`${await listening(child)}/session`);
      await once(socket, "open");
      const firefox = new Firefox(child, socket, profile);
      await firefox.send("session.new", { capabilities: {} });
      await firefox.send("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });
      return firefox;
    } catch (error) {
      child.kill();
      rmSync(profile, { recursive: true, force: true });
      throw error;
    }
  }

  private readonly kill = () => void this.child.kill();

  send(method: string, params: object): Promise<Answer> {
    const id = ++this.number;
    const answer = new Promise<Answer>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  private take({ id, type, method, params, result, message }: Answer): void {
    if (method === "network.beforeRequestSent") this.requests.push(params.request.url);
    else if (method === "log.entryAdded" && params.type === "javascript" && params.level === "error")
      this.problems.push(params.text);
    const waits = this.waiting.get(id);
    this.waiting.delete(id);
    if (type === "error") waits?.reject(new Error(`Firefox: ${message}`));
    else waits?.resolve(result);
  }

  async open(address: string): Promise<FirefoxPage> {
    const { context } = await this.send("browsingContext.create", { type: "tab" });
    await this.send("browsingContext.navigate", { context, url: address, wait: "complete" });
    return new FirefoxPage(this, context);
  }

  async close(): Promise<void> {
    const ended = once(this.child, "exit");
    const timer = setTimeout(() => this.child.kill("SIGKILL"), limit);
    await this.send("browser.close", {});
    await ended;
    clearTimeout(timer);
    process.off("exit", this.kill);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class FirefoxPage {
  constructor(
    private readonly firefox: Firefox,
    private readonly context: string,
  ) {}

  /** Runs a function on the page, to which it, its argument and its result go as text. */
  async evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> {
    const { type, result, exceptionDetails } = await this.firefox.send("script.callFunction", {
      functionDeclaration: `async (argument) => JSON.stringify(await (${run})(JSON.parse(argument)))`,
      arguments: [{ type: "string", value: JSON.stringify(argument) }],
      target: { context: this.context },
      awaitPromise: true,
      userActivation: true,
    });
    if (type === "exception") throw new Error(`on the page: ${exceptionDetails.text}`);
    return (result.type === "string" ? JSON.parse(result.value) : undefined) as Result;
  }

  /** A picture of what is in view, as a PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.firefox.send("browsingContext.captureScreenshot", { context: this.context });
    return Buffer.from(data, "base64");
  }

  async close(): Promise<void> {
    await this.firefox.send("browsingContext.close", { context: this.context });
  }
}
