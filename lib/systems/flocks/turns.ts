/** Random turns as unit vectors, drawn anew for all birds at once; the arrays are its own and change with each draw. */
export interface Turns {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  draw(): void;
}

/** Parts of the range whose middles are in the table; the first 8 of 32 random bits choose one. */
const parts = 256;

/**
 * Turns uniform on [-width / 2, width / 2): cos and sin of word() width / 2^32, to 1e-15.
 *
 * A cosine and a sine of the mathematics library would take a tenth of a flock's step. The middle of the angle's part comes from a table; what is left of
 * the angle is below pi / 256, where two or three terms of the series are exact to the last digit.
 */
export function turns(count: number, width: number, word: () => number): Turns {
  const middles = Float64Array.from({ length: parts }, (_, part) => (width * (part - parts / 2 + 0.5)) / parts);
  const middleCos = middles.map(Math.cos);
  const middleSin = middles.map(Math.sin);
  const perWord = width / 2 ** 32;
  const cos = new Float64Array(count);
  const sin = new Float64Array(count);

  function draw(): void {
    for (let i = 0; i < count; i++) {
      const bits = word();
      const part = (bits >> 24) + parts / 2;
      const rest = ((bits & 0xffffff) - 0x800000) * perWord;
      const square = rest * rest;
      const restSin = rest * (1 - (square / 6) * (1 - square / 20));
      const restCos = 1 - (square / 2) * (1 - (square / 12) * (1 - square / 30));
      const partCos = middleCos[part] as number;
      const partSin = middleSin[part] as number;
      cos[i] = partCos * restCos - partSin * restSin;
      sin[i] = partSin * restCos + partCos * restSin;
    }
  }
  return { cos, sin, draw };
}
