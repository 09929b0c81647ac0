// Which column of a person's results plays which part: by the kit's names, by names that others use, or by what the person says.
import { cut, quoted } from "../cell";
import type { Fail } from "../csv";

/** Parts that a column of a results file can play. */
export const parts = [
  "scale",
  "score",
  "trials",
  "right",
  "error",
  "chance",
  "metric",
  "loss",
  "seed",
  "examples",
  "taught",
  "smooth",
  "curve",
] as const;

/** A part that a column plays. */
export type ResultPart = (typeof parts)[number];

/**
 * Names that mean a part, in the order in which they are looked for; capitals, blanks and signs do not count. The first stands for the part itself.
 * Names of scales go from the cause of the others on: a file that has compute and parameters is a file of compute.
 */
const names: Readonly<Record<ResultPart, readonly string[]>> = {
  scale: [
    "scale flops flop compute trainingflops trainingcompute pflops petaflops pfdays params parameters nparams nparameters",
    "numparams numparameters parametercount modelsize modelparams paramsb paramsm parametersb parametersm sizeb sizem size",
    "trainingtokens tokens ntokens tokensb trainingsteps trainingstep globalstep steps step iterations iteration iters iter",
    "epochs epoch width hidden hiddensize temperature temp beta coupling density occupation probability prob p t year x",
  ],
  score: [
    "score accuracy acc accuracypercent accnorm accuracynorm testaccuracy testacc valaccuracy validationaccuracy valacc",
    "evalaccuracy evalacc exactmatch em passrate passat1 pass1 f1 bleu rouge successrate orderparameter magnetization",
    "magnetisation absmagnetization absmagnetisation performance result value mean meanscore meanaccuracy y",
  ],
  trials: ["trials n questions nquestions numquestions total samples nsamples numsamples ntrials count items nitems"],
  right: ["right correct ncorrect numcorrect successes hits k"],
  error: [
    "error standarderror stderr stderror se sem scoreerror scorestderr accstderr accuracystderr accnormstderr accuracyse accse",
  ],
  chance: ["chance chancelevel baseline randombaseline random randomchance guessing guess floor"],
  metric: ["metric metricname measure"],
  loss: ["loss pretrainingloss pretrainloss lmloss trainloss trainingloss crossentropy"],
  seed: ["seed seeds run runid replicate replica rep trialid"],
  examples: ["examples shots nshot nshots numfewshot fewshot numshots kshot"],
  taught: ["taught trainedontask trained intraining"],
  smooth: ["smooth logprob logprobability meanlogprob logprobs loglikelihood targetlogprob"],
  curve: ["task name curve benchmark dataset ability family series"],
};

/** The kit's own names, which need no remark. */
const own: Readonly<Record<ResultPart, readonly string[]>> = {
  ...(Object.fromEntries(parts.map((part) => [part, [part]])) as unknown as Record<ResultPart, readonly string[]>),
  error: ["error", "stderr"],
  curve: ["curve", "task", "name"],
};

const synonyms = Object.fromEntries(
  Object.entries(names).map(([part, lines]) => [part, lines.flatMap((line) => line.split(" "))]),
) as Record<ResultPart, string[]>;

/** Names of one column, or of several: several columns of scores, or of what tells curves apart. */
export type ResultColumns = { readonly [Part in ResultPart]?: string | readonly string[] };

/** Columns by part, as the file names them. */
export type FoundColumns = { readonly [Part in ResultPart]?: readonly string[] };

const severalAllowed: readonly ResultPart[] = ["score", "curve"];

const bareName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Finds the columns; what is not named as the kit names it is remarked on. */
export function columnsOf(
  header: readonly string[],
  given: ResultColumns,
  fail: Fail,
  remark: (text: string) => void,
): FoundColumns {
  const found: { [Part in ResultPart]?: readonly string[] } = {};
  const taken = new Set<string>();
  for (const part of parts) {
    const asked = given[part];
    if (asked === undefined) continue;
    const some = typeof asked === "string" ? [asked] : asked;
    if (some.length > 1 && !severalAllowed.includes(part))
      fail(`: ${some.length} columns for ${part}, needs one; only score and curve may have several`);
    found[part] = some.map((name) => named(name, part, header, fail));
    for (const name of found[part]) taken.add(name);
  }
  for (const part of parts) {
    if (given[part] !== undefined) continue;
    const free = header.filter((name) => !taken.has(name));
    const some = part === "curve" ? every(free, synonyms.curve) : first(free, synonyms[part]);
    if (some.length === 0) continue;
    found[part] = some;
    for (const name of some) {
      taken.add(name);
      if (!own[part].includes(bareName(name))) remark(`column ${name} is taken as ${part}`);
    }
  }
  if (found.score === undefined && found.right !== undefined && found.trials !== undefined)
    remark(`column ${found.right[0]} over ${found.trials[0]} is taken as score`);
  else if (found.score === undefined) lacking("score", header, fail);
  if (found.scale === undefined) lacking("scale", header, fail);
  return found;
}

function named(name: string, part: ResultPart, header: readonly string[], fail: Fail): string {
  const same = header.includes(name) ? name : header.find((one) => bareName(one) === bareName(name));
  return same ?? fail(`: no column ${quoted(name)}, which is to be ${part}; found ${cut(header.join(", "))}`);
}

const first = (free: readonly string[], wanted: readonly string[]): string[] => {
  for (const word of wanted) {
    const hit = free.find((name) => bareName(name) === word);
    if (hit !== undefined) return [hit];
  }
  return [];
};

const every = (free: readonly string[], wanted: readonly string[]): string[] =>
  free.filter((name) => wanted.includes(bareName(name)));

function lacking(part: "scale" | "score", header: readonly string[], fail: Fail): never {
  const examples = part === "scale" ? "params, compute, step" : "accuracy, exact_match, order_parameter";
  return fail(
    `: no column ${part}, nor one of a name that means it (${examples}); found ${cut(header.join(", "))}. Say which it is: columns { ${part}: "..." }, or --column ${part}=...`,
  );
}
