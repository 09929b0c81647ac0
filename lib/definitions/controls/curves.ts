import { type Random, random } from "../../stats/random";
import type { Evidence } from "../types";
import type { Control } from "./control";

/** 24 models over four decades, and 400 questions with four answers each. */
const [points, decades, trials, chance] = [24, 4, 400, 0.25];
const logs = Array.from({ length: points }, (_, i) => 20 + (decades * i) / (points - 1));
const [seeds, others] = [10, 3];
/** Loss falls by this much per decade, and scatters by so much. */
const [slope, scatter] = [0.4, 0.01];
/** Probability of the right answer where it is known. */
const known = 0.98;

/** Share that is mastered at each scale. */
type Mastery = (source: Random) => number[];

/** A curve with all parts that a case can have, each drawn anew from one law. */
function evidenceFrom(mastery: Mastery, source: Random, declared: Evidence, order?: () => number[]): Evidence {
  const asked = (share: number) => source.binomial(trials, chance + (1 - chance) * share) / trials;
  const arranged = (values: readonly number[]) => order?.().map((i) => values[i] as number) ?? [...values];
  const own = arranged(mastery(source));
  const scores = () => arranged(mastery(source).map(asked));
  const bySeed = Array.from({ length: seeds }, scores);
  return {
    scale: logs.map((log) => 10 ** log),
    score: own.map(asked),
    trials,
    chance,
    metric: "multiple choice",
    scaleName: "FLOPs",
    smooth: own.map((share) => share * Math.log(known) + (1 - share) * Math.log(chance) + scatter * source.normal()),
    smoothMetric: "mean log probability",
    loss: logs.map((log) => 4 - slope * (log - (logs[0] as number)) + scatter * source.normal()),
    seeds: logs.map((_, i) => bySeed.map((one) => one[i] as number)),
    tasks: Array.from({ length: others }, scores),
    structure: scores(),
    examples: 0,
    observable: "behavior",
    subject: "control",
    ...declared,
  };
}

/** Small skills whose scales are normal about the middle of the range, with this deviation in decades. */
const [skills, spread] = [200, 1.2];

const additive: Mastery = (source) => {
  const learned = Array.from({ length: skills }, () => 20 + decades / 2 + spread * source.normal());
  return logs.map((log) => learned.filter((at) => at <= log).length / skills);
};

const straight: Mastery = () => logs.map((_, i) => (0.9 * i) / (points - 1));

/** A rise from nothing to all within half a decade. */
const steep: Mastery = (source) => {
  const middle = 21 + 2 * source.uniform();
  return logs.map((log) => 1 / (1 + Math.exp((-Math.log(81) / 0.5) * (log - middle))));
};

export const curveControls: readonly Control[] = [
  {
    id: "additiveCurve",
    name: "additive curve",
    kind: "additive",
    make: (seed) => evidenceFrom(additive, random(seed, "make"), { taught: true }),
  },
  {
    id: "shuffledCurve",
    name: "shuffled curve",
    kind: "shuffled",
    make(seed) {
      const source = random(seed, "make");
      const places = [...logs.keys()];
      return evidenceFrom(steep, source, { taught: false }, () => source.shuffle(places));
    },
  },
  {
    id: "straightCurve",
    name: "straight line",
    kind: "smooth",
    make: (seed) => evidenceFrom(straight, random(seed, "make"), { taught: false }),
  },
];
