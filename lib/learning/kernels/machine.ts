import type { Machine } from "./kernels";
import { plainMachine } from "./plain/plain";
import { simdMachine } from "./simd";

/** A machine, and why it is not the one that was hoped for. */
export interface Chosen {
  readonly machine: Machine;
  readonly note?: string;
}

/** WebAssembly if the engine takes it, else the plain path with a note. `path` asks for one of the two. */
export function machineFor(caller: string, path: "auto" | "simd" | "plain"): Chosen {
  if (path === "plain") return { machine: plainMachine() };
  try {
    return { machine: simdMachine() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (path === "simd") {
      throw new Error(
        `${caller}: path "simd" cannot be taken (${why}), needs an engine with WebAssembly and SIMD; path "auto" takes the plain one instead`,
      );
    }
    return {
      machine: plainMachine(),
      note: `WebAssembly with SIMD cannot be loaded here (${why}): the plain path was taken, several times slower, with the same numbers`,
    };
  }
}
