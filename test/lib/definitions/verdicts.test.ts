// Each operational definition on evidence that was made for it.
import { definitions } from "@emergence/lib/definitions";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";
import { drawn, specimens } from "./specimens";

const operational = definitions.filter(({ operational: one }) => one === true);
const seeds = [1, 2, 3, 4];

/** A yes or a no rests on tests that err at 5 %; the effects themselves are too large to miss. */
const level = 0.05;

describe("specimens", () => {
  it("are there for every operational definition", () => {
    expect(Object.keys(specimens).sort()).toEqual(operational.map(({ id }) => id).sort());
  });
});

describe.each(operational.map((one) => [one.id, one] as const))("%s", (id, definition) => {
  const known = specimens[id] as (typeof specimens)[string];
  const cases = [
    ["yes", known.yes],
    ["no", known.no],
    ["undecided", known.undecided],
    ["does not apply", known.notApplicable],
  ] as const;
  it.each(cases.flatMap(([verdict, makes]) => makes.map((make, i) => [verdict, i, make] as const)))(
    "says %s of specimen %i",
    (verdict, _, make) => {
      const said = seeds.map((seed) => definition.judge(drawn(make, seed)));
      const others = said.filter((one) => one.verdict !== verdict);
      if (verdict === "yes" || verdict === "no") expectMisses(others.length, seeds.length, level, others[0]?.why);
      else expect(others.map(({ verdict: other, why }) => `${other}: ${why}`)).toEqual([]);
      for (const { why } of said) expect(why).toMatch(/^[A-Z0-9].*\.$/s);
    },
  );

  it("says the same again", () => {
    for (const make of [...known.yes, ...known.no]) {
      const evidence = drawn(make, 7);
      expect(definition.judge(evidence)).toEqual(definition.judge(structuredClone(evidence)));
    }
  });
});
