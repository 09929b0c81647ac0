import type { Reference, ReferenceClass } from "@emergence/data";
import { type Estimate, numberText } from "@emergence/lib/core";
import { escapeHtml } from "./html";
import { requireText } from "./input";
import { display } from "./kernel";
import { tableBundle } from "./table";

/** Reference values, each with the value computed here. */
type Pairs = readonly (readonly [Reference, number | Estimate])[];

/** What came of it; the notebook runner collects these into FIDELITY.md. */
export interface Reproduction {
  readonly id: string;
  readonly claim: string;
  readonly published: number;
  /** The published value is a bound, which ours respects or not. */
  readonly bound?: "lower" | "upper";
  /** null where the computed value is no finite number. */
  readonly here: number | null;
  /** Of the computed value; null where it has none. */
  readonly standardError: number | null;
  readonly difference: number | null;
  /** The difference in standard errors; null where there is no error. */
  readonly sigma: number | null;
  /** The largest difference that counts as reproduced, in the value's unit; null where the error is no finite number. */
  readonly allowed: number | null;
  /** Copied: read from the same print or file as the published value, so that it could hardly differ. */
  readonly verdict: "reproduced" | "copied" | "differs";
  readonly unit: string;
  readonly source: string;
  readonly locator: string;
  readonly class: ReferenceClass;
  readonly note: string;
}

/** The classes, as a table says them. */
export const classNames: { readonly [name in ReferenceClass]: string } = {
  printed: "printed",
  exact: "exact",
  derived: "computed from shipped data",
  secondary: "seen in a secondary text",
};

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** How far off still counts as reproduced, in the value's unit. */
function allowedBy({ id, value, tolerance }: Reference, here: number | Estimate): number {
  if ("absolute" in tolerance) return tolerance.absolute;
  if ("relative" in tolerance) return tolerance.relative * Math.abs(value);
  if (typeof here === "object") return tolerance.standardErrors * here.standardError;
  // A value that is not there has no error either: it differs.
  if (!Number.isFinite(here)) return 0;
  throw new TypeError(
    `reproduce: "${id}" is held to ${tolerance.standardErrors} standard errors of the value, needs { mean, standardError }, got a number`,
  );
}

/** Compares, displays nothing. */
export function compareWith(published: Reference, here: number | Estimate): Reproduction {
  requireText("reproduce", "the published value's id", published?.id, "ising-critical-temperature");
  const { id, value, bound } = published;
  if (!Number.isFinite(value)) throw new RangeError(`reproduce: "${id}" has the value ${value}, needs a number`);
  const mean = typeof here === "object" ? here?.mean : here;
  const standardError = typeof here === "object" ? here?.standardError : undefined;
  if (typeof mean !== "number" || (typeof here === "object" && typeof standardError !== "number")) {
    throw new TypeError(
      `reproduce: the value for "${id}" is ${typeof here}, needs a number or { mean, standardError }`,
    );
  }
  const allowed = allowedBy(published, here);
  if (allowed < 0) throw new RangeError(`reproduce: "${id}" has the tolerance ${allowed}, needs 0 or more`);
  const difference = mean - value;
  // The published digits end somewhere: a difference of exactly the tolerance must not fail by a rounding of its own.
  const slack = 4 * Number.EPSILON * Math.abs(value);
  const beyond = bound === "upper" ? difference : bound === "lower" ? -difference : Math.abs(difference);
  const agrees = Number.isFinite(allowed) && beyond <= allowed + slack;
  return {
    id,
    claim: published.claim,
    published: value,
    ...(bound && { bound }),
    here: finiteOrNull(mean),
    standardError: standardError === undefined ? null : finiteOrNull(standardError),
    difference: finiteOrNull(difference),
    sigma: standardError ? finiteOrNull(difference / standardError) : null,
    allowed: finiteOrNull(allowed),
    verdict: agrees ? (published.copied ? "copied" : "reproduced") : "differs",
    unit: published.unit,
    source: published.source,
    locator: published.locator,
    class: published.class,
    note: published.note ?? "",
  };
}

/** A number beside a published one: two places more, enough to see a difference, and no false precision. */
function near(value: number, published: number): string {
  if (/e/.test(String(published))) return numberText(value, { digits: 6, style: "plain" });
  const places = String(published).split(".")[1]?.length ?? 0;
  return numberText(value, { places: places + 2, style: "plain" });
}

const twoDigits = (value: number): string => numberText(value, { digits: 2, style: "plain" });

/** The numbers of a comparison as a table shows them, here and in FIDELITY.md. */
export function inWords(row: Reproduction): Record<"published" | "here" | "difference" | "sigma" | "source", string> {
  const limit = row.bound ? `at ${row.bound === "upper" ? "most" : "least"} ` : "";
  const error = row.standardError === null ? "" : ` ± ${twoDigits(row.standardError)}`;
  return {
    published: limit + String(row.published) + (row.unit && ` ${row.unit}`),
    here: row.here === null ? "none" : near(row.here, row.published) + error,
    difference: row.difference === null ? "none" : twoDigits(row.difference),
    sigma: row.sigma === null ? "" : numberText(row.sigma, { places: 1, style: "plain" }),
    source: `${row.source}, ${row.locator} (${classNames[row.class]})`,
  };
}

/** One row for people. */
function shown(row: Reproduction): Record<string, string> {
  const { published, here, difference, sigma, source } = inWords(row);
  return {
    value: row.claim,
    published,
    here,
    difference: difference + (sigma && ` (${sigma} σ)`),
    // A no-break space: sign and word stay on one line however narrow the column.
    verdict: `${row.verdict === "differs" ? "✗" : "✓"}\u00a0${row.verdict}`,
    source,
  };
}

/**
 * Shows published values beside those computed here: published, here, difference, verdict, source. Never throws for a
 * value that differs: that is a result, and is said. A value with a standard error shows by how many of them it is off. The
 * output carries the rows for machines as well, as `application/vnd.emergence.reproduce+json`.
 *
 * @example
 * reproduce(
 *   {
 *     id: "ising-tc", claim: "critical temperature", value: 2.269185314, unit: "J / k_B", source: "Onsager 1944", locator: "eq. 121",
 *     class: "exact", tolerance: { absolute: 5e-10 }, toleranceReason: "half a unit of the last digit",
 *   },
 *   2 / Math.log(1 + Math.SQRT2),
 * ); // => undefined
 */
export function reproduce(published: Reference, value: number | Estimate): void;
/** Several values as one table: pairs of an entry and the value computed here. */
export function reproduce(pairs: Pairs): void;
export function reproduce(first: Reference | Pairs, value?: number | Estimate): void {
  const pairs: Pairs = isList(first) ? first : [[first, value as number | Estimate]];
  if (pairs.length === 0) throw new RangeError("reproduce: got no values, needs at least one pair of entry and value");
  const rows = pairs.map(([published, here]) => compareWith(published, here));
  const bundle = tableBundle(rows.map(shown), { limit: rows.length });
  const notes = [...new Set(rows.map(({ note }) => note))].filter((note) => note !== "");
  display({
    "text/html": bundle["text/html"] + notes.map((note) => `<div>${escapeHtml(note)}</div>`).join(""),
    "text/plain": [bundle["text/plain"], ...notes].join("\n"),
    "application/vnd.emergence.reproduce+json": rows,
  });
}

// `Array.isArray` alone does not narrow a readonly array.
const isList = (value: Reference | Pairs): value is Pairs => Array.isArray(value);
