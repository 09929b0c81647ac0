import { max } from "d3-array";
import { fromSequence } from "../../measures/computation/fromSequence";
import { random } from "../../stats/random";
import { macroOf, type Run, symbolsOf } from "../evidence/system";
import { isAnswer, no, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";

/** Levels of a measured macroscopic variable: few, so that words of them stay frequent. */
const levels = 3;
/** Longest words of which states are made: runs must be longer. */
const longestWord = 6;

/** The observer needs a richer model. */
export const crutchfield: Definition = operational({
  id: "crutchfield",
  author: "Crutchfield",
  year: 1994,
  name: "a richer model",
  sense: "complexSystems",
  paraphrase:
    "Newness is in the eye of an observer who models what is measured. Something has emerged when a process comes to compute at a more powerful level than before, so that its best model is of a richer class.",
  source:
    "Crutchfield 1994, The calculi of emergence, Physica D 75, 11-54, part I.1 and part IV.2, read in a copy of the report. The predicate asks whether hidden states are needed at all, not whether a new level came; the null by shuffling is ours",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "More than one causal state in the macroscopic series, and a statistical complexity above that of all 19 shuffled series, which is chance at 5 %: the usual level.",
  },
  rule(known, alpha) {
    const macro = macroOf(known);
    if (isAnswer(macro)) return macro;
    const { codes, count } = symbolsOf(macro.values, levels);
    if (count < 2) return no("The macroscopic variable never changes: one state models it.", 0);
    const runs = macro.runs.filter(({ from, to }) => to - from > 1);
    const most = max(runs, ({ from, to }) => to - from) ?? 0;
    if (most <= longestWord)
      return undecided(`${runs.length} runs of at most ${most} steps, and it takes one longer than ${longestWord}.`);
    const complexity = (series: readonly number[]) => fromSequence(split(series, runs)).statisticalComplexity;
    const machine = fromSequence(split([...codes], runs));
    const found = machine.statisticalComplexity;
    const said = `${machine.states.length} causal state${machine.states.length === 1 ? "" : "s"}, ${text(found)} bits`;
    if (machine.states.length < 2) return no(`One state models it: ${said}.`, found);
    const source = random(1, "judge");
    const shuffles = Math.max(1, Math.ceil(1 / alpha - 1e-9) - 1);
    for (let r = 0; r < shuffles; r++) {
      const other = complexity(source.shuffle([...codes]));
      if (other >= found) return undecided(`No more than a shuffled series: ${said}, shuffled ${text(other)}.`, found);
    }
    return yes(`It takes internal states: ${said}, more than each of ${shuffles} shuffled series.`, found);
  },
});

const split = (series: readonly number[], runs: readonly Run[]) => runs.map(({ from, to }) => series.slice(from, to));
