import { describe, expect, it } from "vitest";
import { type Anything, isUntried, methodsOf } from "./exports";
import { methods } from "./methods";
import type { Specimen } from "./specimens";
import { expectNoFault, functions, isAsked, lastName, longTitle, silenced, slow, specimenOf, title } from "./tried";

silenced();

/** What they are methods of takes long to make, and is made anew for each try. */
const costly = new Set(["stats.imputeByPca().impute", "fit.bootstrap().band"]);

describe("bad input to methods", () => {
  const found = new Map<string, { made: () => Promise<Record<string, Anything>>; name: string; path: string }>();

  it("is tried on every method of what a function returns: each has a valid call", async () => {
    for (const [path, call] of functions) {
      const specimen = specimenOf(path);
      if (specimen === undefined) continue; // said in lib.test.ts
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
    await expectNoFault(method, call, specimen, { names: [lastName(path), name], data: false, long });
  };
  const entries = Object.entries(methods).filter(isAsked);
  it.each(entries.filter(([method]) => !costly.has(method)))(title, tried(false));
  it.each(entries.filter(([method]) => costly.has(method)))(title, slow, tried(false));
  it.each(entries)(longTitle, slow, tried(true));
});
