// Constructions of English while ten seeds of one model learn.
import { load } from "@emergence/data";
import { at, mean, model, overSeeds, unasked } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

/**
 * One construction while ten seeds of Pythia 160M learn; with the other paradigms of the phenomenon, and its plainest as structure.
 * @param {{ id: string, name: string, paradigm: string, tasks?: string[], structure?: string[], why: string }} which
 * @returns {Case}
 */
function construction({ id, name, paradigm, tasks = [], structure, why }) {
  const rows = load("blimp-pythia-seeds").filter((row) => row.step > 0);
  const tokens = [...new Set(rows.map((row) => row.tokens))].sort((a, b) => a - b);
  const seeds = [...new Set(rows.map((row) => row.seed))];
  const right = new Map(rows.map((row) => [`${row.paradigm} ${row.seed} ${row.tokens}`, row.correct / 1000]));
  const of = (/** @type {string} */ own) =>
    seeds.map((seed) => tokens.map((when) => Number(right.get(`${own} ${seed} ${when}`))));
  const middle = (/** @type {string[]} */ some) => {
    const curves = some.map((own) => overSeeds(tokens, of(own)).score);
    return tokens.map((_, i) => mean(curves.map((score) => at(score, i))));
  };
  return {
    about: {
      ...{
        id,
        name,
        ...model,
        taught: false,
        examples: 0,
        scaleName: "training (tokens)",
        metric: "minimal pairs right",
        chance: 0.5,
      },
      ...{ notebook: "07-minimal-pairs", from: "blimp-pythia-seeds" },
      note: `Ten seeds of Pythia 160M, 1,000 pairs each, step 0 left out; no checkpoint lies between steps 128 and 1,000. ${unasked} ${why}`,
    },
    curve: overSeeds(tokens, of(paradigm)),
    seeds: of(paradigm),
    tasks: tasks.map((own) => middle([own])),
    ...(structure ? { structure: middle(structure) } : {}),
  };
}

const nouns = [
  "2",
  "irregular_1",
  "irregular_2",
  "with_adjective_1",
  "with_adj_2",
  "with_adj_irregular_1",
  "with_adj_irregular_2",
];
const polarity = ["only_npi_scope", "only_npi_licensor_present", "sentential_negation_npi_scope"];
const constructions = [
  {
    ...{ id: "npi", name: "not, really ... ever", paradigm: "sentential_negation_npi_licensor_present" },
    tasks: [...polarity, "matrix_question_npi_licensor_present", "npi_present_1", "npi_present_2"],
    structure: ["sentential_negation_npi_licensor_present"],
    why: "Tasks: the other six paradigms of the phenomenon. Structure, by our choice: its plainest case, that negation licenses.",
  },
  {
    ...{ id: "noun-agreement", name: "this lamp, this lamps", paradigm: "determiner_noun_agreement_1" },
    tasks: nouns.map((own) => `determiner_noun_agreement_${own}`),
    structure: ["determiner_noun_agreement_1"],
    why: "Tasks: the other seven paradigms of the phenomenon. Structure, by our choice: its plainest case, a noun beside its determiner.",
  },
  {
    ...{ id: "filler-gap", name: "that or who, with a gap", paradigm: "wh_vs_that_with_gap" },
    tasks: ["wh_vs_that_with_gap_long_distance", "wh_questions_object_gap", "wh_questions_subject_gap"],
    structure: ["wh_vs_that_no_gap", "wh_vs_that_with_gap"],
    why: "Tasks: other paradigms with a gap. Structure: the mean of both halves of the rule, which a mere taste for one word leaves at one half.",
  },
  {
    ...{ id: "anaphor-gender", name: "herself, himself", paradigm: "anaphor_gender_agreement" },
    why: "A bet of the notebook.",
  },
  {
    ...{ id: "quantifiers", name: "each cat was there", paradigm: "existential_there_quantifiers_2" },
    why: "A bet of the notebook.",
  },
  {
    ...{ id: "npi-scope", name: "only ... ever, in its scope", paradigm: "only_npi_scope" },
    why: "Scope of a licensor.",
  },
];

export const grammar = Object.fromEntries(constructions.map((which) => [which.id, () => construction(which)]));
