// Evidence made for one definition each: what it must call emergent, what not, what is too little to say, and what it is not about.
import type { Evidence } from "@emergence/lib/definitions";
import { type Random, random } from "@emergence/lib/stats";

type Make = (source: Random) => Evidence;

/** What a definition must say of evidence; without `notApplicable` it applies to everything. */
export interface Specimens {
  readonly yes: readonly Make[];
  readonly no: readonly Make[];
  readonly undecided: readonly Make[];
  readonly notApplicable: readonly Make[];
}

const logs = (n: number, decades = 4) => Array.from({ length: n }, (_, i) => 20 + (decades * i) / (n - 1));
const scales = (n: number) => logs(n).map((log) => 10 ** log);
const logistic = (z: number) => 1 / (1 + Math.exp(-z));

/** Counts over 24 models, or n. */
const counted = (
  source: Random,
  share: (log: number, i: number) => number,
  { n = 24, trials = 1000, chance = 0.25, ...rest }: Omit<Evidence, "trials"> & { n?: number; trials?: number } = {},
): Evidence => ({
  scale: scales(n),
  score: logs(n).map((log, i) => source.binomial(trials, chance + (1 - chance) * share(log, i)) / trials),
  trials,
  chance,
  ...rest,
});
const jump = (log: number) => (log > 22.4 ? 0.8 : 0);
const steep = (log: number) => 0.9 * logistic(18 * (log - 22.3));
const slow = (log: number) => logistic(1.2 * (log - 22));
const never = () => 0;
const level = () => 0.5;
const fall = (log: number) => 1 - slow(log);
const rising = (source: Random) => counted(source, slow);
const system: Make = (source) => units(source, 300, () => [source.integer(0, 1), source.integer(0, 1)]);
const curve: Make = rising;
const noTrials = ({ trials: _, ...rest }: Evidence): Evidence => rest;

/** States over time and their sum, or another macroscopic variable. */
function units(
  _source: Random,
  steps: number,
  next: (state: readonly number[], t: number) => number[],
  macro: (state: readonly number[]) => number = (state) => state.reduce((sum, one) => sum + one, 0),
): Evidence {
  let state = next([], 0);
  const states = Array.from({ length: steps }, (_, t) => {
    if (t > 0) state = next(state, t);
    return state;
  });
  return { micro: states.map((one) => one.join("")), macro: states.map(macro) };
}
const bit = (source: Random) => source.integer(0, 1);
const keep = (source: Random, one: number | undefined, p: number) =>
  one === undefined ? bit(source) : source.uniform() < p ? one : 1 - one;
const parity = (state: readonly number[]) => state.reduce((sum, one) => sum + one, 0) % 2;

const independent: Make = (source) => units(source, 4000, () => [bit(source), bit(source), bit(source)]);
/** Three bits whose parity is kept nearly always, and nothing else. */
const keptParity: Make = (source) =>
  units(
    source,
    2000,
    (state) => {
      const [a, b] = [bit(source), bit(source)];
      const kept = keep(source, state.length === 0 ? undefined : parity(state), 0.95);
      return [a, b, (a + b + kept) % 2];
    },
    parity,
  );
/** One bit with a memory, three times. */
const copies: Make = (source) =>
  units(source, 2000, ([first]) => {
    const one = keep(source, first, 0.9);
    return [one, one, one];
  });
const short: Make = (source) => units(source, 50, () => [bit(source), bit(source)]);
/** Three independent units with a memory: their sum is a Markov chain by itself. */
const lumpable: Make = (source) =>
  units(source, 3000, (state) => Array.from({ length: 3 }, (_, i) => keep(source, state[i], 0.8)));
/** A unit that follows another, which the macroscopic variable leaves out. */
const follower: Make = (source) =>
  units(
    source,
    2000,
    ([, second]) => [second ?? bit(source), keep(source, second, 0.7)],
    ([first]) => first as number,
  );

const signs = (source: Random, n: number, size: number, up = () => bit(source) === 1): Evidence => ({
  symmetry: { signed: Array.from({ length: n }, () => (up() ? 1 : -1) * (size + 0.01 * source.normal())), units: 400 },
});

type Declared = Pick<Evidence, "taught" | "examples" | "subject">;
const declared =
  (rest: Declared): Make =>
  (source) =>
    counted(source, slow, rest);
const atChance =
  (rest: Declared): Make =>
  (source) =>
    counted(source, never, rest);

/** Loss that falls with scale, and a score by loss. */
const byLoss = (source: Random, n: number, share: (loss: number) => number): Evidence => {
  const losses = Array.from({ length: n }, (_, i) => 5 - (2.5 * i) / (n - 1));
  return { ...counted(source, (_, i) => share(losses[i] as number), { n }), loss: losses };
};

