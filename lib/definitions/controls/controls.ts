import type { Control } from "./control";
import { curveControls } from "./curves";
import { systemControls } from "./systems";

/**
 * Cases in which nothing emerges, by how they are made: three curves of 24 models with all parts that a curve can have, and three systems of five units.
 *
 * - `additiveCurve`: a sum of 200 small skills, each learned at a scale of its own and trained for
 * - `shuffledCurve`: a steep rise whose scores were dealt to the scales by lot, each part by itself
 * - `straightCurve`: scores on a straight line over the logarithm of scale
 * - `additiveSystem`: independent units, each with a memory of its own
 * - `commonCause`: units that do not act on each other, driven by one slow field
 * - `shuffledSystem`: units that follow a majority, each series shuffled by itself
 *
 * `make(seed)` gives the evidence; it throws a RangeError for a seed that is no whole number. What each is like was fixed before any verdict.
 *
 * @example
 * import { controls } from "@emergence/lib/definitions";
 * controls.find(({ id }) => id === "additiveSystem")?.make(1).macro?.length; // => 2000
 *
 * Source: ours; additive and shuffled systems as nulls are common practice in the literature of the measures.
 */
export const controls: readonly Control[] = [...curveControls, ...systemControls];
