import { no, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";

/** Parts that interact. */
export const systemsTheory: Definition = operational({
  id: "systemsTheory",
  author: "Systems theory",
  year: 1968,
  name: "parts that interact",
  sense: "complexSystems",
  paraphrase:
    "Whatever consists of interacting parts has properties of the whole. Every language model falls under it, large or small.",
  source:
    "von Bertalanffy 1968, General System Theory, chapter 3, not read in the original; that it holds for all language models: Haimes 2024, Let's talk about emergence",
  rule({ evidence: { interacting, subject } }) {
    if (interacting === true) return yes("The law couples the parts.");
    if (interacting === false) return no("The parts do not act on each other.");
    if (subject === "network" || subject === "language model")
      return yes("A network: its units act on each other, whatever its score.");
    return undecided("Whether the parts act on each other is not said.");
  },
});
