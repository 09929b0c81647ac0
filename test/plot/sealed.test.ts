import { describe, expect, it } from "vitest";
import { sealed } from "../../plot/sealed";

const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64");

describe("sealed", () => {
  it("judges as the judge does that was sealed", () => {
    const judge = sealed(base64('(a)=>a===half||"“half” is "+half'), { half: 0.5 });
    expect(judge(0.5)).toBe(true);
    expect(judge(1)).toBe("“half” is 0.5");
  });
  it("says where a spoiled text comes from", () => {
    for (const text of ["no base64 ü", base64("(a)=>"), base64("4")])
      expect(() => sealed(text, {})).toThrow(/sealed: got a text of \d+ characters.*hand-out/);
    expect(() => sealed("", {})).toThrow(/sealed: the text is missing/);
  });
});
