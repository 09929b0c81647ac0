import type { Kernels } from "../kernels";
import type { Memory } from "./memory";

const { fround, sqrt } = Math;

/** Steps of the optimizers. */
export function optimizers(memory: Memory): Pick<Kernels, "adam" | "sgd"> {
  return {
    adam(n, w, g, m, v, ...settings) {
      const [rate, beta1, beta2, epsilon, correction, shrink, coupled] = settings.map(fround) as unknown as [
        ...typeof settings,
      ];
      const takeM = fround(1 - beta1);
      const takeV = fround(1 - beta2);
      const x = memory.floats;
      for (let i = 0; i < n; i++) {
        const weight = x[w + i] as number;
        const gradient = fround((x[g + i] as number) + fround(coupled * weight));
        const first = fround(fround(beta1 * (x[m + i] as number)) + fround(takeM * gradient));
        const second = fround(fround(beta2 * (x[v + i] as number)) + fround(takeV * fround(gradient * gradient)));
        const size = fround(fround(sqrt(fround(second * correction))) + epsilon);
        x[m + i] = first;
        x[v + i] = second;
        x[w + i] = fround(weight * shrink) - fround(fround(rate * first) / size);
      }
    },
    sgd(n, w, g, velocity, ...settings) {
      const [rate, momentum, coupled] = settings.map(fround) as unknown as [...typeof settings];
      const x = memory.floats;
      for (let i = 0; i < n; i++) {
        const weight = x[w + i] as number;
        const gradient = fround((x[g + i] as number) + fround(coupled * weight));
        const next = fround(fround(momentum * (x[velocity + i] as number)) + gradient);
        x[velocity + i] = next;
        x[w + i] = weight - fround(rate * next);
      }
    },
  };
}
