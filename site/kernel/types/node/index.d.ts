// What cells find in a page, in place of @types/node, which is twenty times as long and costs seconds at the start. A test holds
// it against the cells of all notebooks.

interface Console {
  assert(condition?: unknown, ...data: unknown[]): void;
  count(label?: string): void;
  countReset(label?: string): void;
  debug(...data: any[]): void;
  dir(item?: unknown, options?: object): void;
  error(...data: any[]): void;
  group(...data: any[]): void;
  groupEnd(): void;
  info(...data: any[]): void;
  log(...data: any[]): void;
  table(tabularData?: unknown): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  timeLog(label?: string, ...data: any[]): void;
  trace(...data: any[]): void;
  warn(...data: any[]): void;
}
declare var console: Console;

declare namespace NodeJS {
  interface Timeout {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
    close(): this;
    [Symbol.toPrimitive](): number;
  }
  type Timer = Timeout;
  interface Immediate {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
  }
  interface Process {
    readonly version: string;
    readonly versions: Readonly<Record<string, string>>;
    readonly platform: string;
    readonly arch: string;
    readonly env: Record<string, string | undefined>;
    readonly argv: string[];
    readonly stdout: { write(chunk: string | Uint8Array): boolean };
    readonly stderr: { write(chunk: string | Uint8Array): boolean };
    cwd(): string;
    exit(code?: number): never;
    hrtime: { (since?: [number, number]): [number, number]; bigint(): bigint };
    uptime(): number;
    nextTick(callback: Function, ...args: any[]): void;
    on(event: string, listener: (...args: any[]) => void): this;
    once(event: string, listener: (...args: any[]) => void): this;
    off(event: string, listener: (...args: any[]) => void): this;
  }
  interface Require {
    (id: string): any;
    resolve(id: string): string;
    readonly cache: Record<string, any>;
  }
}
declare var process: NodeJS.Process;
declare var require: NodeJS.Require;
declare var global: typeof globalThis;

declare function setTimeout<A extends any[]>(
  callback: (...args: A) => void,
  delay?: number,
  ...args: A
): NodeJS.Timeout;
declare function setTimeout(callback: (args: void) => void, delay?: number): NodeJS.Timeout;
declare function setInterval<A extends any[]>(
  callback: (...args: A) => void,
  delay?: number,
  ...args: A
): NodeJS.Timeout;
declare function setInterval(callback: (args: void) => void, delay?: number): NodeJS.Timeout;
declare function setImmediate<A extends any[]>(callback: (...args: A) => void, ...args: A): NodeJS.Immediate;
declare function setImmediate(callback: (args: void) => void): NodeJS.Immediate;
declare function clearTimeout(timer: NodeJS.Timeout | string | number | undefined): void;
declare function clearInterval(timer: NodeJS.Timeout | string | number | undefined): void;
declare function clearImmediate(immediate: NodeJS.Immediate | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;

declare var performance: { now(): number; readonly timeOrigin: number };
declare var crypto: { randomUUID(): string; getRandomValues<T extends ArrayBufferView>(array: T): T };

interface Buffer extends Uint8Array {
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  equals(other: Uint8Array): boolean;
  write(text: string, offset?: number): number;
}
type BufferEncoding = "utf8" | "utf-8" | "hex" | "base64" | "latin1" | "binary" | "ascii" | "utf16le" | "ucs2";
declare var Buffer: {
  from(data: string, encoding?: BufferEncoding): Buffer;
  from(data: ArrayBuffer | ArrayLike<number>): Buffer;
  alloc(size: number, fill?: number | string): Buffer;
  concat(list: readonly Uint8Array[]): Buffer;
  isBuffer(value: unknown): value is Buffer;
  byteLength(text: string, encoding?: BufferEncoding): number;
};

declare class TextEncoder {
  encode(text?: string): Uint8Array;
}
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare class URL {
  constructor(url: string, base?: string | URL);
  href: string;
  pathname: string;
  hostname: string;
  search: string;
  hash: string;
  toString(): string;
}
interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare module "node:fs" {
  export function readFileSync(path: string): Buffer;
  export function readFileSync(path: string, options: BufferEncoding | { encoding: BufferEncoding }): string;
  export function writeFileSync(path: string, data: string | Uint8Array): void;
  export function appendFileSync(path: string, data: string | Uint8Array): void;
  export function existsSync(path: string): boolean;
  export function readdirSync(path: string): string[];
  export function mkdirSync(path: string, options?: { recursive?: boolean }): void;
  export function rmSync(path: string, options?: { force?: boolean; recursive?: boolean }): void;
}
declare module "fs" {
  export * from "node:fs";
}
declare module "node:path" {
  export function join(...paths: string[]): string;
  export function resolve(...paths: string[]): string;
  export function dirname(path: string): string;
  export function basename(path: string, suffix?: string): string;
  export function extname(path: string): string;
}
declare module "path" {
  export * from "node:path";
}
declare module "node:util" {
  export function inspect(value: unknown, options?: object): string;
  export function format(...args: unknown[]): string;
}
declare module "util" {
  export * from "node:util";
}
declare module "node:crypto" {
  export function createHash(name: "sha256"): {
    update(data: string | Uint8Array): ReturnType<typeof createHash>;
    digest(encoding: BufferEncoding): string;
    digest(): Buffer;
  };
  export function randomUUID(): string;
}
declare module "crypto" {
  export * from "node:crypto";
}
declare module "node:os" {
  export function availableParallelism(): number;
}
declare module "os" {
  export * from "node:os";
}
