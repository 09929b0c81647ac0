import { numberText } from "../../core/numberText";
import type { Model } from "./model";

/** The fitted formula in TeX, numbers to four digits, negative ones in parentheses. */
export function fittedTex<Name extends string>(model: Model<Name>, parameters: Record<Name, number>): string {
  const words = Object.fromEntries(model.parameters.map((name) => [name, number(parameters[name])]));
  return model.texWith(words as Record<Name, string>);
}

function number(value: number): string {
  const text = numberText(value, { style: "tex" });
  return /^-|cdot/.test(text) ? `(${text})` : text;
}