/** Pass rates exp(-c N^-alpha) with a bend of ln(-ln rate). */
const passRates = (source: Random, bend: number, trials: number): Evidence =>
  counted(
    source,
    (_, i) => {
      const z = (2 * i) / 11 - 1;
      return Math.exp(-Math.exp(0.6 - 1.1 * z - bend * (1 - z * z) * -1));
    },
    { n: 12, trials, chance: 0 },
  );

const stepAt = (source: Random, at: number, n = 40) =>
  Array.from({ length: n }, (_, i) => (i < at ? 0.1 : 0.9) + 0.02 * source.normal());
const lineOf = (source: Random, n = 40) => Array.from({ length: n }, (_, i) => i / n + 0.05 * source.normal());
const tasks = (source: Random, at: readonly number[], structure: readonly number[]): Evidence => ({
  scale: Array.from({ length: structure.length }, (_, i) => i + 1),
  logScale: false,
  score: stepAt(source, at[0] as number, structure.length),
  tasks: at.slice(1).map((one) => stepAt(source, one, structure.length)),
  structure,
});

/** Seeds that are lucky with a probability by scale, or all of one heap. */
const overSeeds = (source: Random, lucky: readonly number[], each: number, heaps = true): Evidence => {
  const seeds = lucky.map((p) =>
    Array.from({ length: each }, () => (heaps ? (source.uniform() < p ? 0.9 : 0.1) : p) + 0.02 * source.normal()),
  );
  return {
    scale: lucky.map((_, i) => 2 ** (i + 2)),
    score: seeds.map((some) => some.reduce((a, b) => a + b, 0) / each),
    seeds,
  };
};

const sharpSet = {
  yes: [(s: Random) => counted(s, steep), (s: Random) => counted(s, (log) => 0.9 - steep(log))],
  no: [rising, (s: Random) => counted(s, level)],
  undecided: [
    (s: Random) => counted(s, slow, { n: 4, trials: 20 }),
    (s: Random) => noTrials(counted(s, slow, { n: 5 })),
  ],
};
const behavior =
  (make: Make): Make =>
  (source) => ({ ...make(source), observable: "behavior" });
const withSmooth =
  (make: Make, smooth: (log: number) => number): Make =>
  (source) => {
    const one = make(source);
    return { ...one, smooth: logs(one.scale?.length ?? 0).map((log) => smooth(log) + 0.01 * source.normal()) };
  };

