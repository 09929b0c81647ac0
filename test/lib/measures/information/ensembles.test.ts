import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  activeInformation,
  blockEntropies,
  causalEmergence,
  epsilonMachine,
  processes,
  transferEntropy,
} from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type Ensemble = number[][];
interface Case {
  readonly x: Ensemble;
  readonly y: Ensemble;
  readonly z: Ensemble;
  readonly w: Ensemble;
  readonly blocks: number[];
  readonly settings: readonly {
    readonly history: number;
    readonly sourceHistory: number;
    readonly givenHistory: number;
    readonly plain: number;
    readonly one: number;
    readonly two: number;
    readonly active: number;
  }[];
}
// By dit 2.3 from rows counted in Python: test/fixtures/measures/ensemble_values.py.
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "ensembles.json"), "utf8"),
);
const close = (got: number, wanted: number) => expect(Math.abs(got - wanted)).toBeLessThan(1e-9);
const coins = (n: number, seed: number, p = 0.5) => {
  const { uniform } = random(seed);
  return Array.from({ length: n }, () => Number(uniform() < p));
};

describe("several series, and transfer entropy given others", () => {
  it("agree with dit on 5 systems of 1 to 12 series, 4 settings each", () => {
    for (const { x, y, z, w, blocks, settings } of cases) {
      for (const { plain, one, two, active, ...options } of settings) {
        const { history } = options;
        close(transferEntropy(y, x, options), plain);
        close(transferEntropy(y, x, { ...options, given: z }), one);
        close(transferEntropy(y, x, { ...options, given: [z, w] }), two);
        close(activeInformation(y, { history }), active);
      }
      for (const [i, bits] of blockEntropies(y, { maxLength: 4 }).entries()) close(bits, blocks[i] as number);
    }
  });

  it("agree with the values that PyInform's documentation prints, and with Inform's issue 17", () => {
    const [xs, ys] = [
      [0, 1, 1, 1, 1, 0, 0, 0, 0],
      [0, 0, 1, 1, 1, 1, 0, 0, 0],
    ];
    const given = [0, 1, 1, 1, 1, 0, 1, 1, 1];
    close(transferEntropy(ys, xs, { history: 2, given }), 0.2857142857142857);
    const two = ["101011111", "110101111"];
    close(transferEntropy(ys, xs, { history: 2, given: two.map((text) => [...text].map(Number)) }), 0);
    close(transferEntropy(ys, xs, { history: 2, given: two }), 0);
    const many = (...texts: string[]) => texts.map((text) => [...text].map(Number));
    close(
      transferEntropy(many("001111000", "100001110"), many("100001111", "111100011"), { history: 2 }),
      0.693536138896192,
    );
    const [target, source] = [many("111011100", "001011100"), many("110101100", "010111001")];
    close(transferEntropy(target, source, { history: 2 }), 0.5364125003090668);
    // Given two others as well PyInform prints .3396 here, where a count of the rows by hand gives .1968; dit agrees with the count on such cases above.
    const background = [many("110110101", "111011110"), many("111100001", "000111101")];
    close(transferEntropy(target, source, { history: 2, given: background }), 0.19677767872596164);
    // https://github.com/ELIFE-ASU/Inform/issues/17, where the option is called a condition.
    close(transferEntropy("01001101", "01100100", { history: 2, condition: "11000100" }), 1 / 3);
  });

  it("one series in an array is that series", () => {
    const [a, b, c] = [coins(300, 1), coins(300, 2), coins(300, 3)];
    const options = { history: 2, correction: "millerMadow" } as const;
    expect(transferEntropy([a], [b], { ...options, given: [c] })).toBe(transferEntropy(a, b, { ...options, given: c }));
    expect(activeInformation([a], options)).toBe(activeInformation(a, options));
    expect(blockEntropies([a], { maxLength: 3 })).toEqual(blockEntropies(a, { maxLength: 3 }));
    expect(epsilonMachine.fromSequence([a]).histories).toEqual(epsilonMachine.fromSequence(a).histories);
  });

  it("no past reaches from one series into the next, and the order of series is of no account", () => {
    // Within each series all is constant; joined to one, the borders would show changes.
    const series = Array.from({ length: 40 }, (_, s) => new Array<number>(3).fill(s % 2));
    expect(blockEntropies(series, { maxLength: 2 })).toEqual([1, 1]);
    expect(blockEntropies(series.flat(), { maxLength: 2 })[1]).toBeGreaterThan(1.5);
    expect(activeInformation(series)).toBe(1);
    const few = [coins(9, 1), coins(14, 2), coins(5, 3)];
    close(activeInformation([...few].reverse(), { history: 2 }), activeInformation(few, { history: 2 }));
    const { now, next } = causalEmergence.steps([["00", "01", "11"], ["10"], ["10", "00"]]);
    expect([now, next]).toEqual([
      ["00", "01", "10"],
      ["01", "11", "00"],
    ]);
  });

  it("short series of the golden mean process, 20 symbols each, have its machine", () => {
    const source = processes.goldenMean();
    const series = Array.from({ length: 500 }, (_, s) => processes.sample(source, 20, { seed: s + 1 }));
    const machine = epsilonMachine.fromSequence(series, { maxLength: 3 });
    expect(machine.states.length).toBe(2);
    expect(machine.entropyRate).toBeCloseTo(source.entropyRate, 1);
  });

  it("a common cause is no transfer once it is given, and a step on the way neither", () => {
    const n = 20_000;
    const [cause, flips, more] = [coins(n, 1), coins(n, 2, 0.1), coins(n, 3, 0.1)];
    const [early, late] = [
      flips.map((flip, t) => flip ^ (cause[t - 1] ?? 0)),
      more.map((flip, t) => flip ^ (cause[t - 2] ?? 0)),
    ];
    const delayed = [0, ...cause.slice(0, -1)];
    expect(transferEntropy(late, early)).toBeGreaterThan(0.3);
    expect(transferEntropy(late, early, { given: delayed })).toBeLessThan(0.001);
  });

  it("keeps what source and another tell only together", () => {
    const [a, b] = [coins(5000, 4), coins(5000, 5)];
    const xor = a.map((_, t) => (t === 0 ? 0 : (a[t - 1] as number) ^ (b[t - 1] as number)));
    expect(transferEntropy(xor, a)).toBeLessThan(0.01);
    expect(transferEntropy(xor, a, { given: b })).toBeGreaterThan(0.99);
  });

  it("obeys the chain rule: both sources together tell what one does, and the other beyond it", () => {
    const series = fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(1)), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(series, fc.constantFrom(1, 2), (rows, history) => {
        const [y, x, z] = [0, 1, 2].map((v) => rows.map((row) => row[v] as number)) as [number[], number[], number[]];
        const both = x.map((value, t) => 2 * value + (z[t] as number));
        close(
          transferEntropy(y, both, { history }),
          transferEntropy(y, z, { history }) + transferEntropy(y, x, { history, given: z }),
        );
        // What is known already adds nothing, and naming it twice does not change it.
        close(transferEntropy(y, x, { history, given: x }), 0);
        close(transferEntropy(y, x, { history, given: [z, z] }), transferEntropy(y, x, { history, given: z }));
        expect(transferEntropy(y, x, { history, given: z })).toBeGreaterThan(-1e-12);
      }),
    );
  });

  it("shuffling takes away the bias, given other series too", () => {
    const [x, y, z] = [coins(200, 6), coins(200, 7), coins(200, 8)];
    const plain = transferEntropy(y, x, { history: 3, given: z });
    const corrected = transferEntropy(y, x, { history: 3, given: z, correction: "shuffle" });
    expect(plain).toBeGreaterThan(0.05);
    expect(Math.abs(corrected)).toBeLessThan(plain / 2);
  });

  it("refuses series that do not match", () => {
    const [a, b] = [
      [0, 1, 0, 1, 1],
      [1, 1, 0, 0, 1],
    ];
    expect(() => transferEntropy(a, b, { given: [0, 1] })).toThrow(
      "transferEntropy: 5 target but 2 given symbols, needs as many",
    );
    expect(() => transferEntropy(a, b, { given: [b, [0, 1]] })).toThrow(
      "transferEntropy: 5 target but 2 given[1] symbols",
    );
    expect(() => transferEntropy([a, b], [a])).toThrow(
      "transferEntropy: 2 target series but 1 of source, needs as many",
    );
    expect(() => transferEntropy([a, b], [a, [1]])).toThrow("transferEntropy: series 1: 5 target but 1 source symbols");
    expect(() => transferEntropy(a, b, { given: a, condition: a })).toThrow(
      "transferEntropy: given and condition, needs one of them",
    );
    expect(() => transferEntropy(a, b, { given: a, givenHistory: 0 })).toThrow("transferEntropy: givenHistory 0");
    expect(() => activeInformation([[1], [0, 1]], { history: 2 })).toThrow(
      "activeInformation: 2 series of at most 2 symbols, needs more than 2",
    );
    expect(() => blockEntropies([[1], []], { maxLength: 2 })).toThrow("blockEntropies: 2 series of at most 1 symbols");
    expect(() => causalEmergence.steps([["0"], []])).toThrow("causalEmergence.steps: no series of two states");
    expect(() => causalEmergence.steps(["01"] as never)).toThrow("causalEmergence.steps: series 0 is no array");
  });
});
