// What the page of the magnet computes: one or two magnets, their averages, and what is known exactly. No drawing.
import type { Estimate } from "@emergence/lib/core";
import { blockMean, type Random, random } from "@emergence/lib/stats";
import { type Ising, ising, isingExact, isingSum } from "@emergence/lib/systems";

export type MagnetState = {
  temperature: number;
  field: number;
  /** Spins per side. */
  size: number;
  /** "up", or "random". */
  start: string;
  seed: number;
  /** 1: a second magnet beside it, with the next seed. */
  twin: number;
  /** "none"; "cool": step by step from hot to cold; "loop": the field goes down and up. */
  program: string;
  /** Sweeps per frame. */
  speed: number;
  /** 1 once the exact values are shown. */
  theory: number;
  /** The reader's bet on the critical temperature; 0 before there is one. */
  bet: number;
};

export const usual: MagnetState = {
  ...{ temperature: 3.5, field: 0, size: 64, start: "random", seed: 1, twin: 0 },
  ...{ program: "none", speed: 4, theory: 0, bet: 0 },
};

export const boardSizes = [4, 16, 32, 64, 128];
export const coldest = 0.5;
export const hottest = 4;

/** Sweeps per step of a program. */
const coolSweeps = 400;
const loopSweeps = 4;
const loopSteps = 100;

/** Temperature of "cool" after so many sweeps. */
const cooled = (sweeps: number) => Math.max(1, Number((3.5 - 0.1 * Math.floor(sweeps / coolSweeps)).toFixed(1)));
export const isCooled = (sweeps: number) => sweeps >= 26 * coolSweeps;

/** Field of "loop" after so many sweeps: from 1 down to -1 and up again. */
function looped(sweeps: number): number {
  const step = Math.floor(sweeps / loopSweeps) % (2 * loopSteps);
  return Number((1 - (2 * Math.min(step, 2 * loopSteps - step)) / loopSteps).toFixed(2));
}

/** Samples from which averages are made: after a change, the first fifth is left out. */
const most = 20_000;
/** A block of a few sweeps would be one state told several times. */
const fewest = 200;
const blocks = 10;

export interface Averages {
  /** Of |m|. */
  readonly magnetization: Estimate;
  readonly energy: Estimate;
}

export class Magnet {
  private lattice: Ising;
  private readonly seeds: Random;
  private magnetizations: number[] = [];
  private energies: number[] = [];
  private known: { readonly length: number; readonly averages: Averages } | undefined;

  constructor(
    { size, start, seed }: Pick<MagnetState, "size" | "start" | "seed">,
    private temperature: number,
    private field: number,
  ) {
    this.seeds = random(seed);
    this.lattice = ising({ size, temperature, field, seed, start: start === "up" ? "up" : "random" });
  }

  get magnetization(): number {
    return this.lattice.magnetization;
  }

  get spins() {
    return this.lattice.spins;
  }

  /** Another temperature or field for the same spins; the chance of the rest is drawn from the same seed. */
  change(temperature: number, field: number): void {
    if (temperature === this.temperature && field === this.field) return;
    this.temperature = temperature;
    this.field = field;
    const { size } = this.lattice;
    this.lattice = ising({ size, temperature, field, seed: this.seeds.int32(), start: this.lattice.copy() });
    this.magnetizations = [];
    this.energies = [];
    this.known = undefined;
  }

  sweep(): void {
    this.lattice.sweep();
    this.magnetizations.push(Math.abs(this.lattice.magnetization));
    this.energies.push(this.lattice.energy);
    if (this.energies.length < most) return;
    this.magnetizations = this.magnetizations.slice(most / 2);
    this.energies = this.energies.slice(most / 2);
  }

  /** Since the last change; undefined while that is too little. Made anew when there is a twentieth more of it. */
  averages(): Averages | undefined {
    const { length } = this.energies;
    if (length < fewest) return undefined;
    if (this.known && length >= this.known.length && length < 1.05 * this.known.length) return this.known.averages;
    const from = Math.ceil(length / 5);
    const averages = {
      magnetization: blockMean(this.magnetizations.slice(from), { blocks }),
      energy: blockMean(this.energies.slice(from), { blocks }),
    };
    this.known = { length, averages };
    return averages;
  }
}

