import { curve, curves, type FitResult, fit, fitBinomial } from "@emergence/lib/fit";
import { type Code, column, type FormulaFit, type FreshCase, freshCases, type Values } from "../data";
import { messageOf, misfit } from "../messageOf";

const count = (length: number) => Array.from({ length }, (_, i) => i);

/** A formula fitted by default: its parameters and sum of squares, or the reason of failure. */
export function fitFormula({ formula, predictors, x, y, huber }: FormulaFit): Values {
  const loss = huber === undefined ? {} : ({ loss: "huber", lossScale: huber } as const);
  const result = fit(curve(formula, predictors ? { predictors } : {}), x, y, loss);
  return result.kind === "failed" ? { reason: result.reason } : { ...result.parameters, rss: result.rss };
}

function pointsOf(id: string): { x: number[]; y: readonly number[] } {
  const points = freshCases.find((one: FreshCase) => one.id === id)?.fit;
  if (!points) throw new Error(`${id} has no points`);
  return { x: points.x.map(Number), y: points.y };
}

/** The reason of a failed fit, or the message of the error. */
function complaint(run: () => FitResult): string {
  let reason = "";
  const message = messageOf(() => {
    const result = run();
    if (result.kind === "failed") reason = result.reason;
  });
  return message ?? reason;
}

/** Whether a fit is presented as one that knows its parameters. */
const isSure = (result: FitResult) => result.kind === "fit" && result.identifiable;

