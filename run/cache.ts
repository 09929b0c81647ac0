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
import { dirname, join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";

/** Values by key, each in a file of its own. */
export interface Cache {
  /** The value, or undefined where there is none that is whole. */
  read(key: string): { readonly value: unknown } | undefined;
  write(key: string, value: unknown): void;
}

const ending = ".sweep";
const head = "emergence sweep 1\n";
const digest = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

/** `.cache/sweeps` of the kit that this file belongs to; undefined where it is installed in another project. */
function ownFolder(): string | undefined {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (!existsSync(file) || JSON.parse(readFileSync(file, "utf8")).workspaces === undefined) continue;
    return /[\\/]node_modules[\\/]/.test(__dirname) ? undefined : join(folder, ".cache", "sweeps");
  }
  return undefined;
}

/** The folder that an option `cache` means; undefined for none. @throws TypeError for what is neither a folder nor a boolean */
export function cacheFolder(where: string, cache: unknown): string | undefined {
  if (cache === false) return undefined;
  if (cache === undefined || cache === true) return ownFolder();
  if (typeof cache === "string" && cache.trim() !== "") return resolve(cache);
  throw new TypeError(`${where}: cache is ${JSON.stringify(cache)}, needs true, false or the name of a folder`);
}

/** An entry's body; undefined where V8 cannot read it: whole though it is, another program or another Node wrote it. */
function readEntry(body: Buffer): { readonly key: unknown; readonly value: unknown } | undefined {
  try {
    const entry: unknown = deserialize(body);
    return typeof entry === "object" && entry !== null && "key" in entry && "value" in entry ? entry : undefined;
  } catch {
    return undefined;
  }
}

let written = 0;

/**
 * @param folder made when the first value is written
 * @param group part of each key that all share, such as a task and its code: a folder within the folder
 */
export function openCache(folder: string, group: string, groupKey: string): Cache {
  const place = join(folder, `${group.replace(/\W/g, "").slice(0, 40) || "task"}-${digest(groupKey).slice(0, 16)}`);
  const whole = (key: string) => `${groupKey}\n${key}`;
  const fileOf = (key: string) => join(place, digest(whole(key)).slice(0, 32) + ending);
  let works = true;

  function read(key: string): { readonly value: unknown } | undefined {
    const file = fileOf(key);
    let data: Buffer;
    try {
      data = readFileSync(file);
    } catch {
      return undefined;
    }
    const start = head.length + 64;
    const body = data.subarray(start);
    if (data.subarray(0, start).toString("latin1") === head + digest(body)) {
      const entry = readEntry(body);
      if (entry?.key === whole(key)) return { value: entry.value };
    }
    console.warn(`sweep: the cache entry ${file} is damaged; its point is computed again`);
    return undefined;
  }

  function write(key: string, value: unknown): void {
    if (!works) return;
    const file = fileOf(key);
    const beside = `${file}.${process.pid}.${written++}.tmp`;
    try {
      mkdirSync(place, { recursive: true });
      const body = serialize({ key: whole(key), value });
      writeFileSync(beside, Buffer.concat([Buffer.from(head + digest(body), "latin1"), body]), { flag: "wx" });
      renameSync(beside, file);
    } catch (error) {
      try {
        rmSync(beside, { force: true });
      } catch {
        // There is no such folder, so there is no such file.
      }
      // Windows does not replace a file that another process reads at this moment: that one holds the same value.
      if (existsSync(file) && read(key) !== undefined) return;
      works = false;
      console.warn(
        `sweep: the cache in ${folder} cannot be written, so it goes on without: ${(error as Error).message}`,
      );
    }
  }

  return { read, write };
}

/**
 * Removes what sweeps have kept: entries of the kit's own cache, or of the folder that a sweep's option `cache` named.
 * Nothing else in that folder is touched.
 *
 * @param cache as the option of `sweep`
 * @returns how many entries there were
 * @throws TypeError for what is neither a folder nor a boolean
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
