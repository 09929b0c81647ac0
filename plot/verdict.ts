import { shown } from "@emergence/lib/core";
import { escapeHtml } from "./html";
import { display } from "./kernel";

/** Returns a boolean unchanged and throws for any other value, truthy or not: what cannot be judged has not been checked. */
export function requireVerdict(caller: string, what: string, verdict: unknown): boolean {
  if (typeof verdict === "boolean") return verdict;
  const got = verdict instanceof Promise ? "a promise (await it first)" : shown(verdict);
  throw new TypeError(`${caller}: ${what} ${got}, needs true or false`);
}

/** Displays a sentence with its tick or cross, and the reason below, if any; `style` is added to the style of that line. */
export function showVerdict(holds: boolean, sentence: string, because: string, style = ""): void {
  const [sign, color, word] = holds ? ["✓", "#1a8a3a", "holds"] : ["✗", "#d1242f", "fails"];
  const small = because && `<div style="margin-left:1.4em${style}">${escapeHtml(because)}</div>`;
  const mark = `<span style="color:${color};font-weight:bold" aria-label="${word}">${sign}</span>`;
  display({
    "text/html": `<div style="font-size:1.1em">${mark} ${escapeHtml(sentence)}${small}</div>`,
    "text/plain": `${sign} ${sentence}${because && `\n  ${because}`}`,
  });
}
