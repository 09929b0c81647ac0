// The kernels in WebAssembly beside their plain twins, number by number, and beside exact mathematics.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "@emergence/lib/stats";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Kernels, Machine } from "../../../lib/learning/kernels/kernels";
import { machineFor } from "../../../lib/learning/kernels/machine";
import { plainMachine } from "../../../lib/learning/kernels/plain/plain";
import { simdMachine } from "../../../lib/learning/kernels/simd";
import { asSource, compiled, target } from "../../../scripts/learning/compile.mjs";
import { root } from "../../../scripts/setup/places.mjs";

const n = 8 * 16;
/** Calls of every kernel on places of 1,024 floats each: rows and columns that are and are not multiples of 4. */
const calls: Readonly<Record<Exclude<keyof Kernels, "path">, (k: Kernels, at: (place: number) => number) => void>> = {
  gemm: (k, at) => {
    k.gemm(7, 16, 13, at(0), 13, 1, at(1), 16, at(2), 16, 0);
    k.gemm(13, 16, 7, at(0), 1, 13, at(3), 16, at(4), 16, 1);
    k.gemm(8, 8, 5, at(0), 5, 1, at(1), 24, at(5), 24, 1);
  },
  transpose: (k, at) => k.transpose(5, 11, at(0), 16, at(2), 8),
  gatherRows: (k, at) => k.gatherRows(9, 3, 16, at(8), at(0), at(2)),
  scatterRows: (k, at) => k.scatterRows(9, 3, 16, at(8), at(0), at(2)),
  addRow: (k, at) => k.addRow(9, 24, at(0), at(1)),
  sumRows: (k, at) => k.sumRows(9, 24, at(0), at(1)),
  square: (k, at) => k.square(n, at(0), at(1)),
  squareBack: (k, at) => k.squareBack(n, at(0), at(1)),
  relu: (k, at) => k.relu(n, at(0), at(1)),
  reluBack: (k, at) => k.reluBack(n, at(0), at(1)),
  tanh: (k, at) => k.tanh(1024, at(0), at(1)),
  tanhBack: (k, at) => k.tanhBack(n, at(0), at(1)),
  scaled: (k, at) => k.scaled(n, at(0), at(1), 0.1),
  difference: (k, at) => k.difference(n, at(0), at(1), at(2), 0.1),
  labelGradient: (k, at) => k.labelGradient(9, 16, at(0), at(8), 2, at(1), 0.1),
  softmaxGradient: (k, at) => k.softmaxGradient(9, 11, 16, at(0), at(8), 2, at(1), 0.1),
  logisticGradient: (k, at) => k.logisticGradient(100, 8, at(0), at(9), at(1), 0.1),
  normalize: (k, at) => k.normalize(9, 24, at(0), at(1), at(2)),
  normalizeBack: (k, at) => k.normalizeBack(9, 24, at(0), at(3), at(1), at(2)),
  attend: (k, at) => k.attend(3, 7, 2, 8, 0.35, at(0), at(1), at(2), 12),
  attendBack: (k, at) => k.attendBack(3, 7, 2, 8, 0.35, at(0), at(1), at(3), 12, at(4), at(5)),
  adam: (k, at) => {
    for (const [shrink, coupled] of [
      [0.99, 0],
      [1, 0.3],
    ] as const) {
      k.adam(n, at(0), at(1), at(2), at(3), 0.01, 0.9, 0.98, 1e-8, 1.7, shrink, coupled);
    }
  },
  sgd: (k, at) => k.sgd(n, at(0), at(1), at(2), 0.1, 0.9, 0.01),
};

/** A machine with the same numbers in the same places: normal ones of many sizes, tokens below 10 in place 8, bits in place 9. */
function filled(machine: Machine): (place: number) => number {
  const places = Array.from({ length: 10 }, () => machine.reserve(1024));
  const { normal, integer } = random(7);
  for (const [i, place] of places.entries()) {
    for (let j = 0; j < 1024; j++) {
      const positive = i === 3; // the mean of squares
      const value = normal() * 10 ** integer(-3, 1);
      if (i >= 8) machine.integers()[place + j] = integer(0, i === 8 ? 9 : 1);
      else machine.floats()[place + j] = positive ? Math.abs(value) : value;
    }
  }
  return (place) => places[place] as number;
}

