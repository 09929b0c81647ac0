import type { Kernels } from "../kernels";
import { exp32 } from "./exp32";
import type { Memory } from "./memory";

const { fround, sqrt } = Math;

/** Causal attention and the normalization of a transformer. */
export function attention(memory: Memory): Pick<Kernels, "normalize" | "normalizeBack" | "attend" | "attendBack"> {
  /** Sum of a[i] b[i], in four partial sums. */
  function dot(a: number, b: number, size: number): number {
    const x = memory.floats;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let i = 0; i < size; i += 4) {
      s0 = fround(s0 + fround((x[a + i] as number) * (x[b + i] as number)));
      s1 = fround(s1 + fround((x[a + i + 1] as number) * (x[b + i + 1] as number)));
      s2 = fround(s2 + fround((x[a + i + 2] as number) * (x[b + i + 2] as number)));
      s3 = fround(s3 + fround((x[a + i + 3] as number) * (x[b + i + 3] as number)));
    }
    return fround(fround(s0 + s1) + fround(s2 + s3));
  }

  /** to[i] += factor from[i] */
  function addTo(to: number, from: number, factor: number, size: number): void {
    const x = memory.floats;
    for (let i = 0; i < size; i++) x[to + i] = (x[to + i] as number) + fround(factor * (x[from + i] as number));
  }

  return {
    normalize(rows, width, x, y, inverses) {
      const at = memory.floats;
      for (let r = 0; r < rows; r++) {
        const from = x + r * width;
        const mean = fround(fround(dot(from, from, width) / width) + fround(1e-6));
        const inverse = fround(1 / fround(sqrt(mean)));
        at[inverses + r] = inverse;
        for (let i = 0; i < width; i++) at[y + r * width + i] = inverse * (at[from + i] as number);
      }
    },
    normalizeBack(rows, width, y, inverses, d, dx) {
      const at = memory.floats;
      for (let r = 0; r < rows; r++) {
        const mean = fround(dot(d + r * width, y + r * width, width) / width);
        const inverse = at[inverses + r] as number;
        for (let i = r * width; i < (r + 1) * width; i++) {
          const slope = fround((at[d + i] as number) - fround((at[y + i] as number) * mean));
          at[dx + i] = (at[dx + i] as number) + fround(inverse * slope);
        }
      }
    },
    attend(examples, length, heads, size, given, qkv, out, weights, strideW) {
      const factor = fround(given);
      const x = memory.floats;
      const width = heads * size;
      let w = weights;
      for (let e = 0; e < examples; e++) {
        for (let h = 0; h < heads; h++) {
          const q = qkv + e * length * 3 * width + h * size;
          const [k, v] = [q + width, q + 2 * width];
          for (let t = 0; t < length; t++, w += strideW) {
            let largest = -Infinity;
            for (let u = 0; u <= t; u++) {
              const score = fround(factor * dot(q + t * 3 * width, k + u * 3 * width, size));
              x[w + u] = score;
              if (score > largest) largest = score;
            }
            let sum = 0;
            for (let u = 0; u <= t; u++) {
              const value = exp32(fround((x[w + u] as number) - largest));
              x[w + u] = value;
              sum = fround(sum + value);
            }
            const inverse = fround(1 / sum);
            const to = out + (e * length + t) * width + h * size;
            x.fill(0, to, to + size);
            for (let u = 0; u <= t; u++) {
              const weight = fround((x[w + u] as number) * inverse);
              x[w + u] = weight;
              addTo(to, v + u * 3 * width, weight, size);
            }
          }
        }
      }
    },
    attendBack(examples, length, heads, size, given, qkv, d, weights, strideW, slopes, room) {
      const factor = fround(given);
      const x = memory.floats;
      const width = heads * size;
      let w = weights;
      for (let e = 0; e < examples; e++) {
        for (let h = 0; h < heads; h++) {
          const place = e * length * 3 * width + h * size;
          const [q, k, v] = [qkv + place, qkv + place + width, qkv + place + 2 * width];
          const [dq, dk, dv] = [slopes + place, slopes + place + width, slopes + place + 2 * width];
          for (let t = 0; t < length; t++, w += strideW) {
            const from = d + (e * length + t) * width + h * size;
            let total = 0;
            for (let u = 0; u <= t; u++) {
              const slope = dot(from, v + u * 3 * width, size);
              x[room + u] = slope;
              total = fround(total + fround((x[w + u] as number) * slope));
            }
            for (let u = 0; u <= t; u++) {
              const weight = x[w + u] as number;
              const score = fround(fround(weight * fround((x[room + u] as number) - total)) * factor);
              addTo(dq + t * 3 * width, k + u * 3 * width, score, size);
              addTo(dk + u * 3 * width, q + t * 3 * width, score, size);
              addTo(dv + u * 3 * width, from, weight, size);
            }
          }
        }
      }
    },
  };
}
