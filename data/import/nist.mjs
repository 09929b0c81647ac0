// NIST Statistical Reference Datasets, nonlinear regression: problems with certified answers.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { numeric } from "./files.mjs";

/** The folder of NIST's files, a problem each. */
export const folder = "nist-strd";

/** The formula as mathjs reads it: no error term, no square brackets, ^ for powers. */
const expressionOf = (/** @type {string} */ formula) =>
  formula
    .replace(/\s*\+\s*e\s*$/, "")
    .replaceAll("**", "^")
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .replaceAll("arctan", "atan")
    .replace(/\s+/g, " ")
    .trim();

function read(/** @type {string} */ raw, /** @type {string} */ file) {
  const content = readFileSync(join(raw, folder, file), "utf8").replaceAll("\r", "");
  const problem = file.replace(".dat", "");
  const find = (/** @type {RegExp} */ pattern) => {
    const match = pattern.exec(content);
    if (!match) throw new Error(`${file}: nothing like ${pattern}`);
    return match.slice(1).map((part) => part?.trim() ?? "");
  };
  const [kind = "", left = "", formula = ""] = find(
    /Model:\s+(\w+) Class[\s\S]*?\n\s*(y|log\[y\])\s*=\s*([\s\S]*?)\n\s*\n/,
  );
  const [level = ""] = find(/(Lower|Average|Higher) Level of Difficulty/);
  const [origin = ""] = find(/(Observed|Generated) Data/);
  const parameters = [...content.matchAll(/^\s*(b\d+)\s*=\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*$/gm)].map(
    ([, parameter = "", ...values]) => {
      const [start1, start2, certified, standardDeviation] = values.map(numeric);
      return { problem, parameter, start1, start2, certified, standardDeviation };
    },
  );
  const numbers = content
    .slice(content.lastIndexOf("Data:"))
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "");
  const points = numbers.map((line, i) => {
    const [y, x1, x2] = line.trim().split(/\s+/).map(numeric);
    return { problem, observation: i + 1, y, x1, x2: x2 ?? null };
  });
  const [rss, sd, freedom, count] = [
    /Residual Sum of Squares:\s+(\S+)/,
    /Residual Standard Deviation:\s+(\S+)/,
    /Degrees of Freedom:\s+(\S+)/,
    /Number of Observations:\s+(\S+)/,
  ].map((pattern) => numeric(find(pattern)[0]));
  if (points.length !== count) throw new Error(`${file}: ${points.length} observations, needs ${count}`);
  const about = {
    problem,
    difficulty: level.toLowerCase(),
    kind: kind.toLowerCase(),
    origin: origin.toLowerCase(),
    response: left === "y" ? "y" : "log(y)",
    expression: expressionOf(formula),
    parameters: parameters.length,
    observations: count,
    residualSumOfSquares: rss,
    residualStandardDeviation: sd,
    degreesOfFreedom: freedom,
  };
  return { about, parameters, points };
}

/** All problems, by name: what each is about, its parameters, its observations. */
export const problems = (/** @type {string} */ raw) =>
  readdirSync(join(raw, folder))
    .sort()
    .map((file) => read(raw, file));