describe("kernels", () => {
  it.each(Object.entries(calls))("%s is the same on both paths, to the last bit", (_, call) => {
    const [simd, plain] = [simdMachine(), plainMachine()].map((machine) => {
      const at = filled(machine);
      const before = machine.integers().slice(at(0), at(0) + 10 * 1024);
      call(machine.kernels, at);
      const after = machine.integers().slice(at(0), at(0) + 10 * 1024);
      expect(after).not.toEqual(before);
      return after;
    });
    expect(simd).toEqual(plain);
  });

  it.each(["simd", "plain"] as const)("%s: tanh, softmax and logistic within 32 bits of the exact values", (path) => {
    const { machine } = machineFor("test", path);
    const at = filled(machine);
    const x = Float64Array.from(machine.floats().subarray(at(0), at(0) + 1024));
    machine.kernels.tanh(1024, at(0), at(1));
    const tanh = machine.floats().slice(at(1), at(1) + 1024);
    x.forEach((value, i) => {
      expect(Math.abs((tanh[i] as number) - Math.tanh(value))).toBeLessThan(5e-7 * Math.abs(Math.tanh(value)));
    });
    machine.kernels.softmaxGradient(64, 11, 16, at(0), at(8), 1, at(1), 1);
    machine.kernels.logisticGradient(64, 16, at(0), at(9), at(2), 1);
    for (let row = 0; row < 64; row++) {
      const logits = x.slice(16 * row, 16 * row + 11);
      const sum = logits.reduce((total, value) => total + Math.exp(value), 0);
      logits.forEach((value, j) => {
        const label = machine.integers()[at(8) + row];
        const exact = Math.exp(value) / sum - (j === label ? 1 : 0);
        expect(Math.abs((machine.floats()[at(1) + 16 * row + j] as number) - exact)).toBeLessThan(5e-7);
      });
      const bit = machine.integers()[at(9) + row] as number;
      const exact = 1 / (1 + Math.exp(-(x[16 * row] as number))) - bit;
      expect(Math.abs((machine.floats()[at(2) + 16 * row] as number) - exact)).toBeLessThan(5e-7);
    }
  });

  it.each(["simd", "plain"] as const)("%s: keeps what is in memory when it grows", (path) => {
    const { machine } = machineFor("test", path);
    const first = machine.reserve(10);
    machine.floats()[first] = 3;
    const second = machine.reserve(1_000_000);
    expect(second).toBeGreaterThanOrEqual(first + 16);
    expect(machine.floats()[first]).toBe(3);
    expect(
      machine
        .floats()
        .subarray(second, second + 1_000_000)
        .every((value) => value === 0),
    ).toBe(true);
  });
});

describe("where there is no WebAssembly", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("takes the plain path with a word, or says what it needs if the other was asked for", () => {
    vi.stubGlobal("WebAssembly", undefined);
    const { machine, note } = machineFor("train", "auto");
    expect(machine.kernels.path).toBe("plain");
    expect(note).toMatch(
      /^WebAssembly with SIMD cannot be loaded here \(this engine has no WebAssembly\): the plain path/,
    );
    expect(() => machineFor("train", "simd")).toThrow(/^train: path "simd" cannot be taken/);
  });

  it("does so too if the engine refuses the module", () => {
    const refuses = class {
      constructor() {
        throw new Error("invalid value type v128");
      }
    };
    vi.stubGlobal("WebAssembly", { Module: refuses, Instance: refuses });
    expect(machineFor("train", "auto").note).toContain("(invalid value type v128)");
  });
});

describe("the compiled kernels", () => {
  it("are what the compiler makes of their sources, byte by byte", { tags: ["slow"] }, () => {
    expect(asSource(compiled())).toBe(readFileSync(target, "utf8"));
  });

  it("are called by the same names as their twins, and every kernel is tried above", () => {
    const names = (machine: Machine) =>
      Object.keys(machine.kernels)
        .filter((name) => name !== "path")
        .sort();
    expect(names(simdMachine())).toEqual(names(plainMachine()));
    expect(Object.keys(calls).sort()).toEqual(names(plainMachine()));
  });

  it("use no relaxed SIMD, whose results depend on the machine", () => {
    const folder = join(root, "scripts", "learning", "assembly");
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), "utf8")).not.toMatch(/relaxed_/);
  });
});
