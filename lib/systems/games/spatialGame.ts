import type { ReadonlyTyped } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireList,
  requireOneOf,
  requirePositive,
  requireProportion,
  requireSameLength,
  requireWhole,
} from "../../core/require";
import { random } from "../../stats/random";

export interface SpatialGameOptions {
  /** Sites along each side of the torus, >= 3; default 99. */
  readonly size?: number;
  /** b, payoff of a defector against a cooperator, > 0; a cooperator against a cooperator gets 1. */
  readonly temptation: number;
  /** `"random"`: each site is drawn (default). `"defector"`: one defector amid cooperators; or each site, 1 or 0, row by row. */
  readonly start?: "random" | "defector" | ArrayLike<number>;
  /** Probability of a cooperator at a site of a random start, 0 to 1; default 0.9. */
  readonly cooperators?: number;
  /** Whole number from -2^31 to 2^31 - 1. It matters only for a random start, since the game itself is deterministic. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
export const spatialGameOptions: Kinds<SpatialGameOptions> = {
  size: "number",
  temptation: "number",
  start: "any",
  cooperators: "number",
  seed: "number",
};

/** A lattice of players. */
export interface SpatialGame {
  /** Plays `count` more rounds, all sites at once. */
  step(count?: number): void;
  readonly size: number;
  /** 1 for a cooperator, 0 for a defector, row by row. */
  readonly sites: ReadonlyTyped<Uint8Array>;
  /** Fraction of cooperators. */
  readonly share: number;
  /** Fraction of sites that changed in the last round; 0 before the first. */
  readonly changed: number;
}

/**
 * The prisoner's dilemma on a torus: each player plays against its eight neighbors and itself, then copies the most successful of these nine.
 *
 *     payoff of a cooperator = cooperators among the nine,  payoff of a defector = b times cooperators among the nine
 *
 * Players have no memory. If the best cooperator and the best defector in sight do equally well, a player keeps its strategy, so the lattice keeps every
 * symmetry of its start. From the payoffs alone: a lone defector spreads for b > 9/8, the corners of a block of defectors grow for b > 9/5, and a block of
 * four cooperators among defectors grows for b < 2. Between 9/5 and 2 both kinds grow, and neither wins.
 *
 * @param options the lattice, `temptation` b, the start and the seed
 * @throws RangeError for a number out of range, an unknown start, or one defector on a torus of even side, which has no middle
 * @example
 * import { spatialGame } from "@emergence/lib/systems";
 * const game = spatialGame({ size: 9, temptation: 1.9, start: "defector", seed: 1 });
 * game.step();
 * game.share; // => 72 / 81
 *
 * Source: Nowak & May 1992, Nature 359, 826-829.
 */
export function spatialGame(options: SpatialGameOptions): SpatialGame {
  const where = "spatialGame";
  const {
    size = 99,
    temptation,
    start = "random",
    cooperators = 0.9,
    seed,
  } = optionsOf("spatialGame", options, spatialGameOptions);
  requireWhole(where, "size", size, 3);
  requirePositive(where, "temptation", temptation);
  requireProportion(where, "cooperators", cooperators);
  if (typeof start === "string") requireOneOf(where, "start", start, ["random", "defector"]);
  if (start === "defector" && size % 2 === 0) {
    throw new RangeError(
      `${where}: size ${size} with start "defector", needs an odd number: the defector is on the middle site`,
    );
  }
  const { uniform } = random(seed, "spatialGame");
  const count = size * size;
  const sites = new Uint8Array(count);
  if (typeof start !== "string") {
    requireList(where, "start", start, '"random", "defector", or an array of 0 and 1');
    requireSameLength(where, { sites, "sites in start": start });
    for (let i = 0; i < count; i++) {
      requireWhole(where, `start[${i}]`, start[i] as number, 0, 1);
      sites[i] = start[i] as number;
    }
  } else if (start === "random") for (let i = 0; i < count; i++) sites[i] = uniform() < cooperators ? 1 : 0;
  else {
    sites.fill(1);
    sites[(count - 1) / 2] = 0;
  }
  const { cooperator, defector, kinds, ties } = outcomes(temptation);
  const near = new Int32Array(count); // cooperators among three in a row, then outcomes in sight
  const own = new Int32Array(count); // the outcome of each site
  let changed = 0;

  function one(): void {
    for (let row = 0; row < count; row += size) {
      for (let x = 0; x < size; x++) {
        const left = row + (x === 0 ? size - 1 : x - 1);
        const right = row + (x === size - 1 ? 0 : x + 1);
        near[row + x] = (sites[left] as number) + (sites[row + x] as number) + (sites[right] as number);
      }
    }
    for (let row = 0; row < count; row += size) {
      const up = row === 0 ? count - size : row - size;
      const down = row === count - size ? 0 : row + size;
      for (let x = 0; x < size; x++) {
        const met = (near[up + x] as number) + (near[row + x] as number) + (near[down + x] as number);
        own[row + x] = (sites[row + x] === 1 ? cooperator[met] : defector[met]) as number;
      }
    }
    for (let row = 0; row < count; row += size) {
      for (let x = 0; x < size; x++) {
        const left = row + (x === 0 ? size - 1 : x - 1);
        const right = row + (x === size - 1 ? 0 : x + 1);
        near[row + x] = (own[left] as number) | (own[row + x] as number) | (own[right] as number);
      }
    }
    let moved = 0;
    for (let row = 0; row < count; row += size) {
      const up = row === 0 ? count - size : row - size;
      const down = row === count - size ? 0 : row + size;
      for (let x = 0; x < size; x++) {
        const seen = (near[up + x] as number) | (near[row + x] as number) | (near[down + x] as number);
        const best = 31 - Math.clz32(seen);
        if (seen & (ties[best] as number)) continue;
        const better = kinds[best] as number;
        moved += better ^ (sites[row + x] as number);
        sites[row + x] = better;
      }
    }
    changed = moved / count;
  }

  return {
    step(steps = 1) {
      requireWhole(where, "count of steps", steps, 0);
      for (let i = 0; i < steps; i++) one();
    },
    size,
    sites,
    get share() {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += sites[i] as number;
      return sum / count;
    },
    get changed() {
      return changed;
    },
  };
}

/** The 20 outcomes of a round, one bit each, higher for a higher payoff. Of two with the same payoff the cooperator's is the higher, and `ties` holds the other. */
function outcomes(temptation: number): {
  readonly cooperator: Int32Array;
  readonly defector: Int32Array;
  readonly kinds: Uint8Array;
  readonly ties: Int32Array;
} {
  const all = Array.from({ length: 10 }, (_, met) => [
    { kind: 1, met, payoff: met },
    { kind: 0, met, payoff: temptation * met },
  ]).flat();
  all.sort((a, b) => a.payoff - b.payoff || a.kind - b.kind);
  const bits = [new Int32Array(10), new Int32Array(10)] as const;
  for (const [bit, { kind, met }] of all.entries()) (kind === 1 ? bits[1] : bits[0])[met] = 1 << bit;
  const ties = all.map(({ kind, payoff }, bit) => (kind === 1 && all[bit - 1]?.payoff === payoff ? 1 << (bit - 1) : 0));
  return {
    cooperator: bits[1],
    defector: bits[0],
    kinds: Uint8Array.from(all, ({ kind }) => kind),
    ties: Int32Array.from(ties),
  };
}
