import { fromBase64 } from "./base64";
import { bytes } from "./bytes";
import type { Kernels, Machine } from "./kernels";

/** What is used of the engine's WebAssembly, which the types of a page or of Node would declare. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

interface Exports extends Omit<Kernels, "path"> {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  base(): number;
}

const page = 65_536;
let compiled: object | undefined;

/** The kernels in WebAssembly. Throws what the engine throws if it has none, has no SIMD, or refuses the module. */
export function simdMachine(): Machine {
  const engine = (globalThis as { WebAssembly?: Engine }).WebAssembly;
  if (engine === undefined) throw new Error("this engine has no WebAssembly");
  compiled ??= new engine.Module(fromBase64(bytes));
  const { memory, base, ...kernels } = new engine.Instance(compiled).exports as Exports;
  let end = Math.ceil(base() / 64) * 16;
  let floats = new Float32Array(memory.buffer);
  let integers = new Int32Array(memory.buffer);
  return {
    kernels: { path: "simd", ...kernels },
    reserve(count) {
      const at = end;
      end += Math.ceil(count / 16) * 16;
      const missing = 4 * end - memory.buffer.byteLength;
      if (missing > 0) {
        memory.grow(Math.ceil(missing / page));
        floats = new Float32Array(memory.buffer);
        integers = new Int32Array(memory.buffer);
      }
      return at;
    },
    floats: () => floats,
    integers: () => integers,
  };
}
