/** 06-emergent-abilities: Wei et al. 2022, Brown et al. 2020, Hendrycks et al. 2021. */
import type { Entry } from "./entry";

export type AbilitiesId = never;

export const abilities: Record<AbilitiesId, Entry> = {};
