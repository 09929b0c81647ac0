import type { Redundancy } from "./triple";

/**
 * Minimum mutual information: redundancy = min(I(X ; T), I(Y ; T)). The weaker source has no unique information.
 *
 * Source: Bertschinger, Rauh, Olbrich & Jost 2013; for Gaussian variables Barrett 2015, Phys. Rev. E 91, 052802.
 */
export const mmi: Redundancy = (_, { first, second }) => Math.min(first, second);
