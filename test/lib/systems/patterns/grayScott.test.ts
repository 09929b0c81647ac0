import type { ReadonlyTyped } from "@emergence/lib/core";
import {
  type GrayScottOptions,
  grayScott,
  grayScottGrowth,
  grayScottSpecimens,
  grayScottStates,
} from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { writable } from "../writable";

const sum = (field: ReadonlyTyped<Float64Array>) => field.reduce((total, one) => total + one, 0);
const largest = (field: ReadonlyTyped<Float64Array>) => field.reduce((most, one) => Math.max(most, Math.abs(one)), 0);

describe("grayScott", () => {
  it("keeps its books: what is fed comes in, what is washed out goes, diffusion and reaction move and convert", () => {
    const [size, feed, kill, dt] = [24, 0.03, 0.06, 0.7];
    const closed = grayScott({ size, feed: 0, kill: 0, seed: 1 });
    const all = sum(closed.u) + sum(closed.v);
    closed.step(500);
    expect(sum(closed.u) + sum(closed.v)).toBeCloseTo(all, 9);
    const open = grayScott({ size, feed, kill, dt, seed: 1 });
    for (let step = 0; step < 50; step++) {
      const [u, v] = [sum(open.u), sum(open.v)];
      open.step();
      expect(sum(open.u) + sum(open.v)).toBeCloseTo(u + v + dt * (feed * (size ** 2 - u) - (feed + kill) * v), 9);
    }
  });

  it("lets a plane wave die at the exact rate of the lattice, to 1e-9 a step", () => {
    const [size, feed, kill, dt] = [20, 0.04, 0.06, 0.5];
    for (const [mx, my] of [
      [1, 0],
      [3, 2],
      [10, 10],
    ] as const) {
      const system = grayScott({ size, feed, kill, dt, patches: 0, noise: 0, seed: 1 });
      const wave = (i: number) => Math.cos((2 * Math.PI * (mx * (i % size) + my * Math.floor(i / size))) / size);
      for (let i = 0; i < size ** 2; i++) writable(system.u)[i] = 1 + 0.01 * wave(i);
      const q = 4 * Math.sin((Math.PI * mx) / size) ** 2 + 4 * Math.sin((Math.PI * my) / size) ** 2;
      system.step(40);
      const left = 0.01 * (1 - dt * (feed + 0.2 * q)) ** 40;
      for (let i = 0; i < size ** 2; i++) expect((system.u[i] as number) - 1).toBeCloseTo(left * wave(i), 11);
    }
  });

  it("turns and shrinks a small wave on a mixture with V as the eigenvalues of the linearized reaction say", () => {
    const [size, dt, m] = [20, 0.1, 2];
    const rates = { ...grayScottSpecimens.uniform, diffusionU: 0.2, diffusionV: 0.1 };
    const state = grayScottStates(rates)[2] as { u: number; v: number };
    const wave: [number, number] = [(2 * Math.PI * m) / size, 0];
    const { rate, turning } = grayScottGrowth(rates, state, wave);
    const system = grayScott({ size, ...rates, dt, patches: 0, noise: 0, seed: 1 });
    const amplitude = (field: ReadonlyTyped<Float64Array>, mean: number) =>
      field.reduce((total, one, i) => total + (one - mean) * Math.cos(wave[0] * (i % size)), 0) / (size ** 2 / 2);
    for (let i = 0; i < size ** 2; i++) {
      writable(system.u)[i] = state.u + 1e-7 * Math.cos(wave[0] * (i % size));
      writable(system.v)[i] = state.v;
    }
    // Trace and determinant of one step, from three successive amplitudes of U and V by Cramer's rule: a_{t+2} = T a_{t+1} - D a_t.
    const u: number[] = [];
    const v: number[] = [];
    for (let t = 0; t < 3; t++) {
      u.push(amplitude(system.u, state.u));
      v.push(amplitude(system.v, state.v));
      system.step(5);
    }
    const [u0, u1, u2, v0, v1, v2] = [...u, ...v] as [number, number, number, number, number, number];
    const cross = u1 * v0 - u0 * v1;
    const [trace, determinant] = [(u2 * v0 - u0 * v2) / cross, (u2 * v1 - u1 * v2) / cross];
    // Eigenvalue of one Euler step: 1 + dt lambda, five times.
    const [re, im] = [1 + dt * rate, dt * turning];
    const size5 = (re * re + im * im) ** 5;
    const other = turning === 0 ? Number.NaN : 2 * Math.sqrt(size5) * Math.cos(5 * Math.atan2(im, re));
    expect(turning).toBeGreaterThan(0);
    expect(determinant).toBeCloseTo(size5, 5);
    expect(trace).toBeCloseTo(other, 5);
  });

  it("stays at every uniform mixture that the theory names", () => {
    for (const rates of [
      { feed: 0.04, kill: 0.06 },
      grayScottSpecimens.holes,
      grayScottSpecimens.uniform,
      { feed: 0.09, kill: 0.059 },
    ]) {
      for (const { u, v } of grayScottStates(rates)) {
        const system = grayScott({ size: 4, ...rates, patches: 0, noise: 0, seed: 1 });
        writable(system.u).fill(u);
        writable(system.v).fill(v);
        system.step();
        expect(largest(system.u.map((one) => one - u))).toBeLessThan(1e-15);
        expect(largest(system.v.map((one) => one - v))).toBeLessThan(1e-15);
      }
    }
    expect(grayScottStates(grayScottSpecimens.spots)).toEqual([{ u: 1, v: 0 }]);
    expect(grayScottStates({ feed: 0, kill: 0.1 })).toEqual([{ u: 1, v: 0 }]);
  });

  it("is as its specimens are named: a pattern at rest, one that moves, an even mixture, nothing", () => {
    const later = (name: keyof typeof grayScottSpecimens, size = 48) => {
      const system = grayScott({ size, ...grayScottSpecimens[name], patches: 6, seed: 2 });
      system.step(4000);
      const before = system.v.slice();
      const { contrast, meanV } = system;
      system.step(100);
      return { contrast, meanV, moved: largest(system.v.map((one, i) => one - (before[i] as number))) };
    };
    for (const name of ["spots", "stripes", "holes"] as const) {
      const { contrast, moved } = later(name);
      expect(contrast).toBeGreaterThan(0.05);
      expect(moved).toBeLessThan(0.05);
    }
    for (const name of ["waves", "pulses"] as const) {
      const { contrast, moved } = later(name, 64); // on smaller ones they run into each other and die
      expect(contrast).toBeGreaterThan(0.02);
      expect(moved).toBeGreaterThan(0.1);
    }
    const even = later("uniform", 64);
    expect(even.contrast).toBeLessThan(1e-9);
    expect(even.meanV).toBeCloseTo(grayScottStates(grayScottSpecimens.uniform)[2]?.v as number, 8);
    expect(later("empty").meanV).toBeLessThan(1e-9);
  });

  it("does not tell places or directions apart: a start turned or moved gives the result turned or moved", () => {
    const size = 16;
    const make = (from: (x: number, y: number) => number) => {
      const start = grayScott({ size, ...grayScottSpecimens.spots, patches: 3, seed: 8 });
      const other = grayScott({ size, ...grayScottSpecimens.spots, patches: 0, noise: 0, seed: 1 });
      for (let i = 0; i < size ** 2; i++) {
        writable(other.u)[i] = start.u[from(i % size, Math.floor(i / size))] as number;
        writable(other.v)[i] = start.v[from(i % size, Math.floor(i / size))] as number;
      }
      other.step(200);
      return other.v;
    };
    const [plain, turned, moved] = [
      make((x, y) => y * size + x),
      make((x, y) => x * size + y),
      make((x, y) => ((y + 5) % size) * size + ((x + 3) % size)),
    ];
    for (let i = 0; i < size ** 2; i++) {
      const [x, y] = [i % size, Math.floor(i / size)];
      expect(turned[i]).toBeCloseTo(plain[x * size + y] as number, 12);
      expect(moved[i]).toBeCloseTo(plain[((y + 5) % size) * size + ((x + 3) % size)] as number, 12);
    }
  });

  it("is the same for the same seed, and says what is wrong", () => {
    const [a, b] = [1, 1].map((seed) => grayScott({ size: 12, ...grayScottSpecimens.spots, seed }));
    a?.step(50);
    b?.step(50);
    expect(a?.v).toEqual(b?.v);
    const bad = (options: Partial<GrayScottOptions>) => () =>
      grayScott({ feed: 0.03, kill: 0.06, seed: 1, ...options });
    expect(bad({ feed: -1 })).toThrow("grayScott: feed -1, needs a finite number from 0");
    expect(bad({ kill: Number.NaN })).toThrow("grayScott: kill NaN");
    expect(bad({ size: 2 })).toThrow("grayScott: size 2");
    expect(bad({ dt: 1.5 })).toThrow("grayScott: dt 1.5, needs at most 1.25 to be stable");
    expect(bad({ noise: 2 })).toThrow("grayScott: noise 2");
    expect(() => grayScottGrowth({ feed: 0.1, kill: 0.1 }, { u: 1, v: 0 }, [Number.NaN, 0])).toThrow(
      "grayScottGrowth: wave[0] is NaN, needs a finite number",
    );
    expect(() => grayScottStates({ feed: -0.1, kill: 0 })).toThrow("grayScottStates: feed -0.1");
  });
});