/** An average at one temperature. */
export interface Reading extends Estimate {
  readonly temperature: number;
}

export class World {
  readonly magnets: readonly Magnet[];
  sweeps = 0;
  temperature: number;
  field: number;
  /** Averages at the temperatures that it has left. */
  readonly readings: Reading[] = [];
  /** Field and magnetization of each magnet, at each step of the loop. */
  readonly trace: { readonly field: number; readonly magnetizations: readonly number[] }[] = [];
  /** Magnetization of each magnet after each of the last sweeps. */
  readonly history: number[][];

  constructor(readonly state: MagnetState) {
    this.temperature = state.program === "cool" ? cooled(0) : state.temperature;
    this.field = state.program === "loop" ? looped(0) : state.field;
    const seeds = state.twin ? [state.seed, state.seed + 1] : [state.seed];
    this.magnets = seeds.map((seed) => new Magnet({ ...state, seed }, this.temperature, this.field));
    this.history = this.magnets.map(({ magnetization }) => [magnetization]);
  }

  change(temperature: number, field: number): void {
    if (temperature !== this.temperature || field !== this.field) {
      const averages = field === 0 ? this.magnets[0]?.averages() : undefined;
      if (averages && this.field === 0)
        this.readings.push({ temperature: this.temperature, ...averages.magnetization });
      this.readings.splice(0, this.readings.length - 60);
    }
    this.temperature = temperature;
    this.field = field;
    for (const magnet of this.magnets) magnet.change(temperature, field);
  }

  sweep(): void {
    const { program } = this.state;
    if (program === "cool") this.change(cooled(this.sweeps), 0);
    if (program === "loop") this.change(this.temperature, looped(this.sweeps));
    for (const [i, magnet] of this.magnets.entries()) {
      magnet.sweep();
      const history = this.history[i] as number[];
      history.push(magnet.magnetization);
      if (history.length > 1200) history.splice(0, 200);
    }
    this.sweeps++;
    if (program !== "loop" || this.sweeps % loopSweeps !== 0) return;
    this.trace.push({ field: this.field, magnetizations: this.magnets.map(({ magnetization }) => magnetization) });
    this.trace.splice(0, this.trace.length - 3 * loopSteps);
  }
}

export interface Exact {
  /** Of |m|: counted on the board of 4 x 4, Yang's of the infinite lattice on the others. */
  readonly magnetization: number;
  /** Of this board. */
  readonly energy: number;
}

/** What is known exactly; undefined where nothing is: in a field, on more than 4 x 4 spins. */
export function exactly(size: number, temperature: number, field: number): Exact | undefined {
  if (size === 4) {
    const { absMagnetization, energy } = isingSum({ size, temperature, field });
    return { magnetization: absMagnetization, energy };
  }
  if (field !== 0) return undefined;
  const { magnetization, energy } = isingExact(temperature, { size });
  return { magnetization, energy };
}

export const { criticalTemperature } = isingExact(2);

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
const nearest = (value: number) =>
  boardSizes.reduce((best, size) => (Math.abs(size - value) < Math.abs(best - value) ? size : best));

export function legal(state: MagnetState): MagnetState {
  return {
    temperature: Number(within(state.temperature, coldest, hottest).toFixed(2)),
    field: Number(within(state.field, -1, 1).toFixed(2)),
    size: nearest(state.size),
    start: state.start === "up" ? "up" : "random",
    seed: Math.round(within(state.seed, 1, 999)),
    twin: state.twin === 0 ? 0 : 1,
    program: ["cool", "loop"].includes(state.program) ? state.program : "none",
    speed: Math.round(within(state.speed, 1, 100)),
    theory: state.theory === 0 ? 0 : 1,
    bet: state.bet <= 0 ? 0 : within(state.bet, coldest, hottest),
  };
}
