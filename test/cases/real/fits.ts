import { curve, curves, fit, fitBinomial } from "@emergence/lib/fit";
import { type Code, column, rows } from "../data";

const count = (length: number) => Array.from({ length }, (_, i) => i);
const fitted = (formula: string, set: string) => fit(curve(formula), column(set, "x"), column(set));

/** Curves fitted to what people brought. */
export const fits: Readonly<Record<string, Code>> = {
  A01() {
    const result = fitted("1 / (1 + exp(-b * (x - a)))", "sig");
    if (result.kind === "failed") return { reason: result.reason };
    return { ...result.parameters, seb: result.standardErrors.b ?? Number.NaN, rss: result.rss };
  },
  A03() {
    const result = fit(curves.logistic4, column("line", "x"), column("line"));
    return result.kind === "failed"
      ? { reason: result.reason }
      : { rss: result.rss, identifiable: result.identifiable };
  },
  A05() {
    const result = fitted("b / (1 + exp(-(c + d * x)))", "s5980");
    if (result.kind === "failed") return { reason: result.reason };
    return { b: result.parameters.b ?? Number.NaN, identifiable: result.identifiable };
  },
  A07() {
    const formula = "M * ((P + Q)^2 / P) * exp(-(P + Q) * x) / (1 + (Q / P) * exp(-(P + Q) * x))^2";
    const result = fitted(formula, "vcr");
    if (result.kind === "failed") return { reason: result.reason };
    const { M: seM = Number.NaN, Q: seQ = Number.NaN } = result.standardErrors;
    return { ...result.parameters, seM, seQ, sigma: result.sigma };
  },
  A09: () => ({ ...fitted("27 * exp(r * x) / (1 + 27 * (exp(r * x) - 1) / 7800000000)", "rosetta").parameters }),
  A11: () => ({ ...fit(curves.powerLaw, column("pl1", "x"), column("pl1")).parameters }),
  A13() {
    const x = column("err", "x");
    const y = column("err");
    const sigma = x.map(() => 0.078);
    const model = curve("c0 + x^m * c");
    const bounded = fit(model, x, y, { sigma, bounds: { m: [0.1, 0.9], c: [-2, 10], c0: [-2, 2] } });
    const free = fit(model, x, y, { sigma });
    if (bounded.kind === "failed" || free.kind === "failed") return { kind: "failed" };
    const { m = Number.NaN, c = Number.NaN } = bounded.parameters;
    return { m, c, sem: bounded.standardErrors.m ?? Number.NaN, identifiable: free.identifiable };
  },
  A15() {
    const result = fit(curves.logistic, column("seals", "x"), column("seals"));
    return result.kind === "failed" ? { reason: result.reason } : { ...result.parameters, y2020: result.predict(23) };
  },
  A17() {
    const x = count(10).map((i) => 1 + 5 * i);
    const y = x.map((at) => 0.7 / (1 + 69 * Math.exp(-0.3 * at)));
    return { ...fit(curve("K / (1 + ((K - y0) / y0) * exp(-r * x))"), x, y).parameters };
  },
  A19() {
    const result = fit(curves.powerLaw, column("pl3", "x"), column("pl3"));
    if (result.kind === "failed") return { reason: result.reason };
    return { scale: result.parameters.scale, exponent: result.parameters.exponent, rss: result.rss };
  },
  A20b() {
    const result = fitted("a / (1 + b * x^c)", "zero");
    return result.kind === "failed" ? { reason: result.reason } : { ...result.parameters, rss: result.rss };
  },
  A21() {
    const x = column("assets", "x");
    const y = column("assets");
    const result = fit(curves.exponential, x, y);
    const fromRate = fit(curves.exponential, x, y, { start: { rate: 0.22 } });
    return { kind: result.kind, rate: result.parameters.rate, kindFromRate: fromRate.kind };
  },
  A22() {
    const result = fitted("A * exp(-B / (8.314 * x))", "yeast");
    if (result.kind === "failed") return { kind: "failed", reason: result.reason };
    return { kind: "fit", B: result.parameters.B ?? Number.NaN, rss: result.rss };
  },
  A23() {
    const formula =
      "N * 0.3808 * (2 * J + 1) / (8.617333262e-5 * T) * exp(-0.3808 * J * (J + 1) / (8.617333262e-5 * T))";
    const result = fit(curve(formula, { predictors: ["J"] }), column("rot", "x"), column("rot"));
    return result.kind === "failed" ? { reason: result.reason } : { ...result.parameters, r2: result.r2 };
  },
  A25: () => ({ ...fitted("a * exp(-b * x) + c", "temp").parameters }),
  A27() {
    const law = curve("log(E + A / N^alpha + B / D^beta)", { predictors: ["N", "D"] });
    const options = { loss: "huber", lossScale: 1e-3, multistart: 20 } as const;
    return { ...fit(law, rows("chin"), column("chin").map(Math.log), options).parameters };
  },
  A29() {
    const law = curve("log(exp(e) + exp(a - al * log(N)) + exp(b - be * log(D)))", { predictors: ["N", "D"] });
    const options = { loss: "huber", lossScale: 1e-3 } as const;
    const { parameters } = fit(law, rows("llama3"), column("llama3").map(Math.log), options);
    return { e: parameters.e ?? Number.NaN, al: parameters.al ?? Number.NaN, be: parameters.be ?? Number.NaN };
  },
  A31() {
    const [x, right, trials] = [column("psig", "x"), column("psig", "k"), column("psig", "n")];
    const logistic = fitBinomial(curves.logistic, x, right, trials, { chance: 0.5, fixed: { L: 1 } });
    const weibull = fitBinomial(curve("1 - exp(-(x / a)^b)"), x, right, trials, { chance: 0.5 });
    if (logistic.kind === "failed" || weibull.kind === "failed") return { kind: "failed" };
    const { a = Number.NaN, b = Number.NaN } = weibull.parameters;
    return {
      k: logistic.parameters.k / 1000,
      x0: logistic.parameters.x0 * 1000,
      dev: logistic.deviance,
      a: a * 1000,
      b,
      devW: weibull.deviance,
    };
  },
  A33() {
    const right = [6, 5, 12, 25, 38, 46, 44];
    const trials = right.map(() => 50);
    const options = { fixed: { floor: 0.1, L: 0.9 } };
    const { k, x0 } = fitBinomial(curves.logistic4, [-10, -5, -2, 0, 2, 5, 10], right, trials, options).parameters;
    return { k, x0 };
  },
  A35() {
    const x = count(40).map((i) => 200 * i + 100);
    const y = x.map((at, i) => Math.max(0.02 * at + 30, 0.2 * at - 870) + 5 * Math.sin(7 * i));
    return {
      text: fit(curve("max(a * x + b, c * x + d)"), x, y).kind === "fit",
      x0: fit(curves.hinge, x, y).parameters.x0,
    };
  },
  A37() {
    const result = fit(curve("exp(a * x + b)"), [350, 380], [48, 17]);
    if (result.kind === "failed") return { reason: result.reason };
    return { ...result.parameters, se: String(result.standardErrors.a) };
  },
  A39() {
    const years = column("seals", "x").map((since) => 1997 + since);
    const result = fit(curves.powerLaw, years, column("seals"));
    // Its best exponent, about -190, needs a scale of about -e^1470, which no double holds. Right is a failure that says so, what to do to x, and how
    // good the curve is that cannot be written down.
    const reason = result.kind === "failed" ? result.reason : "";
    return {
      names: /scale .* no number holds/.test(reason),
      cures: /divide x by \d+, or subtract \d+/.test(reason),
      rssBelow: (result.rss ?? Number.POSITIVE_INFINITY) < 1.5e7,
    };
  },
};
