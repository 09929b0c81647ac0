import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { curve, curves, fit } from "@emergence/lib/fit";
import { build } from "esbuild";
import { afterEach, describe, expect, it, vi } from "vitest";
import { rowsOf } from "../../../lib/fit/problem/residuals";
import { root } from "../../../scripts/setup/places.mjs";

const point = (x: number, p: Float64Array, gradient: Float64Array) => {
  gradient[0] = 1;
  gradient[1] = x;
  return (p[0] as number) + (p[1] as number) * x;
};
/** A model of its own each time: what is counted for one says nothing of another. */
const fresh = () => ((...args: Parameters<typeof point>) => point(...args)) as Parameters<typeof rowsOf>[0];
const x = Float64Array.of(0, 1, 2);
const y = Float64Array.of(1, 2, 4);

function read(loop: ReturnType<typeof rowsOf>, model: ReturnType<typeof fresh>, free = [0, 1], weights = [1, 1, 2]) {
  const [residual, jacobian] = [new Float64Array(3), new Float64Array(3 * free.length)];
  const roots = Float64Array.from(weights);
  const parameters = Float64Array.of(1, 1);
  const held = free.length < 2;
  const cost = loop(model, x, parameters, new Float64Array(2), y, roots, residual, jacobian, free, held);
  return { cost, residual: [...residual], jacobian: [...jacobian] };
}

describe("the loop over the data", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("gives weighted residuals, weighted Jacobian and the sum of squares", () => {
    const model = fresh();
    expect(read(rowsOf(model), model)).toEqual({ cost: 4, residual: [0, 0, 2], jacobian: [1, 1, 2, 0, 1, 4] });
    expect(read(rowsOf(model), model, [1])).toEqual({ cost: 4, residual: [0, 0, 2], jacobian: [0, 1, 4] });
  });
  it("says Infinity where a residual or a slope is not finite", () => {
    const steep = ((x: number, _: Float64Array, gradient: Float64Array) => {
      gradient[0] = 1 / x;
      return 1;
    }) as ReturnType<typeof fresh>;
    expect(read(rowsOf(steep), steep).cost).toBe(Number.POSITIVE_INFINITY);
  });
  it("gives the same numbers however often a model comes back, and whichever comes between", () => {
    const [one, other] = [fresh(), fresh()];
    const first = read(rowsOf(one), one);
    for (let use = 0; use < 30; use++) {
      expect(read(rowsOf(one), one)).toEqual(first);
      if (use % 3 === 0) expect(read(rowsOf(other), other, [1])).toEqual({ ...first, jacobian: [0, 1, 4] });
    }
  });
  it("gives the same numbers where code from text is forbidden", () => {
    const model = fresh();
    const first = read(rowsOf(model), model);
    vi.stubGlobal("Function", () => {
      throw new EvalError("forbidden by the page's security policy");
    });
    for (let use = 0; use < 30; use++) expect(read(rowsOf(model), model)).toEqual(first);
  });
  it("gives the same fit the hundredth time as the first, to the last bit", () => {
    const ys = [0.1, 0.2, 0.5, 0.9, 0.95, 1.05];
    for (const model of [curves.logistic, curve("L / (1 + exp(-k * (x - x0)))")]) {
      const once = () => fit(model, [0, 1, 2, 3, 4, 5], ys, { start: { L: 1, k: 1, x0: 2 } }).parameters;
      const first = once();
      for (let i = 0; i < 99; i++) once();
      expect(once()).toEqual(first);
    }
  });
});

describe("the fiftieth fit of a model", () => {
  const ys = [0.1, 0.2, 0.5, 0.9, 0.95, 1.05];
  const expected = fit(curves.logistic, [0, 1, 2, 3, 4, 5], ys).parameters;
  const fifty = `
    const { curves, fit } = require("./fit.cjs");
    for (let i = 0; i < 49; i++) fit(curves.logistic, [0, 1, 2, 3, 4, 5], ${JSON.stringify(ys)});
    console.log(JSON.stringify(fit(curves.logistic, [0, 1, 2, 3, 4, 5], ${JSON.stringify(ys)}).parameters));`;

  /** Bundles the library, its loop over the data changed by `change`, and fits fifty times in a process of its own. */
  async function fitFifty(change: (loop: string) => string, flags: string[]) {
    const folder = mkdtempSync(join(tmpdir(), "emergence-loop-"));
    try {
      await build({
        entryPoints: [join(root, "lib", "fit", "index.ts")],
        outfile: join(folder, "fit.cjs"),
        bundle: true,
        platform: "node",
        external: ["mathjs"],
        logLevel: "error",
        plugins: [
          {
            name: "change",
            setup: ({ onLoad }) =>
              onLoad({ filter: /residuals\.ts$/ }, ({ path }) => ({
                contents: change(readFileSync(path, "utf8")),
                loader: "ts",
              })),
          },
        ],
      });
      const { stdout, stderr } = spawnSync(process.execPath, [...flags, "-e", fifty], {
        cwd: folder,
        encoding: "utf8",
      });
      return stdout === "" ? stderr : (JSON.parse(stdout) as unknown);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it("works if a coverage tool has written counters into the loop", async () => {
    // As istanbul does: a counter before each statement, by a function of the module.
    const counted = (text: string) => {
      const changed = text.replace("let cost = 0;", "cov_1().s[0]++; let cost = 0;");
      expect(changed).not.toBe(text);
      return `const counters = { s: [0] };\nfunction cov_1() { return counters; }\n${changed}`;
    };
    expect(await fitFifty(counted, [])).toEqual(expected);
  });
  it("works if the counters stand only where numbers are not finite", async () => {
    const counted = (text: string) => {
      const changed = text.replace(": Number.POSITIVE_INFINITY;", ": (cov_1().b[0]++, Number.POSITIVE_INFINITY);");
      expect(changed).not.toBe(text);
      return `const counters = { b: [0] };\nfunction cov_1() { return counters; }\n${changed}`;
    };
    expect(await fitFifty(counted, [])).toEqual(expected);
  });
  it("works if code from text is forbidden, as by a page's Content-Security-Policy", async () => {
    expect(await fitFifty((text) => text, ["--disallow-code-generation-from-strings"])).toEqual(expected);
  });
});
