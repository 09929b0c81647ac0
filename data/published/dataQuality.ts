/** 12-always-cars. */
import type { Entry } from "./entry";

export type DataQualityId = never;

export const dataQuality: Record<DataQualityId, Entry> = {};
