import type { Curve } from "../definitions/evidence/curve";
import type { Evidence } from "../definitions/index";
import { wilsonScore } from "../stats/wilsonScore";
import type { ReportedScore } from "./types";

const normal95 = 1.959963984540054;

/** Each score with its 95 % interval. */
export function scoresOf({ scale, y, uncertainty }: Curve, { seeds }: Evidence): ReportedScore[] {
  return scale.map((one, i): ReportedScore => {
    const score = y[i] as number;
    const runs = seeds?.[i]?.length;
    const point = { scale: one, score, ...(runs === undefined ? {} : { seeds: runs }) };
    if (uncertainty.kind === "none") return point;
    if (uncertainty.kind === "errors") {
      const half = normal95 * (uncertainty.error[i] as number);
      return { ...point, lower: score - half, upper: score + half };
    }
    const [k, n] = [uncertainty.successes[i] as number, uncertainty.trials[i] as number];
    return { ...point, trials: n, ...wilsonScore(k, n, 0.95) };
  });
}
