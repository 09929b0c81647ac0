import { sampledClosure } from "../../measures/causal/sampledClosure";
import { random } from "../../stats/random";
import { macroOf, systemOf } from "../evidence/system";
import { isAnswer, needs, no, pText, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { countedInformation } from "./counted";

const shuffles = 39;
/** Level of both tests. */
const alpha = 0.05;
/** Visits per micro state from which permutations along a trajectory are fair. */
const visits = 10;

/** The macroscopic variable screens off the units. */
export const krakauer: Definition = operational({
  id: "krakauer",
  author: "Krakauer et al.",
  year: 2025,
  name: "screens off the rest",
  sense: "complexSystems",
  paraphrase:
    "Neither surprise nor a jump, but a change of internal organization after which coarse variables suffice: who knows them now learns nothing more about them from the parts.",
  source:
    "Krakauer, Krakauer & Mitchell 2025, Large language models and emergence: a complex systems perspective, arXiv 2506.11135, abstract, with what D. Krakauer said of it in a conversation of July 2025; conclusion not read. The tests are ours, and do not ask for the change of organization",
  threshold: {
    value: 0.05,
    unit: "share",
    text: "The units tell nothing more of the macroscopic variable next than it does itself: not found at 5 %, and less than a twentieth of what it tells of itself, which a model that leaves it out would hardly miss. It must tell something of itself, beyond a shuffled series.",
  },
  rule(known, limit) {
    const [system, macro] = [systemOf(known), macroOf(known)];
    if (isAnswer(system)) return system;
    if (isAnswer(macro)) return macro;
    const { states, stateCount, before } = system;
    const values = macro.values;
    const level = new Map<number, number>();
    for (const [t, state] of states.entries()) {
      const first = level.get(state) ?? (values[t] as number);
      if (first !== values[t]) return needs("a macroscopic variable that is a function of the units as they are given");
      level.set(state, first);
    }
    const places = new Map([...new Set(values)].map((value, i) => [value, i]));
    const codes = Uint32Array.from(values, (value) => places.get(value) as number);
    const own = selfInformation(codes, places.size, before);
    if (own.p > alpha)
      return no(`The macroscopic variable tells nothing of itself: ${text(own.bits)} bits, ${pText(own.p)}.`);
    const names = (offset: number) => Array.from(before, (t) => [states[t + offset] as number]);
    const { value, p } = sampledClosure(names(0), names(1), ([state]) => level.get(state as number) as number, {
      shuffles,
    });
    const missing = Math.max(0, value) / own.bits;
    const said = `units add ${text(missing)} of the ${text(own.bits)} bits that it tells of itself, ${pText(p)}`;
    if (p <= alpha) return no(`Not screened off: ${said}.`, missing);
    if (before.length < visits * stateCount)
      return undecided(
        `${stateCount} micro states in ${before.length} steps, too few visits to each: ${said}.`,
        missing,
      );
    return missing <= limit
      ? yes(`Screened off: ${said}.`, missing)
      : undecided(`Nothing more is found, but not ruled out: ${said}.`, missing);
  },
});

/** What the variable tells of its next value, less the bias of counting. */
function selfInformation(codes: Uint32Array, count: number, before: Uint32Array): { bits: number; p: number } {
  const after = Array.from(before, (t) => t + 1);
  const bits = (partners: ArrayLike<number>) => countedInformation(codes, count, codes, count, before, partners);
  const source = random(2, "judge");
  const seen = bits(after);
  const nulls = Array.from({ length: shuffles }, () => bits(source.shuffle(after)));
  const above = nulls.filter((one) => one >= seen).length;
  return { bits: seen - nulls.reduce((sum, one) => sum + one, 0) / shuffles, p: (1 + above) / (1 + shuffles) };
}
