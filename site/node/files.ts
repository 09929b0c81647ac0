// The files of a kernel in a page: those of the pack, and what cells write, which lasts as long as the kernel.
import { basename, dirname, join, resolve } from "path-browserify";
import { fetchNow } from "./fetchNow";
import type { Pack } from "./pack";

/** An error as Node's fs throws it, by code. */
export function fileError(code: string, does: string, path: string): Error {
  const words: Record<string, string> = {
    ENOENT: "no such file or directory",
    EISDIR: "illegal operation on a directory",
    ENOTDIR: "not a directory",
    EEXIST: "file already exists",
    ENOTEMPTY: "directory not empty",
  };
  return Object.assign(new Error(`${code}: ${words[code]}, ${does} '${path}'`), { code, syscall: does, path });
}

export class Files {
  private readonly contents = new Map<string, string | Uint8Array>();
  private readonly remote = new Map<string, string>();
  /** The names in each folder. */
  private readonly folders = new Map<string, Set<string>>([["/", new Set()]]);
  private readonly links: readonly (readonly [string, string])[];

  /** @param base address that those of the pack are against @param thread address of thread.js */
  constructor(
    readonly pack: Pack,
    readonly base: string,
    readonly thread: string = new URL("thread.js", base).href,
  ) {
    this.links = Object.entries(pack.links);
    for (const [path, text] of Object.entries(pack.files)) this.put(path, text);
    for (const [path, address] of Object.entries(pack.remote)) {
      this.note(path);
      this.remote.set(path, address);
    }
    for (const path of Object.keys(pack.links)) this.note(path);
  }

  /** The path without links. */
  real(path: string): string {
    const whole = resolve(path);
    for (const [from, to] of this.links) {
      if (whole === from || whole.startsWith(`${from}/`)) return to + whole.slice(from.length);
    }
    return whole;
  }

  isFile(path: string): boolean {
    const real = this.real(path);
    return this.contents.has(real) || this.remote.has(real);
  }

  isFolder(path: string): boolean {
    return this.folders.has(this.real(path));
  }

  /** The names in a folder, in order. */
  list(path: string): string[] {
    const names = this.folders.get(this.real(path));
    if (names) return [...names].sort();
    throw fileError(this.isFile(path) ? "ENOTDIR" : "ENOENT", "scandir", path);
  }

  /** A file's text or bytes; what is not in the pack is fetched first, once. */
  read(path: string): string | Uint8Array {
    const real = this.real(path);
    const address = this.remote.get(real);
    if (address !== undefined && !this.contents.has(real)) {
      if (this.pack.absent) throw new Error(`${basename(real)} cannot be read here: ${this.pack.absent}`);
      this.contents.set(real, fetchNow(new URL(address, this.base).href));
    }
    const content = this.contents.get(real);
    if (content !== undefined) return content;
    throw fileError(this.isFolder(path) ? "EISDIR" : "ENOENT", "open", path);
  }

  write(path: string, content: string | Uint8Array): void {
    const real = this.real(path);
    if (this.folders.has(real)) throw fileError("EISDIR", "open", path);
    if (!this.folders.has(dirname(real))) throw fileError("ENOENT", "open", path);
    this.put(real, content);
  }

  makeFolder(path: string): void {
    const real = this.real(path);
    if (this.folders.has(real)) return;
    this.note(real);
    this.folders.set(real, new Set());
  }

  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): void {
    const real = this.real(path);
    for (const name of this.folders.get(real) ?? []) this.remove(join(real, name));
    this.folders.delete(real);
    this.contents.delete(real);
    this.remote.delete(real);
    this.folders.get(dirname(real))?.delete(real.slice(real.lastIndexOf("/") + 1));
  }

  private put(path: string, content: string | Uint8Array): void {
    this.note(path);
    this.contents.set(path, content);
  }

  /** Enters a path into the folder above, and so on up. */
  private note(path: string): void {
    const folder = dirname(path);
    if (!this.folders.has(folder)) {
      this.folders.set(folder, new Set());
      this.note(folder);
    }
    this.folders.get(folder)?.add(path.slice(path.lastIndexOf("/") + 1));
  }
}

let current: Files | undefined;

/** Gives this thread its files. */
export function mount(files: Files): void {
  current = files;
}

/** The files of this thread. */
export function files(): Files {
  if (current) return current;
  throw new Error("files: got no pack yet, needs mount(new Files(pack, base)) first");
}
