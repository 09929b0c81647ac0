// What the page of the S-curve computes: series, the curve's bet on the end, and all its bets. No drawing.
import { curves, type Fit, fit } from "@emergence/lib/fit";
import { forecastAll } from "@emergence/lib/forecast";
import { random } from "@emergence/lib/stats";

export type CurveState = {
  thing: string;
  /** Number of points that the curve knows. */
  known: number;
  /** 1 once the later points are shown. */
  seen: number;
  /** The reader's bet in percent; -1 before there is one. */
  bet: number;
  seed: number;
  /** Points that the reader has moved, as "3:45.2_7:50". */
  moved: string;
};

export const usual: CurveState = { thing: "car", known: 17, seen: 0, bet: -1, seed: 1, moved: "" };

/** Points that four numbers (three of the curve, one of its error) can be had from. */
export const fewest = 4;

export interface Series {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** What the shares are of, if it is a thing of the record. */
  readonly of?: string;
}

/** Technologies of the table "adoption". */
export const technologies: Readonly<Record<string, string>> = {
  car: "Automobile",
  microwave: "Microwave",
  cable: "Cable TV",
  colour: "Colour TV",
  internet: "Internet",
  reader: "Ebook reader",
};

const logistic = (x: number, ceiling: number, rate: number, middle: number) =>
  ceiling / (1 + Math.exp(-rate * (x - middle)));
/** All three begin as 1 in year 0, and grow alike at first. */
const future = (ceiling: number) => (x: number) => logistic(x, ceiling, 0.3, Math.log(ceiling) / 0.3);

const inventions: Readonly<Record<string, { readonly shape: (x: number) => number; readonly noise: number }>> = {
  perfect: { shape: (x) => logistic(x, 60, 0.3, 17), noise: 0.8 },
  waves: { shape: (x) => logistic(x, 35, 0.6, 8) + logistic(x, 50, 0.6, 26), noise: 0.8 },
  ends30: { shape: future(30), noise: 0.1 },
  ends60: { shape: future(60), noise: 0.1 },
  ends100: { shape: future(100), noise: 0.1 },
};

export const things = [...Object.keys(technologies), ...Object.keys(inventions)];
export const isInvented = (thing: string) => inventions[thing] !== undefined;

function invented(thing: string, seed: number): Series {
  const { shape, noise } = inventions[thing] as (typeof inventions)[string];
  const { normal } = random(seed);
  const x = Array.from({ length: 36 }, (_, i) => i);
  return { x, y: x.map((at) => Math.max(0, shape(at) + noise * normal())) };
}

export const movesOf = (moved: string): Map<number, number> =>
  new Map(
    [...moved.matchAll(/(?:^|_)(\d+):(\d+(?:\.\d+)?)(?=_|$)/g)].map(([, at, y]) => [
      Number(at),
      Math.min(100, Number(y)),
    ]),
  );

export const movedText = (moves: ReadonlyMap<number, number>) =>
  [...moves]
    .sort(([a], [b]) => a - b)
    .map(([at, y]) => `${at}:${y}`)
    .join("_");

/** Share over year of each technology, by its name: what the page needs of the table "adoption". */
export function tableOf(csv: string): Readonly<Record<string, Series>> {
  const rows = csv
    .trim()
    .split("\n")
    .map((row) => row.split(","));
  return Object.fromEntries(
    Object.values(technologies).map((technology) => {
      const own = rows.filter(([name]) => name === technology);
      const [x, y] = [1, 2].map((column) => own.map((row) => Number(row[column]))) as [number[], number[]];
      return [technology, { x, y, of: own[0]?.[3]?.trim() ?? "" }];
    }),
  );
}

/** @param table as of `tableOf` */
export function seriesOf({ thing, seed, moved }: CurveState, table: Readonly<Record<string, Series>>): Series {
  const series = table[technologies[thing] ?? ""] ?? invented(thing, seed);
  const moves = movesOf(moved);
  return { ...series, y: series.y.map((share, i) => moves.get(i) ?? share) };
}

/** What the S that fits the first points says about the end. */
export type Bet =
  | {
      readonly kind: "bet";
      readonly fit: Fit;
      readonly ceiling: number;
      readonly lower: number;
      readonly upper: number;
    }
  | { readonly kind: "failed"; readonly reason: string };

/** Ten times all that there is: a curve that bets more says that there is no end. */
export const endless = 1000;

export function betOf({ x, y }: Series, known: number): Bet {
  const result = fit(curves.logistic, x.slice(0, known), y.slice(0, known));
  if (result.kind === "failed") return result;
  const { lower, upper } = result.interval(0.95).L;
  return { kind: "bet", fit: result, ceiling: result.parameters.L, lower, upper };
}

/** The curve's bet after each point; NaN where no S fits. */
export function betsOf({ x, y }: Series): Series {
  const all = forecastAll(curves.logistic, x, y);
  return {
    x: all.map(({ upTo }) => upTo),
    y: all.map((one) => (one.kind === "failed" ? Number.NaN : one.fit.parameters.L)),
  };
}

/** The largest share that it ever came to. */
export const endOf = ({ y }: Series) => Math.max(...y);

/** Where a thing is met first: before half of the way. */
export const knownAtFirst = (series: Series) => series.y.findIndex((share) => share > 0.4 * endOf(series));

/** Right as in notebook 04: within a tenth of what came. */
export const isRight = (bet: number, end: number) => Math.abs(bet / end - 1) < 0.1;

/** Whether the curve's own bar holds what came; undefined where it has none. */
export function holds(bet: Bet, end: number): boolean | undefined {
  if (bet.kind === "failed" || !Number.isFinite(bet.upper - bet.lower)) return undefined;
  return bet.lower <= end && end <= bet.upper;
}

/** The bets that were made while less than half of the way was known, and how many of them were right. */
export function earlyScore(series: Series, bets: Series): { readonly made: number; readonly right: number } {
  const end = endOf(series);
  const known = (upTo: number) => Math.max(...series.y.filter((_, i) => (series.x[i] as number) <= upTo));
  const early = bets.y.filter((_, i) => known(bets.x[i] as number) < end / 2);
  return { made: early.length, right: early.filter((bet) => isRight(bet, end)).length };
}

export function legal(state: CurveState, table: Readonly<Record<string, Series>>): CurveState {
  const thing = things.includes(state.thing) ? state.thing : usual.thing;
  const seed = Math.max(1, Math.min(999, Math.round(state.seed)));
  const moves = movesOf(state.moved);
  const { length } = seriesOf({ ...state, thing, seed, moved: "" }, table).x;
  const within = new Map([...moves].filter(([at]) => at < length));
  return {
    thing,
    seed,
    known: Math.max(fewest, Math.min(length - 1, Math.round(state.known))),
    seen: state.seen === 0 ? 0 : 1,
    bet: state.bet < 0 ? -1 : Math.min(100, Math.round(state.bet)),
    moved: movedText(within),
  };
}
