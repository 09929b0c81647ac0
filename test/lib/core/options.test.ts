// Options and data are checked by one set of helpers, whose sentences name the function, what it got and what it needs.

import { describe, expect, it } from "vitest";
import { inNameOf, type Kinds, optionsOf, partsOf, requireRows } from "../../../lib/core/require";

interface Given {
  readonly weights?: readonly number[];
  readonly loss?: "linear" | "huber";
  readonly absoluteSigma?: boolean;
  readonly most?: number;
}
const kinds: Kinds<Given> = { weights: "numbers", loss: ["linear", "huber"], absoluteSigma: "boolean", most: "number" };
const refused = (given: unknown) => expect(() => optionsOf("f", given as Given, kinds));

describe("options", () => {
  it("come back as they are", () => {
    const given = Object.freeze({ weights: Object.freeze([1, 2]), loss: "huber", most: Infinity } as const);
    expect(optionsOf<Given>("f", given, kinds)).toBe(given);
    expect(optionsOf<Given>("f", { most: undefined } as unknown as Given, kinds)).toEqual({ most: undefined });
  });

  it("of an unknown name are refused with the nearest that is known", () => {
    refused({ weight: [1] }).toThrow(
      'f: unknown option weight, needs one of weights, loss, absoluteSigma, most; did you mean "weights"?',
    );
    refused({ absolutesigma: true }).toThrow('did you mean "absoluteSigma"?');
    refused({ lsos: "huber" }).toThrow('did you mean "loss"?');
    refused({ colour: 1 }).toThrow(/^f: unknown option colour, needs one of weights, loss, absoluteSigma, most$/);
  });

  it("take a seed everywhere, since a sweep hands one to every task", () => {
    expect(optionsOf("f", { seed: 1 } as Given, kinds)).toEqual({ seed: 1 });
  });

  it("of the wrong type are refused with what was got and what is needed", () => {
    refused({ most: "12" }).toThrow(/^f: most "12" \(text; .*, needs a number$/);
    refused({ most: Number.NaN }).toThrow("f: most NaN, needs a number");
    refused({ loss: "hubber" }).toThrow('f: loss "hubber", needs one of linear, huber; did you mean "huber"?');
    refused({ absoluteSigma: 1 }).toThrow("f: absoluteSigma 1, needs true or false");
    refused({ weights: [1, null] }).toThrow("f: weights[1] is null, needs a number");
    refused({ weights: BigInt64Array.of(1n) }).toThrow(
      "f: weights is a typed array without numbers, needs an array of numbers",
    );
    refused({ most: Symbol("s") }).toThrow("f: most Symbol(s), needs a number");
    refused({ most: Object.create(null) }).toThrow("f: most an object, needs a number");
  });

  it("that are no object are refused", () => {
    for (const given of [null, undefined, 5, "text", [], new Map(), new Date(0), () => 1]) {
      refused(given).toThrow(/^f: options .*, needs an object with names such as weights, loss, absoluteSigma, most$/);
    }
  });
});

describe("data", () => {
  it("may hold more than is read, and are held to the kinds of what is read", () => {
    expect(partsOf("f", { most: 1, name: "mine" }, kinds, "state")).toEqual({ most: 1, name: "mine" });
    expect(() => partsOf("f", { most: "1" }, kinds, "state")).toThrow(/^f: most "1" \(text; .*, needs a number$/);
    expect(() => partsOf("f", null as never, kinds, "state")).toThrow("f: state null, needs an object");
  });

  it("in rows have one length and finite numbers", () => {
    expect(() => requireRows("f", "rows", [[1, 2], [3]])).toThrow(
      "f: rows[1] has 1 numbers, needs 2 as the first row has",
    );
    expect(() => requireRows("f", "rows", [[1, NaN]])).toThrow("f: rows[0][1] is NaN, needs a finite number");
    expect(() => requireRows("f", "rows", [])).toThrow("f: rows is empty, needs at least one row of numbers");
    expect(() => requireRows("f", "rows", [Float64Array.of(1), [2]])).not.toThrow();
  });
});

describe("an error", () => {
  it("from a function inside begins with the name of the one that was called", () => {
    const inner = () => inNameOf("outer", () => optionsOf("inner", { mots: 1 } as Given, kinds));
    expect(inner).toThrow(
      new RangeError(
        'outer: unknown option mots, needs one of weights, loss, absoluteSigma, most; did you mean "most"?',
      ),
    );
    const other = new Error("inner: not ours");
    expect(() =>
      inNameOf("outer", () => {
        throw other;
      }),
    ).toThrow(other);
  });
});
