import { lempelZiv, processes } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The definition, letter by letter: each phrase is the shortest piece that does not occur before its own last symbol. */
function phrasesOf(text: string): string[] {
  const phrases: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && text.slice(0, end - 1).includes(text.slice(start, end))) end++;
    phrases.push(text.slice(start, end));
    start = end;
  }
  return phrases;
}

describe("lempelZiv", () => {
  it("has the six phrases of Lempel and Ziv's own example, and few for what repeats", () => {
    expect(phrasesOf("0001101001000101")).toEqual(["0", "001", "10", "100", "1000", "101"]);
    expect(lempelZiv("0001101001000101").phrases).toBe(6);
    expect(lempelZiv("0".repeat(1000)).phrases).toBe(2);
    expect(lempelZiv("abc".repeat(300)).phrases).toBe(4);
    expect(lempelZiv([..."abcdefgh"]).phrases).toBe(8);
  });

  it("is what the definition gives, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 2, maxLength: 60 }), (text) => {
        expect(lempelZiv(text).phrases).toBe(phrasesOf(text).length);
      }),
      { numRuns: 500, seed: 31 },
    );
  });

  it("comes near the entropy rate from above, for coins and for the golden mean", () => {
    const n = 50_000;
    const source = random(5);
    const coins = Array.from({ length: n }, () => source.integer(0, 1));
    const golden = processes.sample(processes.goldenMean(), n, { seed: 6 });
    for (const [series, rate] of [
      [coins, 1],
      [golden, 2 / 3],
    ] as const) {
      const { entropyRate } = lempelZiv(series);
      expect(entropyRate / rate).toBeGreaterThan(1);
      // The error of the estimate falls as slowly as 1 / log n: some loglog(n) / log(n) of it.
      expect(entropyRate / rate).toBeLessThan(1.2);
    }
  });

  it("refuses what is no sequence of symbols", () => {
    expect(() => lempelZiv("0")).toThrow("lempelZiv: 1 symbols, needs more than 1");
    expect(() => lempelZiv([0, Number.NaN])).toThrow("lempelZiv: series[1] is NaN");
    expect(() => lempelZiv([0.13, 0.71, 0.32, 0.94, 0.55])).toThrow("bin measured values");
    expect(() => lempelZiv([[0], [1]] as never)).toThrow("lempelZiv: series is an array of 2 series, needs one");
  });
});
