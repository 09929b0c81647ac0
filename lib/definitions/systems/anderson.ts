import { signTest } from "../../stats/signTest";
import { needs, no, pText, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";

/** Share of the runs that counts as nearly all, and level at which signs are one-sided. */
const [nearlyAll, alpha] = [0.9, 0.01];
/** Runs from which signs that are all alike have p below the level. */
const fewest = 8;

/** Broken symmetry. */
export const anderson: Definition = operational({
  id: "anderson",
  author: "Anderson",
  year: 1972,
  name: "broken symmetry",
  sense: "complexSystems",
  paraphrase:
    "A large system need not share the symmetry of its laws: each time it takes one side, though the law prefers none, and new kinds of behavior come with that.",
  source:
    "Anderson 1972, More is different, Science 177, 393-396, read in extracts; that all of it shows in the signs of an order parameter is our reading",
  threshold: {
    value: 3,
    unit: "standard deviations",
    text: "In nine of ten runs the order parameter is beyond 3 / sqrt(units), three standard deviations of as many independent units, which chance exceeds in .003 of them; and over the runs both signs are balanced by the exact binomial test at 1 %, so that the law, not a push, is symmetric. In fewer than half of the runs is a no.",
  },
  rule({ evidence: { symmetry } }, limit) {
    if (symmetry === undefined) return needs("the sides that several runs of a symmetric law took (symmetry)");
    const { signed, units } = symmetry;
    const n = signed.length;
    if (n < fewest) return undecided(`${n} runs, and it takes ${fewest} or more to tell a symmetric law from a push.`);
    const beyond = signed.filter((one) => Math.abs(one) > limit / Math.sqrt(units));
    const share = beyond.length / n;
    const up = beyond.filter((one) => one > 0).length;
    const p = signTest(up, beyond.length - up);
    const said = `${beyond.length} of ${n} runs beyond ${text(limit / Math.sqrt(units))}, ${up} of them up`;
    if (share < 0.5) return no(`The symmetry is kept: ${said}.`, share);
    if (p <= alpha) return no(`Pushed, not broken: ${said}, ${pText(p)}.`, share);
    return share >= nearlyAll
      ? yes(`The symmetry is broken: ${said}.`, share)
      : undecided(`Broken in some runs only: ${said}.`, share);
  },
});
