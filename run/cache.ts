import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { shown } from "@emergence/lib/core";
import { type Code, unchanged, unitHashes } from "./code";
import { kit } from "./kit";

/** A store of values by key, one file per value. */
export interface Cache {
  /** The value; undefined if there is none, if it is damaged, or if other code computed it. */
  read(key: string): { readonly value: unknown } | undefined;
  write(key: string, value: unknown, code: Code): void;
}

interface Entry {
  readonly key: string;
  readonly code: Code;
  readonly value: unknown;
}

const ending = ".sweep";
const head = "emergence sweep 2\n";
const digest = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

/** The entry in a file's data; undefined if the data are damaged. */
function entryIn(data: Buffer): Entry | undefined {
  const start = head.length + 64;
  const body = data.subarray(start);
  if (data.subarray(0, start).toString("latin1") !== head + digest(body)) return undefined;
  try {
    return deserialize(body) as Entry;
  } catch {
    return undefined;
  }
}

/** The folder that the option `cache` names; undefined for no cache. @throws TypeError unless it is a folder name or a boolean */
export function cacheFolder(where: string, cache: unknown): string | undefined {
  if (cache === false) return undefined;
  if (cache === undefined || cache === true) return kit && join(kit.folder, ".cache", "sweeps");
  if (typeof cache === "string" && cache.trim() !== "") return resolve(cache);
  throw new TypeError(`${where}: cache is ${shown(cache)}, needs true, false or the name of a folder`);
}

let written = 0;

/**
 * @param folder created when the first value is written
 * @param group name of a folder within it
 * @param groupKey part of the key that all values of the group share, such as the task
 */
export function openCache(folder: string, group: string, groupKey: string): Cache {
  const place = join(folder, `${group.replace(/\W/g, "").slice(0, 40) || "task"}-${digest(groupKey).slice(0, 16)}`);
  const whole = (key: string) => `${groupKey}\n${key}`;
  const fileOf = (key: string) => join(place, digest(whole(key)).slice(0, 32) + ending);
  const hashOf = unitHashes();
  let works = true;

  function read(key: string): { readonly value: unknown } | undefined {
    const file = fileOf(key);
    let data: Buffer;
    try {
      data = readFileSync(file);
    } catch {
      return undefined;
    }
    const entry = entryIn(data);
    if (entry?.key === whole(key)) return unchanged(entry.code, hashOf) ? { value: entry.value } : undefined;
    console.warn(`sweep: the cache entry ${file} is damaged; its point is computed again`);
    return undefined;
  }

  function write(key: string, value: unknown, code: Code): void {
    if (!works) return;
    const file = fileOf(key);
    const beside = `${file}.${process.pid}.${written++}.tmp`;
    try {
      mkdirSync(place, { recursive: true });
      const body = serialize({ key: whole(key), code, value } satisfies Entry);
      writeFileSync(beside, Buffer.concat([Buffer.from(head + digest(body), "latin1"), body]), { flag: "wx" });
      renameSync(beside, file);
    } catch (error) {
      try {
        rmSync(beside, { force: true });
      } catch {
        // The folder does not exist, so neither does the file.
      }
      // Windows does not replace a file that another process is reading; that file holds the same value.
      if (existsSync(file) && read(key) !== undefined) return;
      works = false;
      console.warn(
        `sweep: the cache in ${folder} cannot be written; the sweep continues without it: ${(error as Error).message}`,
      );
    }
  }

  return { read, write };
}

/**
 * Deletes the values that sweeps have kept, in the kit's own cache or in the folder that the option `cache` of a sweep named.
 * Nothing else in that folder is touched.
 *
 * @param cache the option of `sweep`
 * @returns number of values deleted
 * @throws TypeError unless `cache` is true or a folder name
 * @example
 * import { clearCache } from "@emergence/run";
 * clearCache("no-such-folder"); // => 0
 */
export function clearCache(cache: true | string = true): number {
  const folder = cacheFolder("clearCache", cache);
  if (folder === undefined || !existsSync(folder)) return 0;
  let count = 0;
  for (const group of readdirSync(folder, { withFileTypes: true })) {
    if (!group.isDirectory() || !/-[0-9a-f]{16}$/.test(group.name)) continue;
    const place = join(folder, group.name);
    for (const name of readdirSync(place)) {
      if (!/^[0-9a-f]{32}\.sweep(\.\d+\.\d+\.tmp)?$/.test(name)) continue;
      rmSync(join(place, name), { force: true });
      if (name.endsWith(ending)) count += 1;
    }
    if (readdirSync(place).length === 0) rmdirSync(place);
  }
  return count;
}
