// The links of a site: which there are, and which lead nowhere.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, posix } from "node:path";

/**
 * @typedef {{ file: string, address: string, folder: string, loads: boolean }} Link
 *   file that has it, by path from the site; folder that it is relative to; loads: opening the page fetches it
 */

const plain = (/** @type {string} */ attribute) =>
  attribute.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Tags whose address is a place to go to; all others fetch it. */
const leading = ["a", "area"];

/** @returns {{ address: string, loads: boolean }[]} */
const inHtml = (/** @type {string} */ text) =>
  [...text.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].flatMap(([, tag = "", attributes = ""]) =>
    [...attributes.matchAll(/\s(?:xlink:)?(?:href|src|poster|data|action)="([^"]*)"/g)].map(([, address = ""]) => ({
      address: plain(address),
      loads: !leading.includes(tag.toLowerCase()),
    })),
  );

/** @returns {{ address: string, loads: boolean }[]} */
const inCss = (/** @type {string} */ text) =>
  [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)].map(([, url, imported]) => ({
    address: url ?? imported ?? "",
    loads: true,
  }));

/** Requests to an address that stands in a script; where a script puts addresses together, the tests in a browser watch. @returns {{ address: string, loads: boolean }[]} */
const inScript = (/** @type {string} */ text) =>
  [
    ...text.matchAll(/\b(?:fetch|import|importScripts|WebSocket|EventSource)\(\s*["'`]((?:https?|wss?):\/\/[^"'`]+)/g),
  ].map(([, address = ""]) => ({ address, loads: true }));

/** @type {Record<string, (text: string) => { address: string, loads: boolean }[]>} */
const readers = { ".html": inHtml, ".svg": inHtml, ".css": inCss, ".js": inScript };

/** Names of all files of a folder, with slashes. */
export const filesOf = (/** @type {string} */ folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll("\\", "/"))
    .sort();

/** All links in pages, pictures and styles, and those of the search, which are from the site's root. @returns {Link[]} */
export function linksOf(/** @type {string} */ folder) {
  const read = (/** @type {string} */ file) => readFileSync(join(folder, file), "utf8");
  return filesOf(folder).flatMap((file) => {
    const links = readers[extname(file)]?.(read(file)) ?? [];
    if (file !== "assets/search.json") return links.map((link) => ({ ...link, file, folder: dirname(file) }));
    /** @type {{ href: string }[]} */
    const found = JSON.parse(read(file));
    return found.map(({ href }) => ({ file, address: href, folder: ".", loads: false }));
  });
}

/** Whether it leads out of the site. */
export const isForeign = (/** @type {Link} */ { address }) => /^([a-z][a-z\d+.-]*:)?\/\//i.test(address);
const isOfNoFile = (/** @type {Link} */ { address }) => /^(data|mailto|blob):/.test(address);

/** Links that lead nowhere, as `file: address`. */
export function brokenLinks(/** @type {string} */ folder, links = linksOf(folder)) {
  const files = new Set(filesOf(folder));
  /** @type {Map<string, Set<string>>} */
  const anchors = new Map();
  const anchorsOf = (/** @type {string} */ page) => {
    const known =
      anchors.get(page) ??
      new Set(
        [...readFileSync(join(folder, page), "utf8").matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => plain(id)),
      );
    anchors.set(page, known);
    return known;
  };
  const isBroken = (/** @type {Link} */ link) => {
    if (isForeign(link)) return !URL.canParse(link.address, "https://example.org");
    if (isOfNoFile(link)) return false;
    const [before = "", anchor] = link.address.split("#");
    const path = before.replace(/\?.*$/, "");
    // From the root of the host it would not be the site's, which may lie in a folder.
    if (path.startsWith("/")) return true;
    const target = path === "" ? link.file : posix.join(link.folder, decodeURIComponent(path));
    const found = [target, posix.join(target, "index.html")].find((each) => files.has(each));
    if (found === undefined) return true;
    return anchor !== undefined && found.endsWith(".html") && !anchorsOf(found).has(decodeURIComponent(anchor));
  };
  return links.filter(isBroken).map(({ file, address }) => `${file}: ${address}`);
}
