import { shown } from "../../core/shown";
import type { Model } from "./model";

/** Throws a RangeError unless the value is a curve: one of `curves`, one made by `curve`, or an object of the same shape. */
export function requireModel(caller: string, model: unknown, name: string = "model"): asserts model is Model {
  const { parameters, predictors, point } = (model ?? {}) as Partial<Model>;
  if (Array.isArray(parameters) && Array.isArray(predictors) && typeof point === "function") return;
  const cure =
    typeof model === "function"
      ? " (curves.polynomial and curves.brokenPowerLaw are called first: curves.polynomial(2))"
      : "";
  throw new RangeError(
    `${caller}: ${name} is ${shown(model)}, needs a curve such as curves.logistic or curve("a + b * x")${cure}`,
  );
}
