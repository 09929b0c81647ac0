import { EventEmitter } from "./events";
import { kitFolder } from "./pack";

type Write = (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;

/** What `process.exit` throws, since code after it must not run. */
export class Exit extends Error {
  override readonly name = "Exit";

  constructor(readonly code: number) {
    super(`process.exit(${code}): the cell ends here; the kernel of a page goes on`);
  }
}

/** Node's version, by which tslab picks the level of the language. */
const version = "v20.19.0";
const started = performance.now();
const silent: Write = () => true;

class Process extends EventEmitter {
  readonly title = "node";
  readonly version = version;
  readonly versions = { node: version.slice(1), v8: navigator.userAgent };
  readonly platform = "linux";
  readonly arch = "browser";
  /** TypeScript must not take this for Node. */
  readonly browser = true;
  readonly pid = 1;
  readonly argv = ["node"];
  readonly execArgv: string[] = [];
  readonly env: Record<string, string | undefined> = {};
  readonly stdout = { write: silent, isTTY: false };
  readonly stderr = { write: silent, isTTY: false };
  exitCode: number | undefined;

  cwd(): string {
    return `${kitFolder}/notebooks`;
  }

  nextTick(callback: (...args: unknown[]) => void, ...args: unknown[]): void {
    queueMicrotask(() => callback(...args));
  }

  hrtime = Object.assign(
    (since: readonly [number, number] = [0, 0]): [number, number] => {
      const nanoseconds = Math.round(performance.now() * 1e6) - since[0] * 1e9 - since[1];
      return [Math.floor(nanoseconds / 1e9), nanoseconds % 1e9];
    },
    { bigint: () => BigInt(Math.round(performance.now() * 1e6)) },
  );

  uptime(): number {
    return (performance.now() - started) / 1000;
  }

  emitWarning(warning: string | Error): void {
    console.warn(warning);
  }

  exit(code = 0): never {
    this.emit("exit", code);
    throw new Exit(code);
  }
}

export const process = new Process();
