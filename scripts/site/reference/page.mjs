// A module of the reference as a page: every public name with what its comment says, an example, its source, and who uses it.
import { highlighted } from "../page/highlight.mjs";
import { shell } from "../page/shell.mjs";
import { escapeHtml } from "../page/text.mjs";
import { proseWith } from "./prose.mjs";

/** @typedef {import("./declarations.mjs").Entry} Entry */
/** @typedef {import("./prose.mjs").Links} Links */
/** @typedef {ReturnType<typeof proseWith>} Prose */
/** @typedef {{ href: string, title: string }} Link */

const groups = /** @type {const} */ ([
  ["function", "Functions"],
  ["value", "Values"],
  ["type", "Types"],
]);

/** The first sentence of a comment, or what leads to its first formula. */
export const summaryOf = (/** @type {Entry} */ { comments }) =>
  (/^[\s\S]*?(?:[.?](?=\s|$)|\n\n|$)/.exec(comments[0]?.text ?? "")?.[0] ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/:$/, ".");

/** Code whose public names lead to where they are told. @param {string} code @param {Links} links @param {string} own */
function linked(code, links, own) {
  return highlighted(code).replace(/(?<![\w&#])[A-Z]\w+(?!\w)/g, (name) => {
    const href = name === own ? undefined : links(name);
    return href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
  });
}

const pre = (/** @type {string} */ html, kind = "") => `<pre${kind && ` class="${kind}"`}><code>${html}</code></pre>`;

/** @param {string} title @param {string} html */
const fact = (title, html) => `<div class="fact"><h4>${title}</h4>${html}</div>`;

/** @param {readonly (readonly [string, string])[]} rows */
const terms = (rows) => `<dl>${rows.map(([term, html]) => `<dt>${term}</dt><dd>${html}</dd>`).join("")}</dl>`;

/** @param {Entry["comments"][number]} comment @param {Prose} prose */
function factsOf(comment, prose) {
  const parameters = comment.parameters.map(
    ({ name, text }) => /** @type {const} */ ([`<code>${escapeHtml(name)}</code>`, prose.inline(text)]),
  );
  const examples = comment.examples.map((code) => pre(highlighted(code))).join("");
  return [
    parameters.length > 0 ? fact("Arguments", terms(parameters)) : "",
    comment.returns === undefined ? "" : fact("Returns", `<p>${prose.inline(comment.returns)}</p>`),
    comment.errors.length > 0
      ? fact("Errors", comment.errors.map((text) => `<p>${prose.inline(text)}</p>`).join(""))
      : "",
    examples === "" ? "" : fact("Example", examples),
    comment.source === undefined ? "" : fact("Source", `<p>${prose.inline(comment.source)}</p>`),
  ].join("");
}

/** @param {Entry} entry @param {Links} links @param {Prose} prose */
function membersOf({ members, name }, links, prose) {
  if (members.length === 0) return "";
  const items = members.map((member) => {
    const type = member.type.replace(/\s+/g, " ");
    const isMethod = type.startsWith(`${member.name}(`) || type.startsWith(`${member.name}<`);
    const code = linked(isMethod ? type.replace(/;$/, "") : `${member.name}: ${type}`, links, name);
    return `<li><code>${code}</code>${prose.block(member.comment.text)}</li>`;
  });
  return `<ul class="members">${items.join("")}</ul>`;
}

/** Functions of the module whose arguments or results have a type. @param {Entry} entry @param {readonly Entry[]} all */
const functionsWith = ({ kind, name }, all) =>
  kind === "type"
    ? all.filter((each) => each.kind === "function" && new RegExp(`\\b${name}\\b`).test(each.signatures.join("\n")))
    : [];

/** @param {Entry} entry @param {Links} links @param {Prose} prose @param {readonly Link[]} uses @param {readonly Entry[]} all of the module */
function entryHtml(entry, links, prose, uses, all) {
  const id = escapeHtml(entry.name);
  const head = `<h3><code>${id}</code></h3>`;
  if (entry.home !== undefined) {
    const href = `${entry.home}.html#${entry.name}`;
    return `<section class="entry" id="${id}">${head}<p>Told under <a href="${escapeHtml(href)}">${escapeHtml(entry.home)}</a>.</p></section>`;
  }
  const told = entry.comments.map((comment) => prose.block(comment.text)).join("");
  const facts = entry.comments.map((comment) => factsOf(comment, prose)).join("");
  const of = functionsWith(entry, all)
    .map(({ name }) => `<a href="#${escapeHtml(name)}"><code>${escapeHtml(name)}</code></a>`)
    .join(", ");
  const used = uses.map(({ href, title }) => `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`).join(", ");
  return `<section class="entry" id="${id}">${head}
${entry.signatures.map((text) => pre(linked(text, links, entry.name), "signature")).join("")}
${told}${membersOf(entry, links, prose)}${facts}
<p class="where"><code>${escapeHtml(entry.file)}</code>${of && ` · of ${of}`}${used && ` · used in ${used}`}</p>
</section>`;
}

/** The names of a group, before they are told: functions with what they do, types by name. @param {readonly Entry[]} entries @param {Prose} prose */
function contents(entries, prose) {
  const link = (/** @type {Entry} */ { name }) => `<a href="#${escapeHtml(name)}"><code>${escapeHtml(name)}</code></a>`;
  if (entries[0]?.kind === "type") return `<p class="names">${entries.map(link).join(" ")}</p>`;
  // Its links would stand within a line that is none.
  const plain = (/** @type {string} */ html) => html.replace(/<\/?a\b[^>]*>/g, "");
  const rows = entries.map(
    (entry) => `<tr><td>${link(entry)}</td><td>${plain(prose.inline(summaryOf(entry)))}</td></tr>`,
  );
  return `<div class="wide"><table class="contents-table" role="presentation">${rows.join("")}</table></div>`;
}

/**
 * @param {import("./declarations.mjs").Module} module
 * @param {{ about: string, links: Links, usesOf: (name: string) => readonly Link[] }} around about: HTML of a line on the module
 */
export function modulePage({ specifier, entries }, { about, links, usesOf }) {
  const prose = proseWith(links);
  const parts = groups.map(([kind, title]) => {
    const chosen = entries.filter((entry) => entry.kind === kind);
    if (chosen.length === 0) return "";
    const told = chosen.map((entry) => entryHtml(entry, links, prose, usesOf(entry.name), entries));
    return `<h2 id="${title.toLowerCase()}">${title}</h2>${contents(chosen, prose)}${told.join("\n")}`;
  });
  const short = specifier.replace("@emergence/", "");
  return shell({
    title: `${short} · Reference · Emergence`,
    description: `Every public name of ${specifier}: formula, arguments, errors, an example that a test runs, source.`,
    up: "../",
    kind: "plain",
    body: `<section class="text reference"><p><a href="index.html">Reference</a></p>
<h1><code>${escapeHtml(specifier)}</code></h1><p>${about}</p>${parts.join("\n")}</section>`,
  });
}
