import { type Estimate, numberText } from "@emergence/lib/core";
import { escapeHtml } from "./html";
import { requireText } from "./input";
import { display } from "./kernel";
import { tableBundle } from "./table";

/** An entry of the register of published values. */
export interface Published {
  readonly id: string;
  /** What the value is, in words; default: the id. */
  readonly claim?: string;
  readonly value: number;
  readonly unit?: string;
  /** Who says it, and where: equation, table or page. */
  readonly source: string;
  readonly locator: string;
  /** Printed in the source; exact or in closed form; derived from its data; or seen in a secondary text only. */
  readonly status: "printed" | "exact" | "derived" | "secondary";
  /** How far off still counts as reproduced, in the value's unit or as a share of it. */
  readonly tolerance: { readonly absolute: number } | { readonly relative: number };
  readonly note?: string;
}

/** What came of it; the notebook runner collects these into FIDELITY.md. */
export interface Reproduction {
  readonly id: string;
  readonly claim: string;
  readonly published: number;
  /** null where the computed value is no finite number. */
  readonly here: number | null;
  readonly difference: number | null;
  /** Of the computed value, if it came with one. */
  readonly standardError?: number;
  /** The largest difference that counts as reproduced, in the value's unit. */
  readonly allowed: number;
  readonly verdict: "reproduced" | "differs";
  readonly unit: string;
  readonly source: string;
  readonly locator: string;
  readonly status: Published["status"];
  readonly note: string;
}

const said = {
  printed: "printed",
  exact: "exact",
  derived: "from its data",
  secondary: "seen in a secondary text",
} as const;

/** An entry and the value computed here, with its standard error if it has one. */
type Pair = readonly [Published, number | Estimate];

/** Compares, displays nothing. */
export function compareWith(published: Published, found: number | Estimate): Reproduction {
  const value = typeof found === "object" && found !== null ? found.mean : found;
  requireText("reproduce", "the published value's id", published?.id, "ising-critical-temperature");
  if (!Number.isFinite(published.value)) {
    throw new RangeError(`reproduce: "${published.id}" has the value ${published.value}, needs a number`);
  }
  if (typeof value !== "number") {
    throw new TypeError(`reproduce: the value for "${published.id}" is ${typeof value}, needs a number`);
  }
  const { tolerance } = published;
  const allowed = "absolute" in tolerance ? tolerance.absolute : tolerance.relative * Math.abs(published.value);
  if (!(allowed >= 0))
    throw new RangeError(`reproduce: "${published.id}" has the tolerance ${allowed}, needs 0 or more`);
  const finite = Number.isFinite(value);
  const difference = value - published.value;
  // The published digits end somewhere: a difference of exactly the tolerance must not fail by a rounding of its own.
  const slack = 4 * Number.EPSILON * Math.abs(published.value);
  return {
    id: published.id,
    claim: published.claim ?? published.id,
    published: published.value,
    here: finite ? value : null,
    difference: finite ? difference : null,
    ...(typeof found === "object" && { standardError: found.standardError }),
    allowed,
    verdict: finite && Math.abs(difference) <= allowed + slack ? "reproduced" : "differs",
    unit: published.unit ?? "",
    source: published.source,
    locator: published.locator,
    status: published.status,
    note: published.note ?? "",
  };
}

/** One row for people. */
function shown(row: Reproduction, found: number | Estimate): Record<string, string> {
  const value = typeof found === "object" ? found.mean : found;
  const error = row.standardError === undefined ? "" : ` ± ${numberText(row.standardError, { digits: 2 })}`;
  const places = String(row.published).split(".")[1]?.length ?? 0;
  // Two places more than published: enough to see a difference, and no false precision.
  const near = (n: number | null): string =>
    n === null ? String(value) : numberText(n, { places: places + 2, style: "plain" });
  const small = /e/.test(String(row.published));
  return {
    value: row.claim,
    published: String(row.published) + (row.unit && ` ${row.unit}`),
    here: (small ? String(row.here ?? value) : near(row.here)) + error,
    difference: row.difference === null ? "none" : numberText(row.difference, { digits: 2, style: "plain" }),
    // A no-break space: sign and word stay on one line however narrow the column.
    verdict: `${row.verdict === "reproduced" ? "✓" : "✗"}\u00a0${row.verdict}`,
    source: `${row.source}, ${row.locator} (${said[row.status]})`,
  };
}

/**
 * Shows published values beside those computed here: published, here, difference, verdict, source. Never throws for a
 * value that differs: that is a result, and is said. The output carries the rows for machines as well, as
 * `application/vnd.emergence.reproduce+json`.
 *
 * @example
 * reproduce(
 *   { id: "ising-tc", value: 2.269185314, source: "Onsager 1944", locator: "eq. 121", status: "exact", tolerance: { absolute: 1e-8 } },
 *   2 / Math.log(1 + Math.SQRT2),
 * ); // => undefined
 */
export function reproduce(published: Published, value: number | Estimate): void;
/** Several values as one table: pairs of an entry and the value computed here. */
export function reproduce(pairs: readonly Pair[]): void;
export function reproduce(first: Published | readonly Pair[], value?: number | Estimate): void {
  const pairs: readonly Pair[] = isList(first) ? first : [[first, value as number]];
  if (pairs.length === 0) throw new RangeError("reproduce: got no values, needs at least one pair of entry and value");
  const rows = pairs.map(([published, here]) => compareWith(published, here));
  const bundle = tableBundle(
    rows.map((row, i) => shown(row, pairs[i]?.[1] as number | Estimate)),
    { limit: rows.length },
  );
  const notes = rows.map(({ note }) => note).filter((note) => note !== "");
  display({
    "text/html": bundle["text/html"] + notes.map((note) => `<div>${escapeHtml(note)}</div>`).join(""),
    "text/plain": [bundle["text/plain"], ...notes].join("\n"),
    "application/vnd.emergence.reproduce+json": rows,
  });
}

// `Array.isArray` alone does not narrow a readonly array.
const isList = (value: Published | readonly Pair[]): value is readonly Pair[] => Array.isArray(value);
