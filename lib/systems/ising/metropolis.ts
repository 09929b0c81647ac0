import type { Random } from "../../stats";
import { bondSum, type Lattice, spinSum, torusNeighbors } from "./lattice";

/**
 * Metropolis updates of single sites drawn at random: any size, with or without a field. A flip that costs dE has probability min(1, exp(-dE / T)).
 *
 * Sites are drawn and not visited row by row: since flips that cost nothing are always made, sweeps row by row never reach some states of a 3 x 3 torus
 * (the transition matrix has more than one eigenvalue 1).
 *
 * Source: Metropolis et al. 1953, J. Chem. Phys. 21, 1087-1092.
 */
export function metropolis(
  spins: Int8Array,
  { size, temperature, field }: { size: number; temperature: number; field: number },
  source: Random,
): Lattice {
  const neighbors = torusNeighbors(size);
  // Probability of a flip, by spin (0 for -1, 5 for +1) plus half the sum of the neighbors plus 2.
  const chances = new Float64Array(10);
  for (const spin of [-1, 1]) {
    for (let up = 0; up <= 4; up++) {
      const cost = 2 * spin * (2 * up - 4 + field);
      chances[(spin > 0 ? 5 : 0) + up] = cost <= 0 ? 1 : Math.exp(-cost / temperature);
    }
  }
  const { uniform, int32 } = source;
  const sites = size * size;
  const perWord = sites / 2 ** 32;
  return {
    sweep() {
      for (let attempt = 0; attempt < sites; attempt++) {
        const site = Math.floor((int32() >>> 0) * perWord);
        const at = 4 * site;
        const spin = spins[site] as number;
        const sum =
          (spins[neighbors[at] as number] as number) +
          (spins[neighbors[at + 1] as number] as number) +
          (spins[neighbors[at + 2] as number] as number) +
          (spins[neighbors[at + 3] as number] as number);
        const chance = chances[(spin > 0 ? 7 : 2) + (sum >> 1)] as number;
        if (chance >= 1 || uniform() < chance) spins[site] = -spin;
      }
    },
    bonds: () => bondSum(spins, neighbors),
    total: () => spinSum(spins),
    spins: () => spins.slice(),
  };
}
