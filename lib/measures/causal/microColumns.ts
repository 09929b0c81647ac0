import type { Letter } from "../information/distribution";
import { requireFewValues, symbolsOf } from "../information/symbols";
import { coded, widthOf } from "./sampledEmergence";

/** Micro states now, part by part, as codes; throws if the lists do not match, or hold missing or measured values. */
export function microColumns(caller: string, now: readonly Micro[], next: readonly Micro[]): Uint32Array[] {
  const width = widthOf(caller, now, next);
  const [columns = []] = Object.entries({ now, next }).map(([name, states]) => {
    const split = Array.from(states, (state, i) => symbolsOf(caller, `${name}[${i}]`, state));
    return Array.from({ length: width }, (_, j) => {
      const column = split.map((symbols) => symbols[j]);
      const { codes, letters } = coded(caller, column, (i) => `${name}[${i}], part ${j},`);
      requireFewValues(caller, `part ${j}`, letters, states.length);
      return codes;
    });
  });
  return columns;
}

type Micro = string | readonly Letter[];
