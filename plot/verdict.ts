import { shown } from "@emergence/lib/core";
import { escapeHtml } from "./html";
import { display } from "./kernel";

/** Returns a boolean unchanged and throws for any other value, truthy or not: what cannot be judged has not been checked. */
export function requireVerdict(caller: string, what: string, verdict: unknown): boolean {
  if (typeof verdict === "boolean") return verdict;
  const got = verdict instanceof Promise ? "a promise (await it first)" : shown(verdict);
  throw new TypeError(`${caller}: ${what} ${got}, needs true or false`);
}

/** How a verdict looks: the notebook's own claims stand out, other checks are quiet. */
const looks = {
  check: "font-size:.95em;opacity:.85",
  claim: "font-size:1.15em;font-weight:600",
} as const;

/** Displays a sentence with its tick or cross, and the reason below, if any. */
export function showVerdict(kind: "check" | "claim", holds: boolean, sentence: string, because: string): void {
  const [sign, color, word] = holds ? ["✓", "#1a8a3a", "holds"] : ["✗", "#d1242f", "fails"];
  const small =
    because &&
    `<div style="margin-left:1.4em;font-size:.85rem;font-weight:normal;opacity:.75">${escapeHtml(because)}</div>`;
  const mark = `<span style="color:${color};font-weight:bold" aria-label="${word}">${sign}</span>`;
  const look = holds ? looks[kind] : "font-size:1.1em";
  display({
    "text/html": `<div style="${look}">${mark} ${escapeHtml(sentence)}${small}</div>`,
    "text/plain": `${sign} ${sentence}${because && `\n  ${because}`}`,
  });
}
