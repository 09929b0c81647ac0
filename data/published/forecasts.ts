/** 08-sharp-and-unpredictable: scores of a curve, observational and broken scaling laws. */
import type { Entry } from "./entry";

export type ForecastsId = never;

export const forecasts: Record<ForecastsId, Entry> = {};
