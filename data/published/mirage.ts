/** 09-the-mirage: Schaeffer et al. 2023, metrics, Du et al. 2024. */
import type { Entry } from "./entry";

export type MirageId = never;

export const mirage: Record<MirageId, Entry> = {};
