import { curve, curves, fit } from "@emergence/lib/fit";
import { derivative } from "mathjs";
import { describe, expect, it } from "vitest";

describe("curve", () => {
  it("takes every symbol as a parameter that is neither predictor, called function nor pi", () => {
    expect(curve("L / (1 + exp(-k * (x - x0)))").parameters).toEqual(["L", "k", "x0"]);
    expect(curve("e * x + i * sin(cm) + pi").parameters).toEqual(["e", "i", "cm"]);
    expect(curve("a * u + b * v", { predictors: ["u", "v"] }).parameters).toEqual(["a", "b"]);
    expect(curve("sin * x + sin(x)").parameters).toEqual(["sin"]);
  });

  const formulas = [
    "L / (1 + exp(-k * (x - x0)))",
    "a + b * x^(-c) * (1 + (x / d)^(1 / f))^(-c * f)",
    "sqrt(a + x^2) - log(b * x) + log10(c) / log(x, 3)",
    "-abs(a - x) + cbrt(b) * tanh(c * x) + pow(d, x)",
    "sin(a * x) * cos(b) + tan(c) - atan(d / x) + asin(a / 9) - acos(b / 9)",
    "sinh(a) + cosh(b * x)",
    "+a x - (b + 1) 2 x",
  ];
  for (const formula of formulas) {
    it(`has the gradient that mathjs derives: ${formula}`, () => {
      const model = curve(formula);
      const values = Object.fromEntries(model.parameters.map((name, j) => [name, 0.7 + 0.4 * j]));
      const vector = Float64Array.from(model.parameters, (name) => values[name] as number);
      const gradient = new Float64Array(vector.length);
      for (const x of [0.6, 1.9]) {
        const value = model.point(x, vector, gradient);
        expect(value).toBe(model.value(x, values));
        for (const [j, name] of model.parameters.entries()) {
          const exact = derivative(formula, name).evaluate({ ...values, x }) as number;
          expect(Math.abs((gradient[j] as number) - exact)).toBeLessThan(1e-12 * Math.max(1, Math.abs(exact)));
        }
      }
    });
  }

  it("knows expm1, log1p, log2, square and cube, which mathjs does not derive, by what they are", () => {
    const [near, plain] = [
      curve("expm1(a * x) * log1p(b) + square(a) - cube(b)"),
      curve("(exp(a * x) - 1) * log(1 + b) + a^2 - b^3"),
    ];
    const [g, h] = [new Float64Array(2), new Float64Array(2)];
    expect(near.point(0.8, Float64Array.of(0.7, 1.1), g)).toBeCloseTo(
      plain.point(0.8, Float64Array.of(0.7, 1.1), h),
      14,
    );
    for (const j of [0, 1]) expect(g[j]).toBeCloseTo(h[j] as number, 13);
  });

  it("finds the parameters in which it is linear", () => {
    expect(curve("a + b * x + c * exp(-d * x)").linear).toEqual(["a", "b", "c"]);
    expect(curve("a * b * x").linear).toEqual(["a"]);
    expect(curve("a^2 + x / b - (-c)").linear).toEqual(["c"]);
  });

  it("is the built-in curve of the same formula, without a start", () => {
    const x = Array.from({ length: 20 }, (_, i) => i / 2);
    const y = x.map((value, i) => curves.logistic.value(value, { L: 2, k: 1.4, x0: 4 }) + 0.03 * Math.sin(17 * i));
    const [own, built] = [fit(curve("L / (1 + exp(-k * (x - x0)))"), x, y), fit(curves.logistic, x, y)];
    if (own.kind === "failed" || built.kind === "failed") throw new Error("no fit");
    for (const name of ["L", "k", "x0"] as const) {
      expect(own.parameters[name]).toBeCloseTo(built.parameters[name], 9);
      expect(own.standardErrors[name]).toBeCloseTo(built.standardErrors[name], 9);
    }
  });

  it("does not turn infinite where the exponential does", () => {
    const model = curve("L / (1 + exp(-k * (x - x0)))");
    const gradient = new Float64Array(3);
    expect(model.point(-1e6, Float64Array.of(1, 2, 0), gradient)).toBe(0);
    expect([...gradient].map(Math.abs)).toEqual([0, 0, 0]);
  });

  it("writes TeX, with numbers where asked", () => {
    const model = curve("a * x^2 + x0");
    expect(model.tex.replaceAll(/\s/g, "")).toContain("x_{0}");
    expect(model.texWith({ a: "2.5", x0: "(-1)" }).replaceAll(/[\s~]/g, "")).toContain("2.5");
  });

  it("says what it cannot read", () => {
    expect(() => curve("a + * b")).toThrow(/curve: cannot read "a \+ \* b"/);
    expect(() => curve("a * x**b")).toThrow("in place of ** write a^b");
    expect(() => curve("|x - a|")).toThrow("in place of | write abs(a)");
    expect(() => curve("x > 1 && x < 2 ? a : b")).toThrow("in place of && write a and b");
    expect(() => curve("k(x - x0)")).toThrow("k(...) is no function here (for a product write k * (...))");
    expect(() => curve("a * x > 1")).toThrow(TypeError);
    expect(() => curve("a * x > 1")).toThrow("the formula is true or false");
    expect(() => curve("zeta(a * x)")).toThrow(
      /zeta\(\.\.\.\) is no function here .*needs one of exp, .*erf, .*max\(\.\.\.\)/,
    );
    expect(() => curve("atan2(a)")).toThrow("atan2 of 1 arguments is no function here, needs atan2(y, x)");
    expect(() => curve("log(a, b, x)")).toThrow("needs log(x) or log(x, base)");
    expect(() => curve(" ")).toThrow("curve: the expression is empty");
    expect(() => curve("y = a * x + b")).toThrow('an equation, needs its right side alone: curve("a * x + b")');
    expect(() => curve("f(x) = a * x")).toThrow('needs its right side alone: curve("a * x")');
    expect(() => curve("y ~ a * x")).toThrow("in place of ~ write the right side alone");
    expect(() => curve("[a, x]")).toThrow("ArrayNode has no derivative here");
    expect(() => curve("a * x").value(1, {})).toThrow("parameter a is undefined");
  });
});
