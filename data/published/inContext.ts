/** 11-in-context-learning: Lu et al. 2023. */
import type { Entry } from "./entry";

export type InContextId = never;

export const inContext: Record<InContextId, Entry> = {};
