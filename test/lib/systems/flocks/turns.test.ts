import { describe, expect, it } from "vitest";
import { turns } from "../../../../lib/systems/flocks/turns";

describe("turns", () => {
  for (const width of [0, 0.1, 2, 2 * Math.PI]) {
    it(`has the cosine and sine of the angle, to 1e-15, over a width of ${width}: at the ends, where parts meet, and between`, () => {
      const words = [-(2 ** 31), 2 ** 31 - 1, 0, -1, 1];
      for (let part = -128; part < 128; part++) {
        for (const low of [0, 1, 0x7fffff, 0x800000, 0x123456, 0xffffff]) words.push(part * 2 ** 24 + low);
      }
      let next = 0;
      const turn = turns(words.length, width, () => words[next++] as number);
      turn.draw();
      for (const [i, word] of words.entries()) {
        const angle = (word * width) / 2 ** 32;
        expect(Math.abs((turn.cos[i] as number) - Math.cos(angle))).toBeLessThan(1e-15);
        expect(Math.abs((turn.sin[i] as number) - Math.sin(angle))).toBeLessThan(1e-15);
      }
    });
  }
});
