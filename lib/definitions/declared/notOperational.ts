// Uses of the word that no measurement can decide, and why.
import { notOperational } from "../judging/define";
import type { Definition } from "../types";

/** What a language model answered on the slides. */
export const languageModel: Definition = notOperational({
  id: "languageModel",
  author: "A language model",
  year: 2023,
  name: "not engineered in",
  sense: "machineLearning",
  rogers: 1,
  paraphrase:
    "Complex behaviors or attributes that nobody engineered into the components, and that come from how learned parameters act on each other in training.",
  source: "worded by ChatGPT, on the slides of Juzek 2023, Definition",
  because: "nobody says how to measure what was engineered into a component, or when interactions are intricate.",
});

/** An everyday use in a title. */
export const caron: Definition = notOperational({
  id: "caron",
  author: "Caron et al.",
  year: 2021,
  name: "emerging, in a title",
  sense: "dictionary",
  rogers: 2,
  paraphrase:
    "Properties that come up in what a network has learned without labels, and less clearly with them: the word as everybody uses it.",
  source:
    "Caron et al. 2021, Emerging properties in self-supervised vision transformers, ICCV, 9630-9640, abstract; the kind of use by Haimes 2024, note 2",
  because: "a use of the word, not a definition: nothing is said that a case could fail.",
});

/** An everyday use in a report. */
export const bubeck: Definition = notOperational({
  id: "bubeck",
  author: "Bubeck et al.",
  year: 2023,
  name: "sparks, in passing",
  sense: "dictionary",
  paraphrase:
    "Abilities at the level of people were seen to come up in the latest models: the word as everybody uses it. Once, behaviors whose source is hard to make out are called emergent, as a keyword.",
  source:
    "Bubeck et al. 2023, Sparks of artificial general intelligence, arXiv 2303.12712, section 1 (p. 9, the use that Haimes 2024 quotes in note 5; p. 6, the keyword)",
  because: "a use of the word, not a definition: nothing is said that a case could fail.",
});

/** Four senses, as headings of the other rows. */
export const rogersLuccioni: Definition = notOperational({
  id: "rogersLuccioni",
  author: "Rogers & Luccioni",
  year: 2024,
  name: "four senses",
  sense: "machineLearning",
  paraphrase:
    "Four senses in use: (1) there without explicit training for it, (2) learned from the data, the opposite, (3) absent from small models and present in large ones, (4) that, sharply and unpredictably.",
  source:
    "Rogers & Luccioni 2024, Position: key claims in LLM research have a long tail of footnotes, ICML, PMLR 235, 42647-42665, as Rogers retells its section on emergence in her post of 15 July 2024",
  because: "a classification of what others mean: its senses head the rows of the others.",
});
