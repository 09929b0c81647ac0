import type { Reference, ReferenceClass } from "@emergence/data";
import { type Estimate, numberText, partsOf, requireKind, requireList, shown as shownValue } from "@emergence/lib/core";
import { escapeHtml } from "./html";
import { requireText } from "./input";
import { display } from "./kernel";
import { tableBundle } from "./table";

/** Pairs of a reference value and the value computed here. */
type Pairs = readonly (readonly [Reference, number | Estimate])[];

/** Result of a comparison; the notebook runner collects these into FIDELITY.md. */
export interface Reproduction {
  readonly id: string;
  readonly claim: string;
  readonly published: number;
  /** Whether the published value is a bound, which the value computed here must respect. */
  readonly bound?: "lower" | "upper";
  /** null if the computed value is not finite. */
  readonly here: number | null;
  /** Standard error of the computed value; null if it has none. */
  readonly standardError: number | null;
  readonly difference: number | null;
  /** Difference in standard errors; null without a standard error. */
  readonly sigma: number | null;
  /** Largest difference that counts as reproduced, in the unit of the value; null if the error is not finite. */
  readonly allowed: number | null;
  /** Whether the value is read from the same print or file as the published value, so that it can hardly differ. */
  readonly verdict: "reproduced" | "copied" | "differs";
  readonly unit: string;
  readonly source: string;
  readonly locator: string;
  readonly class: ReferenceClass;
  readonly note: string;
}

/** Names of the classes in a table. */
export const classNames: { readonly [name in ReferenceClass]: string } = {
  printed: "printed",
  exact: "exact",
  derived: "computed from shipped data",
  secondary: "seen in a secondary text",
};

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Largest difference that counts as reproduced, in the unit of the value. */
function allowedBy({ id, value, tolerance }: Reference, here: number | Estimate): number {
  if ("absolute" in tolerance) return tolerance.absolute;
  if ("relative" in tolerance) return tolerance.relative * Math.abs(value);
  if (typeof here === "object") return tolerance.standardErrors * here.standardError;
  // A missing value has no error: it counts as different.
  if (!Number.isFinite(here)) return 0;
  throw new TypeError(
    `reproduce: "${id}" has a tolerance of ${tolerance.standardErrors} standard errors, needs { mean, standardError }, got a number`,
  );
}

/** Kinds of the parts of a published value that are read, for their check. */
const publishedParts = {
  id: "text",
  value: "number",
  bound: ["upper", "lower"],
  tolerance: "object",
  unit: "text",
  source: "text",
  locator: "text",
  class: Object.keys(classNames),
} as const;

/** Compares without displaying. */
export function compareWith(published: Reference, here: number | Estimate): Reproduction {
  requireText("reproduce", "the published value's id", published?.id, "ising-critical-temperature");
  const { id, value, bound } = partsOf("reproduce", published, publishedParts, "published");
  if (published.tolerance === undefined)
    throw new RangeError(`reproduce: "${id}" has no tolerance, needs one such as { relative: 0.01 }`);
  if (!Number.isFinite(value))
    throw new RangeError(`reproduce: "${id}" has the value ${shownValue(value)}, needs a number`);
  const mean = typeof here === "object" ? here?.mean : here;
  const standardError = typeof here === "object" ? here?.standardError : undefined;
  if (typeof mean !== "number" || (typeof here === "object" && typeof standardError !== "number")) {
    throw new TypeError(
      `reproduce: the value for "${id}" is ${typeof here}, needs a number or { mean, standardError }`,
    );
  }
  for (const size of Object.values(published.tolerance))
    requireKind("reproduce", `the tolerance of "${id}"`, size, "number");
  const allowed = allowedBy(published, here);
  if (allowed < 0) throw new RangeError(`reproduce: "${id}" has the tolerance ${allowed}, needs 0 or more`);
  const difference = mean - value;
  // Allows for rounding: a difference of exactly the tolerance of the published digits must not fail.
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

/** A number beside a published one, with two more decimal places: enough to see a difference, without false precision. */
function near(value: number, published: number): string {
  if (/e/.test(String(published))) return numberText(value, { digits: 6, style: "plain" });
  const places = String(published).split(".")[1]?.length ?? 0;
  return numberText(value, { places: places + 2, style: "plain" });
}

/** Two digits say how far off a value is, but a difference of two counts is a count, and is given whole. */
const difference = (value: number): string =>
  numberText(value, Number.isInteger(value) ? { places: 0, style: "plain" } : { digits: 2, style: "plain" });

const twoDigits = (value: number): string => numberText(value, { digits: 2, style: "plain" });

/** Numbers of a comparison as text, for the table and for FIDELITY.md. */
export function inWords(row: Reproduction): Record<"published" | "here" | "difference" | "sigma" | "source", string> {
  const limit = row.bound ? `at ${row.bound === "upper" ? "most" : "least"} ` : "";
  const error = row.standardError === null ? "" : ` ± ${twoDigits(row.standardError)}`;
  return {
    published: limit + String(row.published) + (row.unit && ` ${row.unit}`),
    here: row.here === null ? "none" : near(row.here, row.published) + error,
    difference: row.difference === null ? "none" : difference(row.difference),
    sigma: row.sigma === null ? "" : numberText(row.sigma, { places: 1, style: "plain" }),
    source: `${row.source}, ${row.locator} (${classNames[row.class]})`,
  };
}

const isPrinted = ({ class: kind }: Reproduction): boolean => kind === "printed" || kind === "secondary";

/** One row of the displayed table. */
function shown(row: Reproduction, _: number, rows: readonly Reproduction[]): Record<string, string> {
  const { published, here, difference, sigma, source } = inWords(row);
  return {
    value: row.claim,
    // What follows from a theorem, or from shipped data, stands in no paper.
    [rows.some(isPrinted) ? "published" : "expected"]: published,
    here,
    difference: difference + (sigma && ` (${sigma} σ)`),
    // A no-break space keeps sign and word on one line, however narrow the column.
    verdict: `${row.verdict === "differs" ? "✗" : "✓"}\u00a0${row.verdict}`,
    source,
  };
}

/**
 * Displays published values beside those computed here: published, here, difference, verdict, source. The first column is headed
 * "expected" if none of the values is printed anywhere. Never throws for a value that differs: that is a result. For a value with a standard error the difference is also given in standard errors. The
 * output includes the rows in machine-readable form, as `application/vnd.emergence.reproduce+json`.
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
/** Several values in one table: pairs of an entry and the value computed here. */
export function reproduce(pairs: Pairs): void;
export function reproduce(first: Reference | Pairs, value?: number | Estimate): void {
  const pairs: Pairs = isList(first) ? first : [[first, value as number | Estimate]];
  if (pairs.length === 0) throw new RangeError("reproduce: got no values, needs at least one pair of entry and value");
  const rows = Array.from(pairs, (pair, i) => {
    requireList("reproduce", `pair ${i}`, pair, "an entry and the value computed here");
    return compareWith(pair[0] as Reference, pair[1] as number | Estimate);
  });
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
