// The code that a value came from, as hashes: a value from the cache is used only if all of it is unchanged.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { types } from "node:util";
import { kit } from "./kit";

/** Hash by path: of a package as a whole, or of a single file outside packages. */
export type Code = Readonly<Record<string, string>>;

const installed = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** The package that a file belongs to, of the kit or installed, or else the file itself. */
const unitOf = (file: string): string =>
  installed.exec(file)?.[0] ?? kit?.packages.find((folder) => file.startsWith(folder + sep)) ?? file;

/** What a unit's hash covers. An installed package is known by its version; a table of the kit by the hash in its description. */
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

/** Hashes of units as they are on disk, each read once. */
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

/** Whether all code is on disk as it was. */
export function unchanged(code: Code, hashOf: (unit: string) => string): boolean {
  try {
    return Object.entries(code).every(([unit, hash]) => hashOf(unit) === hash);
  } catch {
    return false; // a file is gone
  }
}

/**
 * Code that is loaded in this thread, read anew when asked; each file should be hashed soon after it is loaded.
 *
 * @returns undefined once an ES module of one's own is among it: Node does not tell what that one imports
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
