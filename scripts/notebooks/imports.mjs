// What a text of TypeScript imports when it runs, name by name, and which names a file only hands on from others. Comments and
// types are no part of it: nothing that runs depends on them.
import { transformSync } from "esbuild";

/**
 * An import: what is asked of which file; null asks for all of it.
 * @typedef {{ from: string, names: string[] | null }} Import
 */

/**
 * What a file hands on: `names` by the name that it has here, `all` under the names of the other file, or `as` one name for all.
 * @typedef {{ from: string, names?: Map<string, string>, as?: string }} HandedOn
 */

/** The names in braces, as `[theirs, ours]`; types are left out. */
const named = (/** @type {string} */ braces) =>
  braces
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && !one.startsWith("type "))
    .map((one) => /** @type {[string, string]} */ ([one.split(/\s+as\s+/)[0], one.split(/\s+as\s+/).at(-1)]));

const quoted = String.raw`\s*["']([^"'\n]+)["']`;
const byName = new RegExp(String.raw`\bimport\s*\{([^}]*)\}\s*from${quoted}`, "g");
const whole = new RegExp(String.raw`\bimport(?:\s+(?!type\b)[\w$*\s,{}]*?\bfrom|\s*\(|)${quoted}`, "g");
const handed = new RegExp(String.raw`\bexport\s*(?:\{([^}]*)\}|\*(?:\s*as\s+([\w$]+))?)\s*from${quoted};?`, "g");

/** @returns {Import[]} */
export function importsOf(/** @type {string} */ text) {
  const some = [...text.matchAll(byName)].map(([, braces = "", from = ""]) => ({
    from,
    names: named(braces).map(([theirs]) => theirs),
  }));
  const rest = text.replace(byName, "").replace(/\bimport\s+type\b[^;]*?\bfrom\s*["'][^"'\n]+["']/g, "");
  return [...some, ...[...rest.matchAll(whole)].map(([, from = ""]) => ({ from, names: null }))];
}

/** @returns {HandedOn[]} */
function handedOn(/** @type {string} */ text) {
  return [...text.matchAll(handed)].map(([, braces, as, from = ""]) => ({
    from,
    ...(braces === undefined ? {} : { names: new Map(named(braces).map(([theirs, ours]) => [ours, theirs])) }),
    ...(as === undefined ? {} : { as }),
  }));
}

/**
 * What of a source file counts: its code without comments and types, what it imports, and, if it does nothing else, what it hands on.
 * @param {string} source
 */
export function readSource(source) {
  const { code } = transformSync(source, { loader: "ts" });
  const handsOn = handedOn(code);
  const rest = code.replace(handed, "").trim();
  const imports = [
    ...importsOf(code.replace(handed, "")),
    ...handsOn.map(({ from, names }) => ({ from, names: names === undefined ? null : [...names.values()] })),
  ];
  return { code, imports, handsOn: rest === "" && handsOn.length > 0 ? handsOn : undefined };
}

/**
 * What must be asked of the files behind one that only hands on.
 * @param {HandedOn[]} handsOn
 * @param {string[] | null} names
 * @returns {Import[]}
 */
export function askedOf(handsOn, names) {
  return handsOn.flatMap(({ from, names: given, as }) => {
    if (names === null) return [{ from, names: given === undefined ? null : [...given.values()] }];
    if (as !== undefined) return names.includes(as) ? [{ from, names: null }] : [];
    if (given === undefined) return [{ from, names }];
    const theirs = names.flatMap((name) => given.get(name) ?? []);
    return theirs.length > 0 ? [{ from, names: theirs }] : [];
  });
}
