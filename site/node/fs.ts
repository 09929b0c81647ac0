// The part of node:fs that the kit and its cells use. What is written lasts as long as the kernel.
import { Buffer } from "buffer/";
import { basename, dirname, join } from "path-browserify";
import { fileError, files } from "./files";

type Path = string | URL;
type Encoding = string | null | undefined;
type Content = string | Uint8Array;

const plain = (path: Path): string => (path instanceof URL ? decodeURIComponent(path.pathname) : path);
const encodingOf = (options: Encoding | { encoding?: Encoding }): Encoding =>
  typeof options === "object" && options !== null ? options.encoding : options;

function readFileSync(path: Path, options?: Encoding | { encoding?: Encoding }): string | Buffer {
  const content = files().read(plain(path));
  const encoding = encodingOf(options);
  if (typeof content === "string" && /^utf-?8$/i.test(encoding ?? "")) return content;
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
  return encoding ? bytes.toString(encoding as BufferEncoding) : bytes;
}

function writeFileSync(path: Path, content: Content, options?: string | { flag?: string }): void {
  const flag = typeof options === "object" ? options.flag : undefined;
  if (flag?.includes("x") && existsSync(path)) throw fileError("EEXIST", "open", plain(path));
  if (flag?.startsWith("a")) appendFileSync(path, content);
  else files().write(plain(path), typeof content === "string" ? content : content.slice());
}

function appendFileSync(path: Path, content: Content): void {
  const before = existsSync(path) ? (readFileSync(path) as Buffer) : Buffer.alloc(0);
  writeFileSync(path, Buffer.concat([before, typeof content === "string" ? Buffer.from(content) : content]));
}

const existsSync = (path: Path): boolean => files().isFile(plain(path)) || files().isFolder(plain(path));

interface Entry {
  readonly name: string;
  readonly parentPath: string;
  isFile(): boolean;
  isDirectory(): boolean;
}

function entryOf(folder: string, name: string): Entry {
  const path = join(folder, name);
  return {
    ...{ name: basename(name), parentPath: dirname(path) },
    isFile: () => files().isFile(path),
    isDirectory: () => files().isFolder(path),
  };
}

function below(folder: string, prefix: string): string[] {
  return files()
    .list(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return [prefix + name, ...(files().isFolder(path) ? below(path, `${prefix}${name}/`) : [])];
    });
}

function readdirSync(path: Path, options?: Encoding | { withFileTypes?: boolean; recursive?: boolean }) {
  const folder = plain(path);
  const { withFileTypes = false, recursive = false } = typeof options === "object" && options !== null ? options : {};
  const names = recursive ? below(folder, "") : files().list(folder);
  return withFileTypes ? names.map((name) => entryOf(folder, name)) : names;
}

function statSync(path: Path, { throwIfNoEntry = true } = {}) {
  const name = plain(path);
  if (!existsSync(name)) {
    if (throwIfNoEntry) throw fileError("ENOENT", "stat", name);
    return undefined;
  }
  const isFile = files().isFile(name);
  const size = isFile ? (readFileSync(name) as Buffer).length : 0;
  return { size, mtimeMs: 0, ino: 0, isFile: () => isFile, isDirectory: () => !isFile };
}

function mkdirSync(path: Path, options?: { recursive?: boolean }): void {
  const folder = plain(path);
  if (!options?.recursive) {
    if (existsSync(folder)) throw fileError("EEXIST", "mkdir", folder);
    if (!files().isFolder(dirname(folder))) throw fileError("ENOENT", "mkdir", folder);
  }
  files().makeFolder(folder);
}

function rmSync(path: Path, options?: { force?: boolean; recursive?: boolean }): void {
  const name = plain(path);
  if (!existsSync(name)) {
    if (options?.force) return;
    throw fileError("ENOENT", "rm", name);
  }
  if (files().isFolder(name) && !options?.recursive) throw fileError("EISDIR", "rm", name);
  files().remove(name);
}

function rmdirSync(path: Path): void {
  if (files().list(plain(path)).length > 0) throw fileError("ENOTEMPTY", "rmdir", plain(path));
  files().remove(plain(path));
}

function renameSync(from: Path, to: Path): void {
  const content = files().read(plain(from));
  files().write(plain(to), content);
  files().remove(plain(from));
}

const realpathSync = (path: Path): string => files().real(plain(path));
const later =
  <A extends unknown[], R>(work: (...args: A) => R) =>
  async (...args: A): Promise<R> =>
    work(...args);

export const fs = {
  ...{ readFileSync, writeFileSync, appendFileSync, existsSync, readdirSync, statSync, lstatSync: statSync },
  ...{ mkdirSync, rmSync, rmdirSync, renameSync, realpathSync, unlinkSync: (path: Path) => rmSync(path) },
};

export const promises = {
  ...{ readFile: later(readFileSync), writeFile: later(writeFileSync), appendFile: later(appendFileSync) },
  ...{ readdir: later(readdirSync), stat: later(statSync), mkdir: later(mkdirSync), rm: later(rmSync) },
  ...{ rename: later(renameSync), unlink: later(fs.unlinkSync) },
};
