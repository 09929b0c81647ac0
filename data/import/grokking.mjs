// Grokking: published logs of small transformers on modular addition and on group multiplication.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { significant } from "./files.mjs";
import { thinned } from "./thinned.mjs";

/** The folder of the logs. */
export const folder = join("grokking-logs", "experiments", "results");

const sets = /** @type {const} */ ({ add_normctl: "norm-cap", group_complexity: "groups", mech: "addition" });

/** One run: what it was, how it ended, and its log. */
function read(/** @type {string} */ raw, /** @type {keyof typeof sets} */ set, /** @type {string} */ file) {
  const lines = readFileSync(join(raw, folder, set, file), "utf8")
    .trim()
    .split("\n");
  const [first, ...rest] = lines.map((line) => JSON.parse(line));
  const last = rest.pop();
  const { _meta: meta } = first;
  const { _summary: summary } = last;
  const run = `${sets[set]}/${file.replace(".jsonl", "")}`;
  const cap = /^k(inf|\d+(?:p\d+)?)_/.exec(file)?.[1];
  const about = {
    run,
    set: sets[set],
    task: meta.group ?? `addition mod ${meta.p}`,
    optimizer: meta.optimizer,
    width: meta.d_model,
    trainFraction: meta.train_frac,
    initialScale: meta.init_scale,
    weightDecay: meta.weight_decay,
    normCap: cap === undefined || cap === "inf" ? null : Number(cap.replace("p", ".")),
    seed: meta.seed,
    parameters: summary.n_params,
    memorizeStep: summary.memorize_step,
    grokStep: summary.grok_step,
    lastStep: summary.stopped_step,
    finalTrainAccuracy: significant(summary.final_train_acc),
    finalTestAccuracy: significant(summary.final_test_acc),
  };
  const log = rest.map((entry) => ({
    run,
    step: entry.step,
    trainLoss: significant(entry.train_loss),
    trainAccuracy: significant(entry.train_acc),
    testLoss: significant(entry.test_loss),
    testAccuracy: significant(entry.test_acc),
    weightNorm: significant(entry.wn_total),
  }));
  return { about, log: thinned(log) };
}

/** All runs, in the order of their folders and names. */
export const runs = (/** @type {string} */ raw) =>
  /** @type {(keyof typeof sets)[]} */ (Object.keys(sets)).flatMap((set) =>
    readdirSync(join(raw, folder, set))
      .sort()
      .map((file) => read(raw, set, file)),
  );
