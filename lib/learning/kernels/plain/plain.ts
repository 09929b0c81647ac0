import type { Kernels, Machine } from "../kernels";
import { activations } from "./activations";
import { attention } from "./attention";
import { losses } from "./losses";
import { matrices } from "./matrices";
import type { Memory } from "./memory";
import { optimizers } from "./optimizers";

/**
 * The kernels in plain TypeScript: the oracle of those in WebAssembly, and their stand-in where no WebAssembly can be loaded. A sum
 * or product of two 32-bit floats in double precision, rounded to 32 bits, is the one of 32-bit arithmetic.
 */
export function plainMachine(): Machine {
  const memory: Memory = { floats: new Float32Array(1024), integers: new Int32Array(0) };
  memory.integers = new Int32Array(memory.floats.buffer);
  let end = 0;
  const kernels: Kernels = {
    path: "plain",
    ...matrices(memory),
    ...activations(memory),
    ...attention(memory),
    ...losses(memory),
    ...optimizers(memory),
  };
  return {
    kernels,
    reserve(floats) {
      const at = end;
      end += Math.ceil(floats / 16) * 16;
      if (end > memory.floats.length) {
        const larger = new Float32Array(Math.max(end, 2 * memory.floats.length));
        larger.set(memory.floats);
        memory.floats = larger;
        memory.integers = new Int32Array(larger.buffer);
      }
      return at;
    },
    floats: () => memory.floats,
    integers: () => memory.integers,
  };
}
