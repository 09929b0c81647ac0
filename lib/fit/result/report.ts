import { max } from "d3-array";
import { numberText } from "../../core/numberText";
import type { BinomialFit, Fit } from "./result";

/** Smallest size of a correlation that is reported. */
const leastCorrelation = 0.1;

/** What a report reads of a fit of either kind. */
type Reported = Omit<
  Fit,
  "rss" | "sigma" | "r2" | "lossScale" | "model" | "predict" | "band" | "interval" | "profile"
> &
  Partial<Pick<Fit, "rss" | "sigma" | "r2"> & Pick<BinomialFit, "deviance" | "dispersion">>;

/** A fit as text, in the form of lmfit's `fit_report`: statistics, variables, and correlations of 0.1 and above, largest first. */
export function report(fit: Reported): string {
  return [
    `[[Model]]\n    ${fit.name === fit.formula ? fit.name : `${fit.name}: ${fit.formula}`}`,
    `[[Fit Statistics]]\n${aligned(statistics(fit), " = ")}`,
    `[[Variables]]\n${aligned(variables(fit), " ")}`,
    ...section("[[Correlations]]", correlations(fit)),
    ...section("[[Warnings]]", fit.warnings),
  ].join("\n");
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}\n${lines.map((line) => `    ${line}`).join("\n")}`];

/** Pairs as lines, the second column aligned. */
function aligned(pairs: readonly (readonly [string, string])[], between: string): string {
  const width = max(pairs, ([name]) => name.length) ?? 0;
  return pairs.map(([name, text]) => `    ${name.padEnd(width)}${between}${text}`).join("\n");
}

/** Six significant digits, as a programmer writes them. */
const digits = (value: number): string => numberText(value, { digits: 6, style: "plain" });

function statistics(fit: Reported): [string, string][] {
  const { rss, sigma, r2, deviance, dispersion, n, degreesOfFreedom } = fit;
  const rows: [string, string | number | undefined][] = [
    ["data points", n],
    ["variables", n - degreesOfFreedom],
    ["iterations", fit.iterations],
    ["chi-square", rss],
    ["reduced chi-square", sigma === undefined ? undefined : sigma * sigma],
    ["deviance", deviance],
    ["dispersion", dispersion],
    ["Akaike info crit", fit.aic],
    ["corrected Akaike", fit.aicc],
    ["Bayesian info crit", fit.bic],
    ["R-squared", r2],
  ];
  return rows.flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, typeof value === "number" ? digits(value) : value]],
  );
}

function variables({ names, parameters, standardErrors, fixed, atBound, options }: Reported): [string, string][] {
  return names.map((name) => {
    const [value, error] = [parameters[name] as number, standardErrors[name] as number];
    const percent = Math.abs((100 * error) / value);
    const share = Number.isFinite(percent) ? ` (${percent.toFixed(2)} %)` : "";
    const from = options.start?.[name];
    const start = from === undefined ? "" : ` (start = ${digits(from)})`;
    const text = fixed.includes(name)
      ? `${digits(value)} (fixed)`
      : `${digits(value)} +/- ${digits(error)}${share}${start}`;
    return [`${name}:`, atBound.includes(name) ? `${text} (at its bound)` : text];
  });
}

function correlations({ names, correlation }: Reported): string[] {
  const pairs = names.flatMap((a, i) =>
    names.slice(i + 1).map((b, k) => [a, b, correlation[i]?.[i + 1 + k] ?? 0] as const),
  );
  return pairs
    .filter(([, , value]) => Math.abs(value) >= leastCorrelation)
    .sort((a, b) => Math.abs(b[2]) - Math.abs(a[2]))
    .map(([a, b, value]) => `C(${a}, ${b}) = ${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(4)}`);
}
