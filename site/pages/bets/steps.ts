/** Steps of a slider over its range, at least. */
const most = 100;

/** The step of a slider: 1, 2 or 5 times a power of ten, and whole where the truth is and the range has room for it. */
export function stepOf({ from, to }: { readonly from: number; readonly to: number }, truth: unknown): number {
  const fine = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(fine));
  // Rounded: 5 times a tenth of a tenth is not .05.
  const nice = Number((([5, 2, 1].find((each) => each * power <= fine * (1 + 1e-9)) ?? 1) * power).toPrecision(3));
  return Number.isInteger(truth) && to - from >= 3 ? Math.max(1, nice) : nice;
}
