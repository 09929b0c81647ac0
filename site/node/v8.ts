// node:v8's serialize, imitated: a browser does not give out the bytes of a clone. The clone is kept, under a number that
// stands for the bytes, so that what a sweep has cached lasts as long as the kernel.
import { Buffer } from "buffer/";

const kept: unknown[] = [];

const serialize = (value: unknown): Buffer => Buffer.from(String(kept.push(structuredClone(value)) - 1));

function deserialize(bytes: Uint8Array): unknown {
  const number = Number(Buffer.from(bytes).toString());
  if (!(number in kept)) throw new RangeError(`deserialize: no value ${number} in this kernel`);
  return structuredClone(kept[number]);
}

export const v8 = { serialize, deserialize };
