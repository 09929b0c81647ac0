// Pythia's standard tasks over training, zero-shot and five-shot, for both releases.
import { significant } from "./files.mjs";
import { checkpoints, models, tokensPerStep, tokensPerStepRelease0 } from "./pythia-suite.mjs";

/** The tasks kept: not the 57 MMLU subjects one by one (their mean stands as `mmlu`), nor the 14 CrowS-Pairs tasks. */
const tasks = ["arc_challenge", "arc_easy", "lambada_openai", "logiqa", "piqa", "sciq", "winogrande", "wsc"];
const metrics = /** @type {const} */ ({ acc: "accuracy", acc_norm: "normalized accuracy", ppl: "perplexity" });
const shots = /** @type {const} */ ([
  ["zero-shot", 0],
  ["five-shot", 5],
]);

/** Mean over MMLU's 57 subjects, each subject weighing the same, and the standard error of that mean. */
function mmlu(/** @type {import("./pythia-suite.mjs").Results} */ results) {
  const subjects = Object.entries(results).filter(([task]) => task.startsWith("hendrycksTest-"));
  if (subjects.length !== 57) throw new Error(`${subjects.length} subjects of MMLU, needs 57`);
  const sum = (/** @type {(result: Record<string, number>) => number} */ term) =>
    subjects.reduce((total, [, result]) => total + term(result), 0);
  return {
    acc: sum((result) => result.acc ?? NaN) / 57,
    acc_stderr: Math.sqrt(sum((r) => (r.acc_stderr ?? NaN) ** 2)) / 57,
  };
}

/** Rows of one release: a model, a checkpoint, a task and a metric. */
export function taskRows(/** @type {string} */ raw, /** @type {"pythia-v0" | "pythia-v1"} */ release) {
  return models.flatMap(({ model, size, parameters, deduped }) =>
    shots.flatMap(([folder, shotCount]) =>
      checkpoints(raw, release, model, folder).flatMap(({ step, results }) =>
        [...tasks, "mmlu"].flatMap((task) => {
          const result = task === "mmlu" ? mmlu(results) : (results[task] ?? {});
          return Object.entries(metrics).flatMap(([key, metric]) => {
            const value = result[/** @type {keyof typeof result} */ (key)];
            const error = result[/** @type {keyof typeof result} */ (`${key}_stderr`)];
            if (value === undefined || error === undefined) return [];
            const tokens = step * (release === "pythia-v1" ? tokensPerStep : tokensPerStepRelease0(size));
            const [rounded, standardError] = [significant(value), significant(error, 4)];
            return [
              {
                model,
                parameters,
                deduped,
                step,
                tokens,
                shots: shotCount,
                task,
                metric,
                value: rounded,
                standardError,
              },
            ];
          });
        }),
      ),
    ),
  );
}
