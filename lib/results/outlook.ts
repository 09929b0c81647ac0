// Forecasts of the next scales, and what such forecasts were worth on the curve itself.
import type { Failure } from "../core/failure";
import type { Curve } from "../definitions/evidence/curve";
import { forecastAt, isShare } from "./forecastAt";
import type { ForecastPoint, Outlook } from "./types";
import { type ForecastRecord, worthOf } from "./worth";

/** Scores that the first forecast knows. */
const fewest = 3;
/** Factors of scale, or steps of mean length where ratios mean nothing. */
const [factors, steps] = [
  [2, 10],
  [1, 3],
] as const;
/** What counts as some ten times the scale, and as three steps. */
const [farFactors, farSteps] = [
  [5, 20],
  [2.5, 3.5],
] as const;

/** Forecasts for twice and ten times the largest scale, or for one and three steps more. */
export function outlookOf(curve: Curve): Outlook | Failure {
  const { y, log } = curve;
  if (y.length < fewest) return { kind: "failed", reason: `${y.length} scores, and a forecast takes ${fewest}` };
  const points: ForecastPoint[] = [];
  for (const one of nextOf(curve)) {
    const told = forecastAt(curve, y.length, log ? Math.log10(one.scale) : one.scale);
    if (told.kind === "failed") return told;
    const { value, lower, upper } = told;
    points.push({ ...one, value, lower, upper });
  }
  const record = recordOf(curve);
  const { near, far, ...misses } = record;
  return {
    kind: "outlook",
    method: isShare(curve) ? "log odds" : "straight line",
    points,
    ...near,
    far,
    ...misses,
    worth: worthOf(curve, points, record),
  };
}

function nextOf({ scale, log, span, y }: Curve): Pick<ForecastPoint, "scale" | "step">[] {
  const last = scale.at(-1) as number;
  if (log) return factors.map((factor) => ({ scale: last * factor, step: `× ${factor}` }));
  return steps.map((n) => ({
    scale: last + (n * span) / (y.length - 1),
    step: n === 1 ? "1 step on" : `${n} steps on`,
  }));
}

/** Each score from those before it; and, for the far step, each that lies so much further than what was known. */
function recordOf(curve: Curve): ForecastRecord {
  const { x, y, log, span } = curve;
  const step = span / (y.length - 1);
  const [from, to] = log ? farFactors.map(Math.log10) : farSteps.map((n) => n * step);
  const near: { inside: boolean; miss: number; missAsNow: number }[] = [];
  const far: boolean[] = [];
  for (let n = fewest; n < y.length; n++) {
    const known = x[n - 1] as number;
    for (let j = n; j < y.length; j++) {
      const distance = (x[j] as number) - known;
      const isFar = distance >= (from as number) && distance <= (to as number);
      if (j > n && !isFar) continue;
      const told = forecastAt(curve, n, x[j] as number);
      if (told.kind === "failed") continue;
      const came = y[j] as number;
      const inside = came >= told.lower && came <= told.upper;
      if (isFar) far.push(inside);
      if (j === n)
        near.push({ inside, miss: Math.abs(came - told.value), missAsNow: Math.abs(came - (y[n - 1] as number)) });
    }
  }
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    near: { tried: near.length, inside: near.filter(({ inside }) => inside).length },
    far: { tried: far.length, inside: far.filter((inside) => inside).length },
    ...(near.length === 0
      ? {}
      : { miss: mean(near.map(({ miss }) => miss)), missAsNow: mean(near.map((one) => one.missAsNow)) }),
  };
}
