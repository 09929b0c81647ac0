// Every public function, and every method of what they return, is called with bad input in every place: an argument, an option, an element
// within is undefined, null, NaN, text, ragged, sparse, a Map ... What comes back must be an error that names the function, a flagged
// failure, or a right result; never an error of the engine, NaN in silence, a hang, or changed arguments.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Anything, isUntried, methodsOf, publicFunctions } from "./exports";
import { free, holesAllowed, onlyData } from "./free";
import { further } from "./further";
import { methods } from "./methods";
import { isGood } from "./outcome";
import { type Specimen, specimens } from "./specimens";
import { type Finding, survey } from "./survey";

const functions = [...publicFunctions()].filter(([path]) => !isUntried(path));

/** `npm run check` names the rooms that changed; otherwise all are tried. */
const rooms = process.env.EMERGENCE_TEST_ROOMS?.split(",").filter((room) => room !== "") ?? [];
const isAsked = ([path]: readonly [path: string, ...rest: unknown[]]) =>
  rooms.length === 0 || rooms.includes(path.split(".")[0] as string);

const question = { length: 4, options: 4 };
const catalogue: Readonly<Record<string, Specimen>> = {
  expected: () => [0.5, { ...question }],
  chance: () => [{ ...question }],
  resolution: () => [100, { ...question }],
};

/** `plot.bars` of the call `plot.bars, of dates`. */
const pathOf = (call: string) => call.split(",")[0] as string;

const lastName = (path: string) => path.split(".").at(-1) as string;

function specimenOf(path: string): Specimen | undefined {
  return path.startsWith("metrics.metricCatalogue.") ? catalogue[lastName(path)] : specimens[path];
}

const title = "%s refuses it, flags it, or is right";
const longTitle = "%s takes a very long list, refuses it, or can be stopped";
const slow = { tags: ["slow"] };

const faults = (findings: readonly Finding[]) =>
  findings
    .filter(({ outcome }) => !isGood(outcome))
    .map(({ label, outcome: { kind, detail } }) => `${label}: ${kind}: ${detail}`);

beforeAll(() => {
  for (const name of ["log", "warn"] as const) vi.spyOn(console, name).mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe("bad input", () => {
  it("is tried on every public function: each has a valid call", () => {
    const without = functions.map(([path]) => path).filter((path) => specimenOf(path) === undefined);
    const cure = 'each needs a line in test/badInput/specimens.ts: "measures.linearity": () => [[0, 0.1, 0.8]]';
    expect(without, cure).toEqual([]);
    const known = new Set(functions.map(([path]) => path));
    const named = [...Object.keys(specimens), ...Object.keys(further).map(pathOf)];
    expect(named.filter((path) => !known.has(path) && !isUntried(path))).toEqual([]);
  });

  const calls = new Map(functions);
  const more = Object.keys(further).map((name) => [name, calls.get(pathOf(name)) as Anything] as const);

  const tried = (long: boolean) => async (name: string, call: Anything) => {
    const path = pathOf(name);
    const specimen = further[name] ?? (specimenOf(path) as Specimen);
    const names = [lastName(path), ...(path.includes("metricCatalogue") ? ["metricCatalogue"] : [])];
    const findings = await survey(call, specimen, {
      names,
      free: (place) => free(name, place),
      data: onlyData.has(name) || path.includes("metricCatalogue"),
      long,
      allowed: holesAllowed[name],
    });
    expect(faults(findings)).toEqual([]);
  };
  const asked = [...functions.filter(([path]) => specimenOf(path) !== undefined), ...more].filter(isAsked);
  it.each(asked)(title, tried(false));
  it.each(asked)(longTitle, slow, tried(true));
});

/** What they are methods of takes long to make, and is made anew for each try. */
const costly = new Set(["stats.imputeByPca().impute", "fit.bootstrap().band"]);

describe("bad input to methods", () => {
  const found = new Map<string, { made: () => Promise<Record<string, Anything>>; name: string; path: string }>();

  it("is tried on every method of what a function returns: each has a valid call", async () => {
    for (const [path, call] of functions) {
      const specimen = specimenOf(path);
      if (specimen === undefined) continue; // said above
      const made = async () => (await call(...specimen())) as Record<string, Anything>;
      for (const name of methodsOf(await made())) {
        const method = `${path}().${name}`;
        if (!isUntried(method)) found.set(method, { made, name, path });
      }
    }
    expect([...found.keys()].filter((method) => methods[method] === undefined)).toEqual([]);
    expect(Object.keys(methods).filter((method) => !found.has(method))).toEqual([]);
  });

  const tried = (long: boolean) => async (method: string, specimen: Specimen) => {
    const { made, name, path } = found.get(method) as NonNullable<ReturnType<typeof found.get>>;
    const call = async (...args: unknown[]) => {
      const state = await made();
      return { returned: state[name]?.(...args), state };
    };
    const names = [lastName(path), name];
    expect(
      faults(
        await survey(call, specimen, {
          names,
          free: (place) => free(method, place),
          data: false,
          long,
          allowed: holesAllowed[method],
        }),
      ),
    ).toEqual([]);
  };
  const entries = Object.entries(methods).filter(isAsked);
  it.each(entries.filter(([method]) => !costly.has(method)))(title, tried(false));
  it.each(entries.filter(([method]) => costly.has(method)))(title, slow, tried(false));
  it.each(entries)(longTitle, slow, tried(true));
});
