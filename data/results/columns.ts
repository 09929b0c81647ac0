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
  "task",
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
  // The loss on the task itself, such as a train_loss beside a train_accuracy, is none of pre-training: it is not taken unasked.
  loss: ["loss pretrainingloss pretrainloss lmloss"],
  seed: ["seed seeds run runid replicate replica rep trialid"],
  examples: ["examples shots nshot nshots numfewshot fewshot numshots kshot"],
  taught: ["taught trainedontask trained intraining"],
  smooth: ["smooth logprob logprobability meanlogprob logprobs loglikelihood targetlogprob"],
  task: ["task name curve benchmark dataset ability family series"],
};

/** The kit's own names, which need no remark. */
const own: Readonly<Record<ResultPart, readonly string[]>> = {
  ...(Object.fromEntries(parts.map((part) => [part, [part]])) as unknown as Record<ResultPart, readonly string[]>),
  error: ["error", "stderr"],
  task: ["task", "name", "curve"],
};

const synonyms = Object.fromEntries(
  Object.entries(names).map(([part, lines]) => [part, lines.flatMap((line) => line.split(" "))]),
) as Record<ResultPart, string[]>;

/** Names of one column, or of several: several columns of scores, or of what tells curves apart. */
export type ResultColumns = { readonly [Part in ResultPart]?: string | readonly string[] };

/** Columns by part, as the file names them. */
export type FoundColumns = { readonly [Part in ResultPart]?: readonly string[] };

const severalAllowed: readonly ResultPart[] = ["score", "error", "task"];

/** A name without capitals, blanks and signs. */
export const bareName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What is looked for in the cells, where no name of a column tells. */
export interface Cells {
  /** Whether the column gives sizes, such as 70M or pythia-1.4b. */
  readonly areSizes: (name: string) => boolean;
}

/** Finds the columns; what is not named as the kit names it is remarked on. */
export function columnsOf(
  header: readonly string[],
  given: ResultColumns,
  cells: Cells,
  fail: Fail,
  remark: (text: string) => void,
): FoundColumns {
  const found: { [Part in ResultPart]?: readonly string[] } = {};
  const taken = new Set<string>();
  const take = (part: ResultPart, some: readonly string[]): void => {
    if (some.length === 0) return;
    found[part] = some;
    for (const name of some) {
      taken.add(name);
      if (given[part] === undefined && !own[part].includes(bareName(name)))
        remark(`column ${name} is taken as ${part}`);
    }
  };
  for (const part of parts) {
    const asked = given[part];
    if (asked === undefined) continue;
    const some = typeof asked === "string" ? [asked] : asked;
    if (some.length > 1 && !severalAllowed.includes(part))
      fail(`: ${some.length} columns for ${part}, needs one; only score, error and task may have several`);
    take(
      part,
      some.map((name) => named(name, part, header, fail)),
    );
  }
  const free = () => header.filter((name) => !taken.has(name));
  for (const part of parts) {
    if (given[part] !== undefined) continue;
    if (part === "task") take(part, every(free(), synonyms.task));
    else take(part, first(free(), synonyms[part]));
    if (found[part] !== undefined) continue;
    if (part === "scale")
      take(
        part,
        free()
          .filter((name) => modelNames.includes(bareName(name)) && cells.areSizes(name))
          .slice(0, 1),
      );
    if (part === "score") take(part, like(free(), fail));
    if (part === "error" && found.score !== undefined) take(part, errorsOf(found.score, free()));
  }
  if (found.score === undefined && found.right !== undefined && found.trials !== undefined)
    remark(`column ${found.right[0]} over ${found.trials[0]} is taken as score`);
  else if (found.score === undefined) lacking("score", header, fail);
  if (found.scale === undefined) lacking("scale", header, fail);
  const errors = found.error?.length ?? 0;
  if (errors > 0 && errors !== (found.score?.length ?? 1))
    fail(`: ${errors} columns of errors for ${found.score?.length ?? 1} of scores, needs one for each, in their order`);
  return found;
}

/** Columns of models, whose names may give their sizes. */
export const modelNames = ["model", "modelname", "checkpoint", "name", "llm"];

/** Names that end like a score, as final_test_acc does; those of training are left to the person. */
function like(free: readonly string[], fail: Fail): string[] {
  const hits = free.filter(
    (name) =>
      /(accuracy|acc|score|exactmatch|passrate|successrate|em|f1)(mean|avg)?$/.test(bareName(name)) &&
      !/train|std|err/.test(bareName(name)),
  );
  if (hits.length > 1)
    fail(
      `: ${hits.length} columns could be the score: ${hits.join(", ")}. Say which one, or several: columns { score: "${hits[0]}" }, or --column score=${hits[0]}`,
    );
  return hits;
}

/** Columns of errors beside those of the scores: acc_stderr beside acc, M_stderr beside M_mean; all of them or none. */
function errorsOf(scores: readonly string[], free: readonly string[]): string[] {
  const found = scores.flatMap((score) => {
    const stem = bareName(score).replace(/(mean|avg)$/, "");
    const ends = ["stderr", "se", "sem", "standarderror", "error"];
    const hit = free.find((name) =>
      ends.some((end) => bareName(name) === stem + end || bareName(name) === bareName(score) + end),
    );
    return hit === undefined ? [] : [hit];
  });
  return found.length === scores.length ? found : [];
}

function named(name: string, part: ResultPart, header: readonly string[], fail: Fail): string {
  const same = header.includes(name) ? name : header.find((one) => bareName(one) === bareName(name));
  return same ?? fail(`: no column ${quoted(name)}, which is to be ${part}; found ${all(header)}`);
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

/** All names, since the one that is meant may be the last. */
const all = (header: readonly string[]): string =>
  header.slice(0, 60).map(cut).join(", ") + (header.length > 60 ? ` and ${header.length - 60} more` : "");

function lacking(part: "scale" | "score", header: readonly string[], fail: Fail): never {
  const examples = part === "scale" ? "params, compute, step" : "accuracy, exact_match, order_parameter";
  return fail(
    `: no column ${part}, nor one of a name that means it (${examples}); found ${all(header)}. Say which it is: columns { ${part}: "..." }, or --column ${part}=...`,
  );
}
