import { briefly, isList } from "../../core/shown";

/** A value of a variable. */
export type Letter = string | number;

/** A series of symbols: a string (one symbol per character) or an array. */
export type Series = string | ArrayLike<Letter>;

/** One series, or several of the same process as an array of arrays: they are counted together, and no past reaches from one into the next. */
export type SeriesOrEnsemble = Series | readonly ArrayLike<Letter>[];

/** One or several series with their symbols as numbers. */
export interface Encoded {
  /** Per series, the indices of its symbols. */
  readonly parts: readonly Uint32Array[];
  /** In order of first occurrence. */
  readonly symbols: readonly Letter[];
  /** Number of symbols of all series together. */
  readonly length: number;
}

/** Collects the values of one variable, and refuses what is no symbol. */
export interface Alphabet {
  /** Index of a symbol; `at` says where it stands, should it be none. */
  place(symbol: unknown, at: () => string): number;
  readonly symbols: readonly Letter[];
}

/** What helps if a value is missing. */
const cures = { rows: "leave out such rows", series: "split the series there, into an array of series" } as const;

/** An empty alphabet. */
export function alphabet(caller: string, kind: keyof typeof cures): Alphabet {
  const known = new Map<Letter, number>();
  // By text, the symbol written so: 1 and "1" would count as two.
  const texts = new Map<string, Letter>();
  return {
    place(symbol, at) {
      const seen = known.get(symbol as Letter);
      if (seen !== undefined) return seen;
      if (!(typeof symbol === "string" || Number.isFinite(symbol))) {
        throw new RangeError(
          `${caller}: ${at()} is ${briefly(symbol)}, needs a string or a finite number: ${cure(symbol, kind)}`,
        );
      }
      const letter = symbol as Letter;
      const twin = texts.get(String(letter));
      if (twin !== undefined) {
        throw new RangeError(
          `${caller}: ${at()} is ${briefly(letter)}, and ${briefly(twin)} occurs as well, needs symbols of one type: convert all by String or all by Number`,
        );
      }
      texts.set(String(letter), letter);
      known.set(letter, known.size);
      return known.size - 1;
    },
    get symbols() {
      return [...known.keys()];
    },
  };
}

/** Largest number of distinct values of which some are not whole, whatever their number. */
const few = 3;

/**
 * Throws a RangeError for measured values: numbers (also as text), some of them not whole, of which more than half (and more than three) are distinct. Counting would find each once or
 * twice, and report an artifact. A small alphabet of such numbers (0, .5, 1) passes.
 */
export function requireFewValues(caller: string, name: string, symbols: readonly Letter[], count: number): void {
  if (symbols.length <= Math.max(few, count / 2)) return;
  // Numbers out of a file may be text still.
  const measured = symbols.find((symbol) =>
    typeof symbol === "number" ? !Number.isInteger(symbol) : /^\s*[+-]?\d*[.,]\d+\s*$/.test(symbol),
  );
  if (measured === undefined) return;
  throw new RangeError(
    `${caller}: ${name} has ${symbols.length} different values among ${count} (${briefly(measured)} is one), needs symbols that recur: bin measured values, as quantize(values, { levels: 4 }) does`,
  );
}

/** Symbols of one or several series as numbers. */
export function encode(caller: string, name: string, given: SeriesOrEnsemble): Encoded {
  const several = isEnsemble(given);
  const letters = alphabet(caller, "series");
  const parts = (several ? Array.from(given as readonly ArrayLike<Letter>[]) : [given as Series]).map((series, s) => {
    const own = several ? `${name}[${s}]` : name;
    return Uint32Array.from(symbolsOf(caller, own, series), (symbol, i) => letters.place(symbol, () => `${own}[${i}]`));
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  requireFewValues(caller, name, letters.symbols, length);
  return { parts, symbols: letters.symbols, length };
}

/** Whether these are several series: an array whose first entry is itself an array. */
export function isEnsemble(given: unknown): given is readonly ArrayLike<unknown>[] {
  return Array.isArray(given) && isList(given[0]);
}

/** The symbols of a series; of a string its characters, of which some take two places in it. */
export function symbolsOf(caller: string, name: string, series: unknown): ArrayLike<unknown> {
  if (typeof series === "string") requireUnseparated(caller, name, series);
  if (typeof series === "string") return /[\ud800-\udfff]/.test(series) ? Array.from(series) : series;
  if (isList(series)) return series;
  throw new TypeError(`${caller}: ${name} is ${briefly(series)}, needs a string or an array of symbols`);
}

/** Symbols or numbers with a comma or semicolon between, as a line of a file has them. No text matches in two ways, so that a long one takes no longer. */
const separated = /^(?:-?[\d.]+|[^,;\d.])([,;])\s?(?:-?[\d.]+|[^,;\d.])(?:\1\s?(?:-?[\d.]+|[^,;\d.]))*$/;

function requireUnseparated(caller: string, name: string, series: string): void {
  const [, mark] = separated.exec(series) ?? [];
  if (mark === undefined) return;
  throw new RangeError(
    `${caller}: ${name} is ${briefly(series)}, in which "${mark}" would be a symbol, needs one character per symbol, or an array, as split("${mark}") makes it`,
  );
}

function cure(symbol: unknown, kind: keyof typeof cures): string {
  if (symbol instanceof Date) return "write dates as text, as date.toISOString().slice(0, 10) does";
  if (typeof symbol === "bigint") return "Number(...) or String(...) makes a symbol of a bigint";
  if (typeof symbol === "boolean") return "write true and false as 1 and 0";
  if (typeof symbol === "object" && symbol !== null) return "give each state one symbol";
  return cures[kind];
}
