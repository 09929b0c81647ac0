// What the three files of tests share: they are three so that two processors have work until the end.
import { afterAll, beforeAll, expect, vi } from "vitest";
import { type Anything, isUntried, publicFunctions } from "./exports";
import { free, holesAllowed } from "./free";
import { further } from "./further";
import { isGood } from "./outcome";
import { type Specimen, specimens } from "./specimens";
import { survey } from "./survey";

export const functions = [...publicFunctions()].filter(([path]) => !isUntried(path));

/** `npm run check` names the rooms that changed; otherwise all are tried. */
const rooms = process.env.EMERGENCE_TEST_ROOMS?.split(",").filter((room) => room !== "") ?? [];
const roomOf = (path: string) => path.split(".")[0] as string;
export const isAsked = ([path]: readonly [path: string, ...rest: unknown[]]) =>
  rooms.length === 0 || rooms.includes(roomOf(path));

const question = { length: 4, options: 4 };
const catalogue: Readonly<Record<string, Specimen>> = {
  expected: () => [0.5, { ...question }],
  chance: () => [{ ...question }],
  resolution: () => [100, { ...question }],
};

/** `plot.bars` of the call `plot.bars, of dates`. */
export const pathOf = (call: string) => call.split(",")[0] as string;
export const lastName = (path: string) => path.split(".").at(-1) as string;
/** Of the packages beside lib. */
export const isOfKit = (path: string) => ["plot", "data", "run"].includes(roomOf(path));
export const isOfCatalogue = (path: string) => path.startsWith("metrics.metricCatalogue.");

export function specimenOf(path: string): Specimen | undefined {
  return isOfCatalogue(path) ? catalogue[lastName(path)] : specimens[path];
}

/** Every call that is tried, with what it calls. */
export const calls: readonly (readonly [name: string, call: Anything])[] = [
  ...functions.filter(([path]) => specimenOf(path) !== undefined),
  ...Object.keys(further).map((name) => [name, new Map(functions).get(pathOf(name)) as Anything] as const),
].filter(isAsked);

export const title = "%s refuses it, flags it, or is right";
export const longTitle = "%s takes a very long list, refuses it, or can be stopped";
export const slow = { tags: ["slow"] };

export interface Tried {
  readonly names: readonly string[];
  readonly data: boolean;
  readonly long: boolean;
}

/** Asserts that a call takes no bad input in silence. */
export async function expectNoFault(name: string, call: Anything, specimen: Specimen, tried: Tried): Promise<void> {
  const findings = await survey(call, specimen, {
    ...tried,
    free: (place) => free(name, place),
    allowed: holesAllowed[name],
  });
  const faults = findings.filter(({ outcome }) => !isGood(outcome));
  expect(faults.map(({ label, outcome: { kind, detail } }) => `${label}: ${kind}: ${detail}`)).toEqual([]);
}

/** Keeps what the functions print out of the tests' output. */
export function silenced(): void {
  beforeAll(() => {
    for (const name of ["log", "warn"] as const) vi.spyOn(console, name).mockImplementation(() => {});
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });
}
