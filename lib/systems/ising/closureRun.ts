import { inNameOf, type Kinds, optionsOf, requirePositive, requireWhole } from "../../core/require";
import { type DrawnClosure, drawnClosure } from "../../measures/causal/drawnClosure";
import { ising } from "./ising";
import { torusNeighbors } from "./lattice";

/** Options of `closureRun`. */
export interface ClosureRunOptions {
  /** L, spins per side of the torus, 3 to 256. */
  readonly size: number;
  /** T of the law by which spins turn over, in units of J / k_B. */
  readonly temperature: number;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
  /** States that are drawn, from 2. Default 600. */
  readonly states?: number;
  /** Temperature at which the states are drawn. Default `temperature`, the magnet as it is found; Infinity draws all states alike, as by an intervention. */
  readonly drawnAt?: number;
}

/** Kinds of the options, for their check. */
const runOptions: Kinds<ClosureRunOptions> = {
  size: "number",
  temperature: "number",
  seed: "number",
  states: "number",
  drawnAt: "number",
};

/** So hot that all states are alike: a bond changes the chance of a state by one part in 10^12. */
const boundless = 1e12;

/**
 * Informational closure of the magnetization of a magnet too large for a list of its states: I(M' ; X | M) under Glauber dynamics on the torus of L x L spins, from
 * states drawn by Wolff's algorithm. Of each state X the chances that the magnetization M rises or falls at the next step are known, and `drawnClosure` compares
 * them among states of the same M; up and down are alike, so a state with most spins down is turned over.
 *
 * @param options `size`, `temperature`, `seed`, `states`, `drawnAt`
 * @returns bits per step, in which one spin of N may turn over; N times the value is bits per sweep
 * @throws RangeError for an option out of range, or if no two states have the same magnetization
 * @example
 * import { closureRun } from "@emergence/lib/systems";
 * closureRun({ size: 4, temperature: 3, seed: 1 }).value > 0.004; // => true
 *
 * Source: `drawnClosure`; Glauber 1963, J. Math. Phys. 4, 294-307.
 */
export function closureRun(options: ClosureRunOptions): DrawnClosure {
  const caller = "closureRun";
  const { size, temperature, seed, states = 600, drawnAt = temperature } = optionsOf(caller, options, runOptions);
  requireWhole(caller, "size", size, 3, 256);
  requirePositive(caller, "temperature", temperature);
  requireWhole(caller, "states", states, 2, 1_000_000);
  if (!(drawnAt > 0)) throw new RangeError(`${caller}: drawnAt ${drawnAt}, needs a number above 0, or Infinity`);
  const lattice = inNameOf(caller, () =>
    ising({ size, temperature: Math.min(drawnAt, boundless), seed, algorithm: "wolff" }),
  );
  lattice.sweep(100);
  const around = torusNeighbors(size);
  const n = size * size;
  // Chance to turn over by how many neighbors agree, 0 to 4.
  const turn = [-4, -2, 0, 2, 4].map((pull) => 1 / (1 + Math.exp((2 * pull) / temperature)));
  const rows = Array.from({ length: states }, () => {
    lattice.sweep(2);
    const { spins } = lattice;
    let [up, rise, fall] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      let pull = 0;
      for (let k = 4 * i; k < 4 * i + 4; k++) pull += spins[around[k] as number] as number;
      const chance = turn[((spins[i] as number) * pull) / 2 + 2] as number;
      if (spins[i] === 1) [up, fall] = [up + 1, fall + chance / n];
      else rise += chance / n;
    }
    const mostDown = 2 * up < n;
    const change = mostDown ? [rise, fall] : [fall, rise];
    return { macro: Math.max(up, n - up), next: [...change, Math.max(0, 1 - rise - fall)] };
  });
  return drawnClosure(
    rows.map(({ macro }) => macro),
    rows.map(({ next }) => next),
  );
}
