// Which file `require` means: Node's rules for CommonJS, over the files of the pack.
import { resolve as absolute, dirname, join } from "path-browserify";
import { files } from "./files";

type Target = string | null | { readonly [condition: string]: Target } | undefined;

const conditions = new Set(["node", "require", "default"]);

/** The path that `exports` of a package.json gives for a condition. */
function chosen(target: Target): string | undefined {
  if (typeof target === "string") return target;
  if (target === null || target === undefined) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    const found = conditions.has(condition) ? chosen(inner) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param subpath "." or "./…" @returns path within the package */
export function fromExports(exports: Target, subpath: string): string | undefined {
  const isMap = typeof exports === "object" && exports !== null && Object.keys(exports).some((key) => key[0] === ".");
  if (!isMap) return subpath === "." ? chosen(exports) : undefined;
  const map = exports as Readonly<Record<string, Target>>;
  if (subpath in map) return chosen(map[subpath]);
  for (const [pattern, target] of Object.entries(map)) {
    const [head = "", tail] = pattern.split("*");
    if (tail === undefined || !subpath.startsWith(head) || !subpath.endsWith(tail)) continue;
    const part = subpath.slice(head.length, subpath.length - tail.length);
    const found = chosen(target);
    if (found !== undefined) return found.replaceAll("*", part);
  }
  return undefined;
}

const manifest = (folder: string): { main?: string; exports?: Target } | undefined => {
  const file = join(folder, "package.json");
  if (!files().isFile(file)) return undefined;
  const content = files().read(file);
  return JSON.parse(typeof content === "string" ? content : new TextDecoder().decode(content));
};

function asFile(path: string): string | undefined {
  return [path, `${path}.js`, `${path}.json`, `${path}.cjs`].find((file) => files().isFile(file));
}

function asFolder(path: string): string | undefined {
  const main = manifest(path)?.main;
  const named = main === undefined ? undefined : (asFile(join(path, main)) ?? asFile(join(path, main, "index.js")));
  return named ?? asFile(join(path, "index.js"));
}

function inModules(request: string, folder: string): string | undefined {
  const [, name = request, rest = ""] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(request) ?? [];
  for (let at = folder; ; at = dirname(at)) {
    const home = join(at, "node_modules", name);
    const described = manifest(home);
    if (described?.exports !== undefined) {
      const found = fromExports(described.exports, rest === "" ? "." : `./${rest}`);
      if (found !== undefined) return join(home, found);
    } else if (described !== undefined || files().isFolder(home)) {
      const path = join(home, rest);
      const found = asFile(path) ?? asFolder(path);
      if (found !== undefined) return found;
    }
    if (at === dirname(at)) return undefined;
  }
}

/** The file, by its real path. @throws Error with the code MODULE_NOT_FOUND */
export function resolveFrom(request: string, folder: string): string {
  const isPath = /^(\.{1,2}(\/|$)|\/)/.test(request);
  const path = absolute(folder, request);
  const found = isPath ? (asFile(path) ?? asFolder(path)) : inModules(request, folder);
  if (found !== undefined) return files().real(found);
  throw Object.assign(new Error(`Cannot find module '${request}'`), { code: "MODULE_NOT_FOUND" });
}
