// The cells of a new notebook: the form of the course, filled with a small example that runs. Who writes a notebook replaces it
// part by part; the sentences in italics say what belongs where.

/** @typedef {{ cell_type: "markdown" | "code", id: string, source: string, tags?: string[] }} NewCell */
/** @typedef {{ title: string, up: string, solution: string | null }} Place up: path to notebooks/; solution: path to it, if it has one */

const prose = (/** @type {string} */ id, /** @type {string} */ source, /** @type {string[]} */ tags = []) =>
  /** @type {NewCell} */ ({ cell_type: "markdown", id, source, tags });
const code = (/** @type {string} */ id, /** @type {string} */ source, /** @type {string[]} */ tags = []) =>
  /** @type {NewCell} */ ({ cell_type: "code", id, source, tags });

const imports = code(
  "imports",
  `import { check, claim, exercise, lines, predict, reveal } from "@emergence/plot";
import { scoreboard, show } from "@emergence/plot";
import { max, range } from "d3-array";`,
);

/** @param {string} answer the right one in solutions, NaN in the notebook */
const task = (answer) =>
  code(
    "ex1",
    `const perLetter = ${answer};
exercise("1 ★☆☆ half of the words", perLetter, (p) => {
  if (!(p > 0 && p < 1)) return \`\${p} is no share: it lies between 0 and 1.\`;
  if (Math.abs(p ** 10 - 0.5) < 0.01) return true;
  if (p === 0.5) return "That is the word. Ten such letters are right once in 1,024.";
  if (Math.abs(p - 0.95) < 0.001) return "One half divided by ten is a sum; letters multiply.";
  return \`Then the word is right in \${(100 * p ** 10).toFixed(1)} percent.\`;
});`,
  );

/** @param {Place} place @returns {NewCell[]} */
export const newCells = ({ title, up, solution }) => [
  prose(
    "title",
    `# ${title}

**Does a word come suddenly if its letters come one by one?** *Write your question here: one sentence that a person outside the field would ask, and to which the cells below may answer no.*

*Then two sentences: who asked it, and what is at stake.* **You need** [00](${up}00-start-here.ipynb). **It takes** 15 minutes.`,
    ["slide"],
  ),
  imports,
  prose(
    "hero-say",
    `*The first figure is the one that makes people ask. Say before it what is drawn and what the axes are; after it, how to read it.*

Here is a made-up model that learns to spell. To the right it is larger. The curve is the share of words of ten letters that it gets right: all ten, in their order.`,
  ),
  code(
    "hero",
    `const powers = range(6, 12.01, 0.05); // of ten
const letter = powers.map((power) => 1 / (1 + Math.exp(3 * (8 - power))));
const parameters = powers.map((power) => 10 ** power);
const word = (length: number) => letter.map((p) => p ** length);
const spelled = (name: string, length: number) => ({ name, x: parameters, y: word(length) });
const axes = { x: "parameters", y: "words right (share)", logX: true };
show(lines([spelled("ten letters", 10)], axes), {
  key: "hero",
  caption: "A made-up model learns to spell: nothing for long, and then a rise.",
  text: "The share right stays near zero up to a hundred million parameters, then rises.",
});`,
    ["slide"],
  ),
  prose(
    "bet-say",
    `Figure 1<!--hero--> has the shape that is called emergent. *Let the reader bet before you compute.* Where the first word in a hundred is right, how often is a single letter?`,
  ),
  code(
    "bet-letter",
    `const stakes = { from: 0, to: 100, unit: "percent" };
const betLetter = predict("How often is a letter right?", stakes, NaN);`,
  ),
  prose(
    "letter-say",
    `## 1. Letters and words

A word is right if each of its $L$ letters is, so that with $p$ for one letter its chance is $p^L$. For one word in a hundred and ten letters that is $p = 0.01^{1/10}$.`,
  ),
  code(
    "letter",
    `const needed = 0.01 ** (1 / 10);
reveal(betLetter, 100 * needed);
check("ten in a row are right once in a hundred", Math.abs(needed ** 10 - 0.01) < 1e-12);`,
  ),
  prose("bet-length-say", "So most letters are right long before a word is. Which word rises most steeply?"),
  code(
    "bet-length",
    `const lengths = ["one letter", "ten letters", "a hundred letters"];
const betLength = predict("Which rises most steeply?", { choices: lengths }, "");`,
  ),
  prose("lengths-say", "*Every claim is a cell that can fail.* Three lengths over the same model:"),
  code(
    "lengths",
    `const drawn = lengths.map((name, i) => spelled(name, 10 ** i));
show(lines(drawn, axes), {
  key: "lengths",
  caption: "The same model by three rulers: the longer the word, the later and the steeper.",
  text: "One letter rises slowly; ten rise later, a hundred latest, each more steeply.",
});
const slopeOf = (length: number) => max(letter, (p) => length * p ** length * (1 - p))!;
reveal(betLength, lengths[2]!);`,
    ["slide"],
  ),
  prose(
    "claim-say",
    `Per unit of $\\ln p/(1-p)$ the slope is $L p^L (1 - p)$, at most $(L/(L+1))^{L+1}$. *A claim about data is a \`claim\`: it must hold for what was measured and fail for its counter-evidence.*`,
  ),
  code(
    "claim",
    `const top = (length: number) => (length / (length + 1)) ** (length + 1); // closed form
check("at ten letters it is the closed form", Math.abs(slopeOf(10) / top(10) - 1) < 0.01);
const steepens = (slopes: number[]) => slopes[0]! < slopes[1]! && slopes[1]! < slopes[2]!;
claim("longer words rise more steeply", steepens, [1, 10, 100].map(slopeOf), {
  "one letter, three times": [1, 1, 1].map(slopeOf),
});`,
  ),
  prose(
    "stands",
    `## 2. What stands

**Does a word come suddenly if its letters come one by one?** *Answer the question of the first cell in two or three sentences, and say what the answer rests on.* Later and more steeply, yes; but the steepest word is not one and a half times as steep as a letter.`,
    ["slide"],
  ),
  code("board", "scoreboard();"),
  prose(
    "sure",
    `**How sure are we?** *What was chosen after looking, what is made up, what the data cannot say.* The model is made up, and its letters are independent; a network's are not.

## Exercises

**1 ★☆☆** How often must a letter be right so that half of the words of ten letters are?`,
  ),
  task("NaN"),
  prose(
    "sources",
    `## What would change our mind

*Name the finding that would overturn the answer.*

## Sources

R. Schaeffer et al., arXiv:2304.15004 (2023), from whom the example is. *Every table and every number of others, with its place.* [Data and licenses](${up}../data/README.md).${solution === null ? "" : ` [Solutions](${solution}).`}`,
  ),
];

/** The worked exercise. @param {{ title: string, notebook: string }} place notebook: path to it */
export const solvedCells = ({ title, notebook }) => [
  prose(
    "title",
    `# Solutions to ${title}

Cells with the same name as in [the notebook](${notebook}) are the same, but for the answers. Try the exercises there first.`,
  ),
  imports,
  prose("ex1-why", "**1 ★☆☆** Half of the words: $p^{10} = 1/2$, so $p$ is the tenth root of one half."),
  task("0.5 ** (1 / 10)"),
];
