import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folder, resources } from "../../data/descriptor";
import { parseTable } from "../../data/parse";

const tables = resources
  .filter((resource) => resource.bytes < 60_000)
  .map((resource) => ({ resource, bytes: readFileSync(join(folder, resource.path)) }));

/** What happens to files: places are shares of the file, so that one arbitrary serves every table. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const corruption = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: place, mask: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant("digit" as const), at: place, digit: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ kind: fc.constant("delete" as const), at: place, count: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ kind: fc.constant("insert" as const), at: place, text: fc.string({ minLength: 1, unit: "binary" }) }),
  fc.record({ kind: fc.constant("cut" as const), at: place }),
  fc.record({ kind: fc.constant("swap" as const), at: place, other: place }),
  fc.record({ kind: fc.constant("repeat" as const), at: place }),
);
type Corruption = typeof corruption extends fc.Arbitrary<infer Value> ? Value : never;

function corrupted(bytes: Buffer, change: Corruption): Buffer {
  const at = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const lines = bytes.toString("utf8").split("\n");
  const line = Math.floor(change.at * (lines.length - 1));
  switch (change.kind) {
    case "flip":
      return Buffer.concat([before, Buffer.from([(bytes[at] ?? 0) ^ change.mask]), after.subarray(1)]);
    case "digit": {
      const digit = [...bytes.keys()].slice(at).find((i) => /\d/.test(String.fromCharCode(bytes[i] ?? 0))) ?? at;
      return Buffer.concat([bytes.subarray(0, digit), Buffer.from(String(change.digit)), bytes.subarray(digit + 1)]);
    }
    case "delete":
      return Buffer.concat([before, after.subarray(change.count)]);
    case "insert":
      return Buffer.concat([before, Buffer.from(change.text), after]);
    case "cut":
      return before;
    case "swap": {
      const other = Math.floor(change.other * (lines.length - 1));
      [lines[line], lines[other]] = [lines[other] ?? "", lines[line] ?? ""];
      return Buffer.from(lines.join("\n"));
    }
    case "repeat":
      return Buffer.from([...lines.slice(0, line + 1), ...lines.slice(line)].join("\n"));
  }
}

describe("1,000 random corruptions", () => {
  it("give an error of the loader's own, or the right rows: never wrong rows in silence", () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), corruption, ({ resource, bytes }, change) => {
        const changed = corrupted(bytes, change);
        if (changed.equals(bytes)) expect(parseTable(changed, resource)).toHaveLength(resource.rows);
        else expect(() => parseTable(changed, resource)).toThrow(/^load: data\/tables\//);
      }),
      { numRuns: 1000, seed: 1972 },
    );
  });

  it("where the sum was sealed over them, still give rows as the schema says or an error of the loader's own", () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), corruption, ({ resource, bytes }, change) => {
        const changed = corrupted(bytes, change);
        const hash = `sha256:${createHash("sha256").update(changed).digest("hex")}`;
        try {
          const rows = parseTable(changed, { ...resource, bytes: changed.length, hash });
          const types = { string: "string", date: "string", boolean: "boolean", integer: "number", number: "number" };
          for (const row of rows)
            for (const { name, type, constraints } of resource.schema.fields)
              if (constraints?.required || row[name] !== null) expect(typeof row[name]).toBe(types[type]);
        } catch (error) {
          expect(String(error)).toMatch(/^RangeError: load: data\/tables\//);
        }
      }),
      { numRuns: 1000, seed: 2022 },
    );
  });
});
