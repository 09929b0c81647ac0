// What a task's code is, as a hash: the same only where the same code would run. It covers the module and all that it
// requires, at any depth, in files of the kit and of the reader; an installed package counts by its name and version.
import { createHash, type Hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, extname, join } from "node:path";
import type { TaskSource } from "./task";

const mentions = /(?:\brequire\(\s*|\bfrom\s*|\bimport\(?\s*)(["'])([^"'\n]+)\1/g;

/** The folder of the nearest package.json. */
function packageFolder(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function walk(hash: Hash, text: string, file: string, seen: Set<string>): void {
  const { resolve } = createRequire(file);
  for (const [, , name = ""] of text.matchAll(mentions)) {
    if (isBuiltin(name)) continue;
    hash.update(`\n${name}\n`);
    let found: string;
    try {
      found = resolve(name);
    } catch {
      continue; // not there, or no import at all: the text that says so is in the hash
    }
    include(hash, found, seen);
  }
}

function include(hash: Hash, file: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  const folder = packageFolder(file);
  if (/[\\/]node_modules[\\/]/.test(file) && folder !== undefined) {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    hash.update(`${name}@${version}`);
    return;
  }
  const text = readFileSync(file, "utf8");
  hash.update(text);
  // Tables are read when they are asked for; their hashes stand in the package's description.
  const tables = folder === undefined ? "" : join(folder, "datapackage.json");
  if (tables !== "" && !seen.has(tables) && existsSync(tables)) {
    seen.add(tables);
    hash.update(readFileSync(tables));
  }
  if ([".js", ".cjs", ".mjs"].includes(extname(file))) walk(hash, text, file, seen);
}

/** 64 hexadecimal digits. Node's version counts too: another V8 may compute another last digit of a sine. */
export function fingerprint(task: TaskSource): string {
  const hash = createHash("sha256").update(`${process.versions.v8} ${process.arch}\n`);
  const seen = new Set<string>();
  if (task.kind === "module") {
    hash.update(`${task.name}\n`);
    include(hash, task.file, seen);
  } else {
    hash.update(task.text);
    for (const { object, property, source } of task.references) {
      hash.update(`\n${object}.${property} ${source.name}\n`);
      include(hash, source.file, seen);
    }
    walk(hash, task.text, join(task.folder, "cell.js"), seen);
  }
  return hash.digest("hex");
}
