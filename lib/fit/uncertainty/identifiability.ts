import { max } from "d3-array";
import type { Uncertainty } from "./uncertainty";

/** A standard error of more than this many times any plausible size of the parameter means that the data do not determine it. */
const tooLarge = 3;

/** Ratio to the column at the minimum below which, one standard error away, the curve no longer depends on the parameter. */
const vanished = 1e-3;

/** Ratio above which the column one standard error away shows that the curve has lost its dependence on the parameter at the minimum. */
const numb = 1e6;

/** Whether the data determine all parameters, and in words which they do not. */
export interface Verdict {
  readonly identifiable: boolean;
  readonly direction: string;
}

/** Input of the judgement: the free parameters in order, and the size of the signal in residual units. */
interface Evidence<Name extends string> {
  readonly names: readonly Name[];
  readonly values: readonly number[];
  readonly errors: readonly number[];
  /** Norm of each Jacobian column. */
  readonly columns: ArrayLike<number>;
  /** Root of the weighted sum of squares of y around its mean. */
  readonly signal: number;
  readonly linear: boolean;
  /** Whether the curve depends on each parameter by rounding alone. Default: on none. */
  readonly rounded?: readonly boolean[];
  /** Norm of a parameter's Jacobian column so many standard errors away; NaN where it cannot move. */
  readonly columnAt: (j: number, standardErrors: number) => number;
}

/**
 * Whether the data determine all parameters, and in words what they leave open.
 *
 * Not determined are (1) directions along which the curve does not change at all, and (2) in a model that is not linear, a parameter whose
 * standard error exceeds three times both its own size and the change that would by itself move the curve by as much as the data vary:
 * the linear theory behind the error no longer applies (a ceiling forecast from the first bend of an S); or (3) a parameter on which, one
 * standard error away, the curve no longer depends, so that on that side nothing limits it (the steepness of a jump); or (4) a
 * parameter on which the curve no longer depends at the minimum, though it does one standard error away; or (5) a parameter on which it depends by rounding alone.
 */
export function judge<Name extends string>(
  { free }: Uncertainty,
  { names, values, errors, columns, signal, linear, rounded = [], columnAt }: Evidence<Name>,
): Verdict {
  const along = free.map((direction) => describe(names, values, columns, direction));
  const noise = names.filter((_, j) => rounded[j]);
  if (noise.length > 0)
    along.push(
      `the data do not determine ${list(noise)}: at these x the curve depends on ${noise.length === 1 ? "it" : "them"} by rounding alone`,
    );
  const loose = names.filter((_, j) => {
    const reach = Math.max(Math.abs(values[j] as number), signal / (columns[j] as number));
    return !linear && Number.isFinite(errors[j]) && (errors[j] as number) > tooLarge * reach;
  });
  const sloping = names.filter((name, j) => !linear && !loose.includes(name) && Number.isFinite(errors[j]));
  const around = (name: Name) => {
    const j = names.indexOf(name);
    return [1, -1].map((sign) => columnAt(j, sign) / (columns[j] as number));
  };
  const gone = sloping.filter((name) => around(name).some((ratio) => ratio < vanished));
  // Where a parameter is loose, those that follow it go as far as its error: the curve there says nothing of the others.
  const firm = loose.length > 0 ? [] : sloping;
  const flat = firm.filter(
    (name) => !gone.includes(name) && around(name).some((ratio) => ratio > numb && Number.isFinite(ratio)),
  );
  if (loose.length > 0) {
    along.push(
      `the data hardly determine ${list(loose)}: the standard error is several times the value and any change that the data could show`,
    );
  }
  if (gone.length > 0) {
    const [it, its] = gone.length === 1 ? ["it", "its"] : ["them", "their"];
    along.push(
      `the data hardly determine ${list(gone)}: ${its} standard error reaches to where the curve no longer depends on ${it}`,
    );
  }
  if (flat.length > 0)
    along.push(
      `the data hardly determine ${list(flat)}: the best curve no longer depends on ${flat.length === 1 ? "it" : "them"}`,
    );
  return { identifiable: along.length === 0, direction: along.join("; ") };
}

/** "L and x0 can change together (L : x0 = 1 : -0.3) without changing the curve". */
function describe<Name extends string>(
  names: readonly Name[],
  values: readonly number[],
  columns: ArrayLike<number>,
  direction: Float64Array,
): string {
  const relative = direction.map((part, j) => Math.abs(part) / (Math.abs(values[j] as number) || 1));
  // A place far from zero moves by little of itself, and moves the curve as much as its partner does.
  const effect = direction.map((part, j) => Math.abs(part) * (columns[j] as number));
  const [largest, strongest] = [max(relative) as number, max(effect) as number];
  const parts = names.flatMap((name, j) => {
    const counts = (relative[j] as number) > 1e-3 * largest || (effect[j] as number) > 1e-3 * strongest;
    return counts ? [{ name, part: direction[j] as number }] : [];
  });
  const [first] = parts;
  if (first === undefined || parts.length === 1)
    return `${first?.name ?? "nothing"} does not change the curve on these points`;
  const ratios = parts.map(({ part }) => Number((part / first.part).toPrecision(3))).join(" : ");
  return `${list(parts.map(({ name }) => name))} can change together without changing the curve (${ratios})`;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
