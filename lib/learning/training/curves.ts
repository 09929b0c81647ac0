import type { Score } from "./score";

/** Scores over the steps of a run, all lists of one length; accuracies are empty where the task has none. */
export interface Curves {
  readonly step: number[];
  readonly trainLoss: number[];
  readonly testLoss: number[];
  readonly trainAccuracy: number[];
  readonly testAccuracy: number[];
  /** Proportion of test examples all of whose targets are met. */
  readonly testExact: number[];
  /** Mean output at the right class, on test examples. */
  readonly testRight: number[];
}

/** Empty curves, or copies of others. */
export function curvesFrom(others?: Curves): Curves {
  const copy = (name: keyof Curves): number[] => [...(others?.[name] ?? [])];
  return {
    step: copy("step"),
    trainLoss: copy("trainLoss"),
    testLoss: copy("testLoss"),
    trainAccuracy: copy("trainAccuracy"),
    testAccuracy: copy("testAccuracy"),
    testExact: copy("testExact"),
    testRight: copy("testRight"),
  };
}

/** Adds a point; its step comes last, so that what an interrupt has left of a point is taken off again. */
export function addPoint(curves: Curves, step: number, train: Score, test: Score): void {
  for (const list of Object.values(curves) as number[][]) list.length = Math.min(list.length, curves.step.length);
  curves.trainLoss.push(train.loss);
  curves.testLoss.push(test.loss);
  const more: readonly (readonly [keyof Curves, number | undefined])[] = [
    ["trainAccuracy", train.accuracy],
    ["testAccuracy", test.accuracy],
    ["testExact", test.exact],
    ["testRight", test.right],
  ];
  for (const [name, value] of more) if (value !== undefined) curves[name].push(value);
  curves.step.push(step);
}
