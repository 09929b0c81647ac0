import { shown } from "../../core/shown";
import type { BinomialFit, Fit } from "./result";

/** Throws a RangeError unless the value is a fit. One that failed says why. */
export function requireFit(caller: string, name: string, value: unknown): asserts value is Fit | BinomialFit {
  const { kind, reason, model, parameters } = (value ?? {}) as {
    readonly [name in "kind" | "reason" | "model" | "parameters"]?: unknown;
  };
  if (kind === "failed")
    throw new RangeError(`${caller}: ${name} is a fit that failed (${String(reason)}), needs a fit`);
  if (kind === "fit" && typeof model === "object" && typeof parameters === "object") return;
  const copied = kind === "fit" ? ": a copy without its curve, as JSON makes it; reviveFit makes it whole" : "";
  throw new RangeError(`${caller}: ${name} is ${shown(value)}${copied}, needs the result of fit or fitBinomial`);
}
