import { simultaneity } from "../../measures/curve/simultaneity";
import { curveOf } from "../evidence/curve";
import { isAnswer, needs, no, pText, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";

/** Curves simulated per test. */
const replicates = 199;
/** Checkpoints from which nearness can be significant at 5 %. */
const enough = 23;

/** Several tasks at once, with the structure. */
export const lubana: Definition = operational({
  id: "lubana",
  author: "Lubana et al.",
  year: 2024,
  name: "several at once, with the structure",
  sense: "machineLearning",
  rogers: 2,
  paraphrase:
    "Three parts: a task improves abruptly, several tasks do so at once, and it happens as the model acquires a structure of its data that they share.",
  source:
    "Lubana et al. 2024, A percolation model of emergence, arXiv 2408.12578, definition 1, as others quote it; the tests are ours",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "Change points of at least two tasks and of the structure, the tasks nearer to the structure than by accident, all at 5 %, the usual level; and if a lag is seen, the tasks after the structure, as an effect comes after its cause. A no for want of a change takes 23 checkpoints, below which nearness cannot be significant.",
  },
  rule(known, alpha) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    const { tasks, structure } = known.evidence;
    if (tasks === undefined || tasks.length === 0 || structure === undefined)
      return needs("other tasks and a score of the acquired structure at the same scales (tasks, structure)");
    const n = curve.y.length;
    if (n < 8) return undecided(`${n} checkpoints, and it takes 8 or more.`);
    const found = simultaneity([curve.y, ...tasks], structure, { x: curve.x, alpha, replicates });
    const without = (why: string) => (n < enough ? undecided(why) : no(why));
    if (found.kind === "failed") return without(`No change points: ${found.reason}.`);
    const changed = found.tasks.length;
    if (changed < 2)
      return without(`${changed} of ${changed + found.unchanged.length} tasks changes abruptly, and it takes several.`);
    const lag = found.tasks.reduce((sum, task) => sum + task.lag.value, 0) / changed;
    const said = `${changed} tasks change, mean distance from the structure ${text(found.distance)}, mean lag ${text(lag)}, nearness ${pText(found.nearP)}, lag ${pText(found.apartP)}`;
    if (found.verdict === "simultaneous") return yes(`At once, with the structure: ${said}.`, lag);
    if (found.verdict === "apart") return no(`Apart from the structure: ${said}.`, lag);
    if (found.verdict === "undecided") return undecided(`Near or apart: ${said}.`, lag);
    return lag >= 0 ? yes(`Soon after the structure: ${said}.`, lag) : no(`Before the structure: ${said}.`, lag);
  },
});
