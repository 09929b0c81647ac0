// Links within a folder of pages.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const plain = (attribute: string) => attribute.replaceAll("&#39;", "'").replaceAll("&amp;", "&");

/** Links, pictures, scripts and styles that are not there, and anchors that lead nowhere. @param files names in the folder */
export function brokenLinks(folder: string, files: readonly string[]): string[] {
  const anchors = new Map<string, Set<string>>();
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const anchorsOf = (name: string) => {
    const known =
      anchors.get(name) ?? new Set([...text(name).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => plain(id as string)));
    anchors.set(name, known);
    return known;
  };
  const isBroken = (name: string, address: string) => {
    if (/^(https?|data|mailto):/.test(address)) return false;
    const [path = "", anchor] = plain(address).split("#");
    const target = path === "" ? name : normalize(join(dirname(name), path));
    if (!existsSync(join(folder, target))) return true;
    return anchor !== undefined && target.endsWith(".html") && !anchorsOf(target).has(anchor);
  };
  return files
    .filter((name) => name.endsWith(".html"))
    .flatMap((name) =>
      [...text(name).matchAll(/\s(?:href|src)="([^"]*)"/g)]
        .filter(([, address = ""]) => isBroken(name, address))
        .map(([, address]) => `${name}: ${address}`),
    );
}