/** The fits that need more than a formula. */
export const fits: Readonly<Record<string, Code>> = {
  H05() {
    const { x, y } = pointsOf("H04");
    const result = fit(curves.exponential, x, y);
    if (result.kind === "failed") return { reason: result.reason };
    return { rate: result.parameters.rate, seRate: result.standardErrors.rate, rss: result.rss };
  },
  H06() {
    const { x, y } = pointsOf("H03");
    const result = fit(curves.logistic, x, y);
    if (result.kind === "failed") return { reason: result.reason };
    return { ...result.parameters, seX0: result.standardErrors.x0, rss: result.rss };
  },
  H18() {
    const { x, y } = pointsOf("H17");
    const result = fit(curves.exponential, x, y);
    return result.kind === "failed" ? { reason: result.reason } : { rate: result.parameters.rate, rss: result.rss };
  },
  H20() {
    const days = count(31).map((i) => 2_458_800 + 10 * i);
    const said = complaint(() =>
      fit(
        curves.exponential,
        days,
        days.map((day) => 3 * Math.exp((day - 2_458_800) / 90)),
      ),
    );
    return { cure: /count x|subtract|from near|shift x|x from/i.test(said) };
  },
  I04() {
    const { x, y } = pointsOf("I03");
    const result = fit(curves.powerLaw, x, y);
    return result.kind === "failed" ? { reason: result.reason } : { rss: result.rss };
  },
  I07: () => ({ tells: tellsX("a * log(x) + b", [0, 1, 2, 4, 8], [0, 1, 2, 3, 4]) }),
  I08: () => ({ tells: tellsX("a * x^b + c", [-2, -1, 1, 2, 3], [3, 1, 1, 3, 5]) }),
  I10: () => ({
    hyperbola: tellsX("a / x + b", [0, 1, 2, 4, 8], [9, 5, 3, 2, 1.5]),
    bent: bentAtZero(),
  }),
  I11() {
    const x = [0, 1, 2, 3, 4, 5, 6, 8];
    const y = x.map((at, i) => (at === 0 ? 1 : 2 * at * Math.log(at) + 1) + 0.1 * Math.sin(7 * i));
    let a = Number.NaN;
    const said = complaint(() => {
      const result = fit(curve("a * x * log(x) + b"), x, y);
      if (result.kind === "fit") a = result.parameters.a ?? a;
      return result;
    });
    return { right: Math.abs(a - 2) < 0.05 || isAboutX(said, "a * x * log(x) + b") };
  },
  J01() {
    const x = count(11).map((i) => i + 1);
    const y = x.map((at, i) => -3 + 5 * 0.7 ** (at - 1) + 0.5 * at + 0.1 * Math.sin(7 * i));
    const result = fit(curve("a + b * r^(x - m) + c * x"), x, y);
    if (result.kind === "failed") return { reason: result.reason };
    const { m, c = Number.NaN } = result.standardErrors;
    return { identifiable: result.identifiable, shift: String(m), slope: c > 0 && Number.isFinite(c) };
  },
  J02() {
    const result = fit(curve("a * exp(b * x + c)"), column("assets", "x"), column("assets"));
    if (result.kind === "failed") return { reason: result.reason };
    return { identifiable: result.identifiable, rate: result.parameters.b ?? Number.NaN };
  },
  J03() {
    const x = count(20).map((i) => -1 + (2 * i) / 19);
    const y = x.map((at) => at ** 2 + 0.01 * at ** 3);
    const result = fit(curve("a + b * x^2"), x, y);
    if (result.kind === "failed") return { reason: result.reason };
    const { a: seA = Number.NaN, b: seB = Number.NaN } = result.standardErrors;
    return { b: result.parameters.b ?? Number.NaN, seA, seB };
  },
  J04() {
    const result = fit(curves.logistic, [1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]);
    if (result.kind === "failed") return { identifiable: false, falseZero: false };
    return { identifiable: result.identifiable, falseZero: result.standardErrors.k === 0 };
  },
  J05: () => ({ sure: isSure(fit(curve("a * exp(-((x - m) / s)^2)"), count(9), Array<number>(9).fill(0))) }),
  J06() {
    const y = count(9).map((i) => Math.exp(-i / 2));
    return { sure: isSure(fit(curve("a * exp(-((x - m) / s)^2)"), count(9), y)) };
  },
  J07() {
    const y = [9, 0.5, 0.52, 0.49, 0.5, 0.51, 0.5, 0.49, 0.5, 0.51, 0.5, 0.5];
    return { sure: isSure(fit(curve("a * exp(-b * x) + c"), count(12), y)) };
  },
  J08: () => certainty(fit(curve("a + b * tanh((x - m) / s)"), [1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1])),
  J09: () =>
    certainty(
      fit(
        curves.hinge,
        count(10),
        count(10).map((i) => 2 * i + 1),
      ),
    ),
  J10: () => straight(1, 1e-200),
  J11: () => straight(1, 1e200),
  J12() {
    const noise = [1.01, 0.99, 1, 1.02, 0.98, 1.01];
    const result = fit(
      curve("a * exp(-b * x)"),
      count(6),
      noise.map((by, i) => 1e-170 * by * Math.exp(-0.3 * i)),
    );
    if (result.kind === "failed") return { reason: result.reason };
    return { b: result.parameters.b ?? Number.NaN, seB: result.standardErrors.b ?? Number.NaN };
  },
  J13() {
    const sizes = count(7).map((i) => 10 ** (3 + i));
    return { sure: isSure(fit(curves.brokenPowerLaw(1), sizes, [3, 2.5, 2.1, 1.8, 1.5, 1.3, 1.1])) };
  },
  J14: () => straight(1e-300, 1),
  K01() {
    const x = count(20_000).map((i) => i / 100);
    const y = x.map((at, i) => 3 + 0.4 * Math.max(0, at - 120) + 0.1 * Math.sin(7 * i * i));
    return { near: Math.abs(fit(curves.hinge, x, y).parameters.x0 - 120) < 0.1 };
  },
  K02() {
    const x = count(20_000).map((i) => i / 100);
    const y = x.map((at, i) => (at < 77.7 ? 1 : 2) + 0.2 * Math.sin(7 * i * i));
    return { near: Math.abs(fit(curves.step, x, y).parameters.x0 - 77.7) < 0.05 };
  },
  K06() {
    const x = count(200_000);
    const result = fit(
      curves.line,
      x,
      Float64Array.from(x, (at) => 2 * at - 1),
    );
    return { ...result.parameters };
  },
  L06() {
    const dates = misfit([new Date(2020, 0, 1), new Date(2021, 0, 1), new Date(2022, 0, 1), new Date(2023, 0, 1)]);
    let drawn = false;
    const said = complaint(() => {
      const result = fit(curves.line, dates, [1, 2, 3.1, 4]);
      drawn = result.kind === "fit" && result.r2 > 0.99;
      return result;
    });
    return { ok: drawn || /date/i.test(said) };
  },
  N02() {
    const shares = [0.07, 0.14, 0.29, 0.57, 0.58];
    const x = [1, 2, 3, 4, 5];
    const trials = x.map(() => 100);
    const one = fitBinomial(
      curves.logistic,
      x,
      shares.map((share) => share * 100),
      trials,
    );
    const other = fitBinomial(curves.logistic, x, [7, 14, 29, 57, 58], trials);
    return { same: JSON.stringify(one) === JSON.stringify(other) };
  },
  Q01() {
    const missing = misfit(undefined);
    const messages = [
      messageOf(() => fit(curves.logistic, missing, [1, 2, 3, 4])),
      messageOf(() => fit(curve("a * x + b"), [1, 2, 3], missing)),
      messageOf(() => fit(missing, [1, 2, 3], [1, 2, 3])),
    ];
    return { tells: messages.every((message) => /^fit: /.test(message ?? "") && !/Cannot read/.test(message ?? "")) };
  },
  Q06() {
    const x = [1, 2, 3, 4, 5, 6];
    const y = [2.9, 3.4, 4.8, 5.6, 7, 8.2];
    const plain = fit(curves.powerLaw, x, y).parameters;
    const typed = fit(curves.powerLaw, Float64Array.from(x), Float64Array.from(y)).parameters;
    const frozen = fit(curves.powerLaw, Object.freeze([...x]), Object.freeze([...y])).parameters;
    const isNear = Math.abs(typed.exponent - plain.exponent) < 1e-4 * Math.abs(plain.exponent);
    return { same: isNear && JSON.stringify(frozen) === JSON.stringify(plain) };
  },
};

