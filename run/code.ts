// Hashes of the code that computed a value. A value from the cache is used only if all of that code is unchanged.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { types } from "node:util";
import { kit } from "./kit";

/** Hash per unit, by path. A unit is a package as a whole, or a single file outside packages. */
export type Code = Readonly<Record<string, string>>;

const installed = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** The kit's packages by how the paths of their files begin. Made once: V8 joins two constant texts in the background, which is when Node may crash (see `retire` in pool.ts). */
const beginnings = new Map(kit?.packages.map((folder) => [folder + sep, folder]));

/** The package that a file belongs to, of the kit or installed, or else the file itself. */
function unitOf(file: string): string {
  const found = installed.exec(file)?.[0];
  if (found !== undefined) return found;
  for (const [beginning, folder] of beginnings) if (file.startsWith(beginning)) return folder;
  return file;
}

/** The files that a unit's hash covers. An installed package is known by its version, a table of the kit by the hash in its description. */
function filesOf(unit: string): string[] {
  if (installed.test(unit)) return [join(unit, "package.json")];
  if (!kit?.packages.includes(unit)) return [unit];
  const built = readdirSync(join(unit, "dist"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?js$/.test(name))
    .sort()
    .map((name) => join("dist", name));
  return ["package.json", "datapackage.json", ...built]
    .map((name) => join(unit, name))
    .filter((file) => existsSync(file));
}

/** A function that hashes units as they are on disk, each once. */
export function unitHashes(): (unit: string) => string {
  const known = new Map<string, string>();
  return (unit) => {
    let found = known.get(unit);
    if (found === undefined) {
      const hash = createHash("sha256");
      for (const file of filesOf(unit)) hash.update(`${file.slice(unit.length)}\n`).update(readFileSync(file));
      found = hash.digest("hex");
      known.set(unit, found);
    }
    return found;
  };
}

/** Whether all the code is still the same on disk. */
export function unchanged(code: Code, hashOf: (unit: string) => string): boolean {
  try {
    return Object.entries(code).every(([unit, hash]) => hashOf(unit) === hash);
  } catch {
    return false; // a file is gone
  }
}

/**
 * A function that gives the code loaded in this thread so far. Call it soon after each load, since it hashes the files on disk.
 *
 * @returns undefined if one of the loaded files is an ES module: Node does not tell what that imports
 */
export function loadedCode(): () => Code | undefined {
  const hashOf = unitHashes();
  let count = 0;
  let code: Code | undefined = {};
  return () => {
    const loaded = Object.keys(require.cache);
    if (loaded.length === count) return code;
    count = loaded.length;
    const own = loaded.filter((file) => unitOf(file) === file);
    code = own.some((file) => types.isModuleNamespaceObject(require.cache[file]?.exports))
      ? undefined
      : Object.fromEntries([...new Set(loaded.map(unitOf))].map((unit) => [unit, hashOf(unit)]));
    return code;
  };
}
