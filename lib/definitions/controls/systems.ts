import { type Random, random } from "../../stats/random";
import type { Evidence } from "../types";
import type { Control } from "./control";

/** Five units of two states, and the runs whose side is looked at. */
const [units, steps, runs, crowd] = [5, 2000, 12, 400];
/** Probability that an independent unit keeps its state. */
const keeps = 0.8;

const onOff = (p: number, source: Random) => (source.uniform() < p ? 1 : 0);
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** States over time, from the law of one step. */
function series(source: Random, next: (state: readonly number[], step: number) => number[]): number[][] {
  let state: number[] = Array.from({ length: units }, () => onOff(0.5, source));
  return Array.from({ length: steps }, (_, t) => {
    state = next(state, t);
    return state;
  });
}

/** A system whose macroscopic variable is the number of units that are on. */
function evidenceOf(states: readonly (readonly number[])[], signed: readonly number[]): Evidence {
  return {
    micro: states.map((state) => state.join("")),
    macro: states.map((state) => state.reduce((sum, one) => sum + one, 0)),
    symmetry: { signed, units: crowd },
    interacting: false,
    observable: "behavior",
    subject: "control",
  };
}

/** Mean of as many independent signs as a crowd has. */
const meanSign = (p: number, source: Random) => (2 * source.binomial(crowd, p)) / crowd - 1;

/** Field of one run that drives all units: a slow walk about 0. */
const [memory, strength] = [0.95, 1.5];
const drift = (source: Random) => {
  let field = source.normal();
  return () => {
    field = memory * field + Math.sqrt(1 - memory ** 2) * source.normal();
    return field;
  };
};

/** Units that follow the majority of the others: what is shuffled afterwards. */
const coupling = 2;
const follow = (state: readonly number[], source: Random) => {
  const on = state.reduce((sum, one) => sum + one, 0);
  return state.map((one) => onOff(sigmoid((coupling * (2 * (on - one) - (units - 1))) / (units - 1)), source));
};

export const systemControls: readonly Control[] = [
  {
    id: "additiveSystem",
    name: "independent units",
    kind: "additive",
    make(seed) {
      const source = random(seed, "make");
      const states = series(source, (state) => state.map((one) => (source.uniform() < keeps ? one : 1 - one)));
      return evidenceOf(
        states,
        Array.from({ length: runs }, () => meanSign(0.5, source)),
      );
    },
  },
  {
    id: "commonCause",
    name: "one field drives all",
    kind: "driven",
    make(seed) {
      const source = random(seed, "make");
      const field = drift(source);
      const states = series(source, (state) => {
        const p = sigmoid(strength * field());
        return state.map(() => onOff(p, source));
      });
      return evidenceOf(
        states,
        Array.from({ length: runs }, () => meanSign(sigmoid(strength * source.normal()), source)),
      );
    },
  },
  {
    id: "shuffledSystem",
    name: "shuffled units",
    kind: "shuffled",
    make(seed) {
      const source = random(seed, "make");
      const states = series(source, (state) => follow(state, source));
      const columns = Array.from({ length: units }, (_, i) =>
        source.shuffle(states.map((state) => state[i] as number)),
      );
      return evidenceOf(
        states.map((_, t) => columns.map((column) => column[t] as number)),
        Array.from({ length: runs }, () => meanSign(0.5, source)),
      );
    },
  },
];
