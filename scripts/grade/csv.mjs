// Tables that a spreadsheet opens. Where students' words come in, none of them is a formula.

/** @param {unknown} value */
function field(value) {
  let text = `${value ?? ""}`;
  if (typeof value !== "number" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Marked as UTF-8, which Excel does not guess. @param {unknown[][]} rows */
export const writeCsv = (rows) => `\uFEFF${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;

/** @param {string} text @returns {Record<string, string>[]} rows by the names of the first; commas or semicolons, as spreadsheets write them */
export function readCsv(text) {
  const plain = text.replace(/^\uFEFF/, "");
  const first = plain.slice(0, (plain.search(/[\r\n]/) + 1 || plain.length + 1) - 1);
  const separator = first.includes(";") && !first.includes(",") ? ";" : ",";
  /** @type {string[][]} */
  const rows = [[]];
  const pattern = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r\\n|\\n|\\r|$)`, "y");
  for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
    const [, word = "", end] = match;
    rows.at(-1)?.push(word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word);
    if (pattern.lastIndex >= plain.length) break;
    if (end !== separator) rows.push([]);
  }
  const [names = [], ...data] = rows;
  return data
    .filter((row) => row.some((one) => one !== ""))
    .map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""])));
}
