import { requireList, shown } from "@emergence/lib/core";

/**
 * The distinct values of a list, in the order in which they first appear.
 *
 * @param values texts, numbers, booleans or null, such as a column of a table: `rows.map((row) => row.family)`
 * @throws RangeError for what is no list of texts, numbers, booleans and nulls
 * @example
 * import { unique } from "@emergence/data";
 * unique(["OPT", "Pythia", "OPT"]); // => ["OPT", "Pythia"]
 */
export function unique<Value extends string | number | boolean | null>(values: readonly Value[]): Value[] {
  requireList("unique", "values", values, "a list of values");
  const index = Array.from(
    values,
    (value) => value === null || ["string", "number", "boolean"].includes(typeof value),
  ).indexOf(false);
  if (index >= 0) {
    throw new RangeError(
      `unique: values[${index}] is ${shown(values[index])}, needs text, a number, a boolean or null`,
    );
  }
  return [...new Set(values)];
}