/** Whether a fit says that the data do not fix it, and whether an error is NaN. */
function certainty(result: FitResult): Values {
  if (result.kind === "failed") return { identifiable: false, nan: false };
  return { identifiable: result.identifiable, nan: Object.values(result.standardErrors).some(Number.isNaN) };
}

/**
 * Whether a bent power law over x from 0 on fails with a reason that names x, or ends at a curve that is defined there: a power above 0 has its
 * limit at 0, 0, and such a curve goes through these points to four digits.
 */
function bentAtZero(): boolean {
  const y = count(9).map((i) => 9 * (i + 1) ** -0.6);
  const result = fit(curves.brokenPowerLaw(1), count(9), y);
  if (result.kind === "failed") return isAboutX(result.reason);
  return result.fitted.every((value, i) => Math.abs(value - (y[i] ?? Number.NaN)) < 1e-4);
}

/** A line through four points in units of any size. */
function straight(unitOfX: number, unitOfY: number): Values {
  const x = [1, 2, 3, 4].map((at) => at * unitOfX);
  const result = fit(
    curves.line,
    x,
    [1, 2, 3.1, 4].map((value) => value * unitOfY),
  );
  if (result.kind === "failed") return { reason: result.reason };
  return { slope: result.parameters.slope, seSlope: result.standardErrors.slope, r2: result.r2 };
}

/** Whether a formula that has no value at some x fails with a reason that says so. */
function tellsX(formula: string, x: number[], y: number[]): boolean {
  return isAboutX(
    complaint(() => fit(curve(formula), x, y)),
    formula,
  );
}

/** A reason that says of which x the formula has no value, apart from the formula itself, and shows no NaN. */
function isAboutX(text: string, formula = ""): boolean {
  const rest = text.replace(formula.replaceAll(" ", ""), "").replace(formula, "");
  return /\bx\b/.test(rest) && /\b0\b|negative/.test(rest) && !/NaN/.test(rest);
}
