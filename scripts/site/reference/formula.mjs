// Formulas as doc comments write them, in plain text, to TeX: `sum_i (p_i - t_i)^2` to `\sum_{i} (p_{i} - t_{i})^{2}`.
// A hover in an editor shows no TeX, so that comments have none.

const greek = new Set(
  (
    "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega " +
    "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
  ).split(" "),
);
const functions = new Set("log ln exp sin cos tan sinh cosh tanh max min arg".split(" "));

/** @type {Readonly<Record<string, string>>} */
const signs = {
  ...{ "<=": "\\le ", ">=": "\\ge ", "!=": "\\ne ", "<->": "\\leftrightarrow ", "<-": "\\leftarrow ", "->": "\\to " },
  ...{ "...": "\\dots ", "-+": "\\mp ", "+-": "\\pm ", "||": "\\,\\|\\, ", "<": "\\lt ", ">": "\\gt ", "*": "\\cdot " },
  ...{ "~": "\\sim ", "{": "\\{", "}": "\\}", "%": "\\%", "#": "\\#", "&": "\\&", $: "\\$", _: "\\_", "^": "\\hat{}" },
  ...{ "|": "|", "\\": "\\backslash ", '"': '\\text{"}', "`": "" },
};
const token =
  /\s+|(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?|[a-z]{3,}(?:-[a-z]{3,})+|[A-Za-z]{2,}'s\b|[A-Za-z][A-Za-z0-9]*|<->|<=|>=|!=|<-|->|\.\.\.|-\+|\+-|\|\||./gu;

/** Where the bracket that opens at `from` closes. */
function closing(/** @type {readonly string[]} */ tokens, /** @type {number} */ from) {
  const open = tokens[from] ?? "";
  const close = { "(": ")", "{": "}", "[": "]", "|": "|" }[open];
  let depth = 1;
  for (let at = from + 1; at < tokens.length; at++) {
    if (tokens[at] === close && --depth === 0) return at;
    if (tokens[at] === open) depth++;
  }
  return tokens.length - 1;
}

/** What a sign of index or power takes: a bracket, or what follows without a space. @returns {[string, number]} TeX, and where it ends */
function attached(/** @type {readonly string[]} */ tokens, /** @type {number} */ from, /** @type {boolean} */ isIndex) {
  const first = tokens[from] ?? "";
  if (first === "(" || first === "{" || first === "|") {
    const end = closing(tokens, from);
    const inner = texOf(tokens.slice(from + 1, end));
    return [first === "|" ? `|${inner}|` : inner, end + 1];
  }
  let end = from + 1;
  if (first === "-" || first === "+") end++;
  const joins = (/** @type {number} */ at) => /^[+-]$/.test(tokens[at] ?? "") && /^\w/.test(tokens[at + 1] ?? "");
  if (isIndex) while (joins(end)) end += 2;
  return [texOf(tokens.slice(from, end)), end];
}

/** A word of a formula; undefined if it is one of prose. */
function symbol(/** @type {string} */ word, /** @type {string | undefined} */ next) {
  if (greek.has(word)) return `\\${word} `;
  if (functions.has(word)) return `\\${word} `;
  const [, base, digits] = /^([A-Za-z]+)(\d+)$/.exec(word) ?? [];
  if (base !== undefined && functions.has(base)) return `\\${base}_{${digits}}`;
  if (base !== undefined && (base.length === 1 || greek.has(base)))
    return `${greek.has(base) ? `\\${base} ` : base}_{${digits}}`;
  if (word.length === 1) return word;
  if (/^[A-Z]+\d*$/.test(word)) return `\\mathrm{${word}}`;
  if (next === "(" || next === "[") return `\\operatorname{${word}}`;
  return undefined;
}

const isProse = (/** @type {string | undefined} */ word) =>
  word !== undefined && /^[a-z]{2,}$/.test(word) && symbol(word, undefined) === undefined;

/** What a token means by those around it; undefined if it means the same everywhere. */
function inPlace(/** @type {readonly string[]} */ tokens, /** @type {number} */ at) {
  const [now = "", next = ""] = [tokens[at], tokens[at + 1]];
  // The article, not a parameter.
  if (now === "a" && isProse(tokens[at - 2]) && isProse(tokens[at + 2])) return "\\text{a}";
  if (now === "sum" || now === "prod") return /^(over|of)$/.test(tokens[at + 2] ?? "") ? undefined : `\\${now}`;
  // The brackets of a mean stand close to what they hold, the signs of an order do not.
  if (now === "<" && next !== "" && !/^\s/.test(next)) return "\\langle ";
  if (now === ">" && !/^\s?$/.test(tokens[at - 1] ?? "")) return "\\rangle ";
  const [, digits, power] = /^([\d.]+)e([+-]?\d+)$/.exec(now) ?? [];
  if (power !== undefined) return `${digits === "1" ? "" : `${digits} \\cdot `}10^{${power}}`;
  return undefined;
}

/** @param {readonly string[]} tokens @returns {string} */
function texOf(tokens) {
  let tex = "";
  for (let at = 0; at < tokens.length; ) {
    const now = tokens[at] ?? "";
    const next = tokens[at + 1];
    if (now === "_" || now === "^") {
      const [inner, end] = attached(tokens, at + 1, now === "_");
      tex += `${now}{${inner}}`;
      at = end;
    } else if (now === "sqrt" && next === "(") {
      const end = closing(tokens, at + 1);
      tex += `\\sqrt{${texOf(tokens.slice(at + 2, end))}}`;
      at = end + 1;
    } else if (now === "sqrt") {
      tex += `\\sqrt{${texOf(tokens.slice(at + 2, at + 3))}}`;
      at += 3;
    } else if (/^\s/.test(now)) {
      // Between two factors, a thin space; around signs TeX has its own.
      const multiplies = /[\w)\]|}']$/.test(tokens[at - 1] ?? "") && /^[\w([|]/.test(next ?? "");
      tex += multiplies ? "\\;" : " ";
      at++;
    } else if (/^[A-Za-z]/.test(now)) {
      tex += inPlace(tokens, at) ?? symbol(now, next) ?? `\\text{${now}}`;
      at++;
    } else {
      tex += inPlace(tokens, at) ?? signs[now] ?? now;
      at++;
    }
  }
  return tex;
}

/** @param {string} text a formula in plain text @returns {string} the same in TeX */
export const formulaTex = (text) => texOf(text.trim().match(token) ?? []);

/** Whether a stretch of a comment is a formula, not prose or a number: it relates or combines something. */
export const isFormula = (/** @type {string} */ text) => {
  const words = text.match(/(?<![\w.])[a-z]{3,}(?![\w(])/g)?.filter((word) => !greek.has(word)) ?? [];
  return /[=^_*/<>|~+]|\w\(/.test(text) && words.length <= 12 && !/"|\S;(?=\s*\S)|=>|\/\/|https?:/.test(text);
};
