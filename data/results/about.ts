import type { Evidence } from "@emergence/lib/definitions";

/** What the person says once, for all curves of the file. */
export type AboutResults = Pick<
  Evidence,
  "chance" | "metric" | "examples" | "taught" | "subject" | "observable" | "interacting" | "logScale"
> & {
  /** Trials behind every score. */
  readonly trials?: number;
  /** Whether scores are percentages; found by itself where some are above 1 and none above 100 */
  readonly percent?: boolean;
};