export const specimens: Readonly<Record<string, Specimens>> = {
  dictionary: {
    yes: [rising, (s) => ({ scale: scales(12), score: logs(12).map((log) => log + 0.1 * s.normal()) })],
    no: [(s) => counted(s, fall)],
    undecided: [(s) => noTrials(counted(s, slow, { n: 5 }))],
    notApplicable: [system, () => ({})],
  },
  lewes: {
    yes: [copies, (s) => units(s, 1000, () => (bit(s) === 1 ? [0, 1] : [1, 0]))],
    no: [independent],
    undecided: [(s) => units(s, 300, (state) => [0, 1].map((i) => keep(s, state[i], 0.99))), short],
    notApplicable: [curve],
  },
  anderson: {
    yes: [(s) => signs(s, 40, 0.7)],
    no: [(s) => signs(s, 40, 0.02), (s) => signs(s, 40, 0.7, () => true)],
    undecided: [(s) => signs(s, 5, 0.7)],
    notApplicable: [curve],
  },
  slidesFormal: { yes: [keptParity], no: [copies], undecided: [short], notApplicable: [curve] },
  cset: {
    yes: [keptParity],
    no: [copies, follower],
    undecided: [short, (s) => units(s, 2000, () => [bit(s), bit(s)])],
    notApplicable: [curve, ({ uniform }) => ({ macro: Array.from({ length: 300 }, () => Math.round(uniform())) })],
  },
  systemsTheory: {
    yes: [(s) => ({ ...system(s), interacting: true }), (s) => ({ ...curve(s), subject: "language model" })],
    no: [(s) => ({ ...system(s), interacting: false })],
    undecided: [curve],
    notApplicable: [],
  },
  steinhardt: { ...sharpSet, notApplicable: [system] },
  slidesBehavior: {
    yes: sharpSet.yes.map(behavior),
    no: sharpSet.no.map(behavior),
    undecided: [...sharpSet.undecided.map(behavior), ...sharpSet.yes],
    notApplicable: [system, (s) => ({ ...counted(s, steep), observable: "attribute" })],
  },
  wei: {
    yes: [
      (s) => counted(s, jump),
      (s) => ({
        scale: [1, 2, 3, 4, 5, 6],
        score: [0, 0, 0, 0.5, 0.7, 0.8].map((one) => one + 0.005 * s.normal()),
        error: [0.01, 0.01, 0.01, 0.01, 0.01, 0.01],
        chance: 0,
      }),
    ],
    no: [(s) => counted(s, level), (s) => counted(s, never), (s) => counted(s, (_, i) => (i === 12 ? 0.6 : 0))],
    undecided: [(s) => noTrials(counted(s, jump)), (s) => counted(s, never, { n: 5, trials: 8 })],
    notApplicable: [system],
  },
  hendrycks: {
    yes: [(s) => counted(s, (_, i) => logistic(-3 + 0.05 * i + (i > 15 ? 3 : 0)), { trials: 4000, chance: 0 })],
    no: [(s) => counted(s, (_, i) => logistic(-3 + 0.2 * i), { trials: 4000, chance: 0 })],
    undecided: [(s) => counted(s, jump, { n: 4 })],
    notApplicable: [system],
  },
  bommasani: {
    yes: [declared({ taught: false })],
    no: [declared({ taught: true }), atChance({ taught: false })],
    undecided: [declared({}), (s) => noTrials(declared({ taught: false })(s))],
    notApplicable: [system, declared({ subject: "matter" })],
  },
  lu: {
    yes: [declared({ taught: false, examples: 0 })],
    no: [declared({ examples: 5 }), declared({ taught: true, examples: 0 }), atChance({ taught: false, examples: 0 })],
    undecided: [declared({}), declared({ examples: 0 }), declared({ taught: false })],
    notApplicable: [system, declared({ subject: "crowd" })],
  },
  srivastava: {
    yes: [(s) => counted(s, (_, i) => (i > 5 ? 0.8 : 0), { n: 8 })],
    no: [
      (s) => counted(s, (_, i) => i / 8, { n: 8 }),
      () => ({ scale: scales(8), score: logs(8).map(level) }),
      (s) => counted(s, fall),
    ],
    undecided: [(s) => counted(s, jump, { n: 4 })],
    notApplicable: [system],
  },
  schaefferTwoFold: {
    yes: [(s) => counted(s, jump, { trials: 4000 })],
    no: [rising],
    undecided: [(s) => counted(s, jump, { n: 4, trials: 20 })],
    notApplicable: [system],
  },
  schaefferMetric: {
    yes: [
      withSmooth(
        (s) => counted(s, steep),
        (log) => -2 + steep(log),
      ),
    ],
    no: [
      withSmooth(
        (s) => counted(s, steep),
        (log) => 0.5 * log,
      ),
      withSmooth(rising, steep),
    ],
    undecided: [withSmooth((s) => counted(s, slow, { n: 4, trials: 20 }), steep)],
    notApplicable: [system, (s) => counted(s, steep)],
  },
  crutchfield: {
    // No two ones in a row: what comes depends on what was.
    yes: [(s) => units(s, 2000, ([one]) => [one === 1 ? 0 : bit(s)])],
    no: [(s) => units(s, 2000, () => [bit(s)]), () => ({ macro: Array.from({ length: 500 }, () => 3) })],
    // Many runs of four steps each.
    undecided: [
      short,
      (s) => ({
        ...units(s, 2000, () => [bit(s)]),
        runs: Array.from({ length: 500 }, (_, i) => 4 * i),
      }),
    ],
    notApplicable: [curve],
  },
  du: {
    yes: [(s) => byLoss(s, 60, (loss) => 0.35 * Math.max(0, 3.7 - loss))],
    no: [(s) => byLoss(s, 40, (loss) => 0.3 * (5 - loss)), (s) => byLoss(s, 40, never)],
    undecided: [
      (s) => byLoss(s, 6, never),
      (s) => ({ ...noTrials(counted(s, slow)), loss: logs(24).map((log) => 30 - log) }),
    ],
    notApplicable: [system, rising],
  },
  hu: {
    yes: [(s) => passRates(s, 0.6, 20000)],
    no: [(s) => passRates(s, 0, 20000), (s) => passRates(s, -0.6, 20000)],
    undecided: [(s) => passRates(s, 0, 30)],
    notApplicable: [system, (s) => ({ ...passRates(s, 0, 1000), logScale: false })],
  },
  lubana: {
    yes: [(s) => tasks(s, [20, 20, 20], stepAt(s, 20))],
    no: [
      (s) => tasks(s, [30, 30, 30], stepAt(s, 10)),
      (s) => ({ ...tasks(s, [20, 20], lineOf(s)), score: lineOf(s), tasks: [lineOf(s), lineOf(s)] }),
    ],
    undecided: [(s) => tasks(s, [3, 3], stepAt(s, 3, 6))],
    notApplicable: [system, rising],
  },
  krakauer: {
    yes: [lumpable],
    no: [follower, independent],
    undecided: [short],
    notApplicable: [curve, (s) => ({ ...lumpable(s), macro: Array.from({ length: 3000 }, () => bit(s)) })],
  },
  zhao: {
    yes: [(s) => overSeeds(s, [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98], 40)],
    no: [(s) => overSeeds(s, [0.1, 0.3, 0.5, 0.7, 0.9], 20, false)],
    undecided: [(s) => overSeeds(s, [0.1, 0.5, 0.5, 0.9], 3)],
    notApplicable: [system, rising],
  },
};

export const drawn = (make: Make, seed: number): Evidence => make(random(seed));
