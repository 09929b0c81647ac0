// Names in code that lead to where they come from: a published value to its row, a table to its own page.

/** @typedef {{ reference: ReadonlyMap<string, string>, load: ReadonlyMap<string, string> }} Places addresses by name, from the site's root */

/**
 * @param {string} html code in colours
 * @param {Places} places
 * @param {string} up path from the page to the site's root
 */
export const linkedCode = (html, places, up) =>
  html.replace(
    /\b(reference|load)\((<span class="tok-string">&quot;)([\w-]+)(&quot;<\/span>)/g,
    (code, /** @type {keyof Places} */ call, begin, name, end) => {
      const place = places[call].get(name);
      return place === undefined ? code : `${call}(${begin}<a href="${up}${place}">${name}</a>${end}`;
    },
  );

/** Gives each row of the list of published values its name as an anchor. @param {string} html the list, as a page */
export function withRowAnchors(html) {
  const seen = new Set();
  return html.replace(/<tr>(\s*<td><code>([\w-]+)<\/code>)/g, (row, begin, id) => {
    if (seen.has(id)) return row; // of the notebook that comes first
    seen.add(id);
    return `<tr id="${id}">${begin}`;
  });
}
