// Every public function, and every method of what they return, is called with bad input in every place: an argument, an option, an element
// within is undefined, null, NaN, text, ragged, sparse, a Map ... What comes back must be an error that names the function, a flagged
// failure, or a right result; never an error of the engine, NaN in silence, a hang, or changed arguments.
import { describe, expect, it } from "vitest";
import { isUntried } from "./exports";
import { further } from "./further";
import { triesFunctions } from "./ofFunctions";
import { specimens } from "./specimens";
import { functions, isOfKit, pathOf, silenced, specimenOf } from "./tried";

silenced();

describe("bad input", () => {
  it("is tried on every public function: each has a valid call", () => {
    const without = functions.map(([path]) => path).filter((path) => specimenOf(path) === undefined);
    const cure = 'each needs a line in test/badInput/specimens.ts: "measures.linearity": () => [[0, 0.1, 0.8]]';
    expect(without, cure).toEqual([]);
    const known = new Set(functions.map(([path]) => path));
    const named = [...Object.keys(specimens), ...Object.keys(further).map(pathOf)];
    expect(named.filter((path) => !known.has(path) && !isUntried(path))).toEqual([]);
  });

  triesFunctions((path) => !isOfKit(path));
});
