// Runs of @emergence/lib/learning as tasks of a sweep: threads run the built package.
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { sweep } from "../../run/index";

const require = createRequire(import.meta.url);
const { adamW, mlp, modularArithmetic, quadraticMlp, sparseParity, trainRun } =
  require("@emergence/lib/learning") as typeof import("@emergence/lib/learning");

test("the weights are the same for any number of threads", async () => {
  const points = [
    { model: quadraticMlp({ width: 24 }), task: modularArithmetic({ modulus: 11 }), replicate: 0 },
    { model: quadraticMlp({ width: 24 }), task: modularArithmetic({ modulus: 11 }), replicate: 1 },
    { model: mlp({ widths: [5] }), task: sparseParity({ testExamples: 20 }), replicate: 0 },
  ].map((point) => ({ ...point, optimizer: adamW({ rate: 0.01 }), steps: 50 }));
  const hashes = async (workers: number) => {
    const rows = await sweep(trainRun, points, { seed: 1, workers, cache: false });
    return rows.map(({ value, seed }) => [seed, value.kind === "trained" ? value.hash : value.reason]);
  };
  const [one, two, three] = [await hashes(1), await hashes(2), await hashes(3)];
  expect(two).toEqual(one);
  expect(three).toEqual(one);
  const here = points.map((point, i) => {
    const seed = one[i]?.[0] as number;
    const result = trainRun({ ...point, seed });
    return [seed, result.kind === "trained" ? result.hash : result.reason];
  });
  expect(here).toEqual(one);
  expect(new Set(one.map(([, hash]) => hash)).size).toBe(3);
});
