// Cells whose outputs depend on the last digits of exp and sin, which are each engine's own: what they say holds in every
// browser, but not their digits. Notebook, cell, why.
export const chaotic: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "02-whole-minus-parts": {
    hero: "nine coupled oscillators over 2,000 moments, chaotic at the lowest couplings",
    zero: "the same oscillators in fourteen worlds",
    "claim-signs": "counts over these worlds",
  },
  "04-s-curves": {
    funnel: "three of some 900 bets are fits with two optima that are equally good: the last digits choose",
  },
  "15-what-we-mean": {
    "matrix-figure": "widths in hover texts that the scores do not determine, with intervals that begin at 0",
  },
};

/** Cells that need what a page does not have, and what the error says. */
export const notInPage: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "reference-tables": { "blimp-frame": "a page has no danfojs" },
};
