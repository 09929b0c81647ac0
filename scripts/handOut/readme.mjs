// README.md as students get it: what leads to a page of the teacher's, or to a notebook that is not handed out, is left out.

const link = /\]\((?!https?:|mailto:|#)([^)#]+)[^)]*\)/g;

/** Items of a list with the lines that go on below them, and every other line by itself. @param {string} text */
const blocksOf = (text) => text.match(/^- .*\n(?: {2}.*\n)*|^.*\n?/gm) ?? [];

/**
 * An item of a list goes if one of its links leads nowhere; a row of a table if all of them do.
 * @param {string} text
 * @param {ReadonlySet<string>} given files that are handed out, by path from the clone
 * @returns {string}
 */
export function handedReadme(text, given) {
  const paths = [...given];
  const isThere = (/** @type {string} */ to) => given.has(to) || paths.some((path) => path.startsWith(`${to}/`));
  return blocksOf(text)
    .filter((block) => {
      const there = [...block.matchAll(link)].map(([, to = ""]) => isThere(to.replace(/\/$/, "")));
      if (block.startsWith("- ")) return there.every(Boolean);
      return !block.startsWith("| ") || there.length === 0 || there.some(Boolean);
    })
    .join("");
}
