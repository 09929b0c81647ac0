// What a site must keep to before it is published: links that lead somewhere, no request to another host, a size.
import { statSync } from "node:fs";
import { join } from "node:path";
import { brokenLinks, filesOf, isForeign, linksOf } from "./links.mjs";

/** Bytes of the whole site. */
export const mostBytes = 45e6;

export const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

export const sizeOf = (/** @type {string} */ folder) =>
  filesOf(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

/**
 * Reads the files of a site, and fetches nothing.
 * @param {string} folder
 * @returns {{ problems: string[], external: string[], summary: string }} external: addresses of other hosts that pages link to
 */
export function checkSite(folder) {
  const links = linksOf(folder);
  const bytes = sizeOf(folder);
  const problems = [
    ...brokenLinks(folder, links).map((link) => `leads nowhere: ${link}`),
    ...links
      .filter((link) => link.loads && isForeign(link))
      .map(({ file, address }) => `asks another host: ${file}: ${address}`),
    ...(bytes > mostBytes ? [`too large: ${megabytes(bytes)}, at most ${megabytes(mostBytes)}`] : []),
  ];
  const external = [...new Set(links.filter(isForeign).map(({ address }) => address))].sort();
  const pages = filesOf(folder).filter((file) => file.endsWith(".html")).length;
  const summary = `${megabytes(bytes)}, ${pages} pages, ${links.length} links, ${external.length} addresses elsewhere`;
  return { problems, external, summary };
}
