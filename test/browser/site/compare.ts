// Whether a browser's outputs of a cell are those that the notebook was committed with. Engines differ in the last digits of
// exp and sin, so numbers may differ by a little; and chaotic systems by more.
import { type Json, joined, plotlyType } from "../../../scripts/notebooks/format.mjs";
import type { Output } from "../../../site/kernel/messages.js";

/** Relative difference up to which two numbers count as the same result. */
export const tolerance = 1e-6;

/** How far two outputs are apart: 0 for the same, up to `tolerance` for numbers with other last digits, else Infinity. */
type Distance = number;

const numbers = /-?\d+(?:[.,]\d+)*(?:e[-+]?\d+)?/gi;
const plain = (text: string) => Number(text.replaceAll(",", ""));

/**
 * Two numbers. `scale` is the size of what they are among: a sum that is zero but for rounding is as far from zero as its terms'
 * rounding.
 */
function between(one: number, other: number, scale = 0): Distance {
  if (Object.is(one, other)) return 0;
  const size = Math.max(Math.abs(one), Math.abs(other), scale);
  const apart = size === 0 ? 0 : Math.abs(one - other) / size;
  return apart <= tolerance ? apart : Number.POSITIVE_INFINITY;
}

/** Two texts: the same words, with numbers that may differ in the last printed digit. */
function betweenTexts(one: string, other: string): Distance {
  if (one === other) return 0;
  if (one.replace(numbers, "#") !== other.replace(numbers, "#")) return Number.POSITIVE_INFINITY;
  const [ours, theirs] = [one, other].map((text) => (text.match(numbers) ?? []).map(plain));
  return Math.max(...(ours ?? []).map((value, i) => between(value, theirs?.[i] as number)));
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number" || each === null);

export function betweenValues(one: unknown, other: unknown, scale = 0): Distance {
  if (typeof one === "number" && typeof other === "number") return between(one, other, scale);
  if (typeof one === "string" && typeof other === "string") return betweenTexts(one, other);
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other ? 0 : Number.POSITIVE_INFINITY;
  const keys = Object.keys(one);
  if (keys.join() !== Object.keys(other).join()) {
    if (keys.sort().join() !== Object.keys(other).sort().join()) return Number.POSITIVE_INFINITY;
  }
  const size = isNumbers(one) ? Math.max(...one.map(Math.abs)) : 0;
  let most = 0;
  for (const key of keys) most = Math.max(most, betweenValues((one as Json)[key], (other as Json)[key], size));
  return most;
}

/** An output by kind and content, as both sides have it. */
interface Plain {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const textOf = (value: unknown) => (typeof value === "string" || Array.isArray(value) ? joined(value) : value);

/** What is compared of a bundle: pictures are drawn by the runner, not by the cell. */
const compared = (data: Json): Plain["data"] =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([type]) => !type.startsWith("image/"))
      .map(([type, content]) => [type, type === plotlyType ? content : textOf(content)]),
  );

/** Outputs of a committed cell. */
export const committedOutputs = (outputs: readonly Json[]): Plain[] =>
  outputs.map((output) =>
    output.output_type === "stream"
      ? { kind: `stream ${output.name}`, data: { text: joined(output.text) } }
      : { kind: output.output_type, data: compared(output.data ?? {}) },
  );

/** The same of what a kernel has sent: streams joined, and displays replaced by their updates. */
export function sentOutputs(sent: readonly Output[]): Plain[] {
  const list: { kind: string; data: Record<string, unknown>; id?: string | undefined }[] = [];
  for (const { type, content } of sent) {
    if (type === "stream") {
      const last = list.at(-1);
      if (last?.kind === `stream ${content.name}`) last.data.text += content.text;
      else list.push({ kind: `stream ${content.name}`, data: { text: content.text } });
    } else if (type === "error") list.push({ kind: "error", data: { ...content } });
    else {
      const id = content.transient?.display_id;
      const data = compared(content.data);
      const before = type === "update_display_data" ? list.find((each) => each.id === id) : undefined;
      if (before) before.data = data;
      else list.push({ kind: type === "execute_result" ? type : "display_data", data, id });
    }
  }
  return list.map(({ kind, data }) => ({ kind, data }));
}
