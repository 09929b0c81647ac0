/** 07-minimal-pairs: BLiMP, CoLA, SAD. */
import type { Entry } from "./entry";

export type MinimalPairsId = never;

export const minimalPairs: Record<MinimalPairsId, Entry> = {};
