import { merge } from "danfojs-node";
import { describe, expect, it } from "vitest";
import { frame } from "../../data/frame";
import { load, tables } from "../../data/load";

describe("frame", () => {
  it("holds the table's rows and columns, with the types of the schema", () => {
    const data = frame("pythia-lambada");
    expect(data.shape).toEqual([432, 12]);
    expect(data.columns).toEqual(tables["pythia-lambada"].schema.fields.map(({ name }) => name));
    expect(data.dtypes.slice(0, 4)).toEqual(["string", "int32", "boolean", "int32"]);
    expect(data.iloc({ rows: [431] }).values[0]).toEqual(Object.values(load("pythia-lambada")[431] ?? {}));
  });

  it("holds NaN for a missing number, so that describe does not throw, and leaves it out by dropNa", () => {
    const flops = frame("obscaling").loc({ columns: ["flops", "mmlu"] });
    const described = flops.describe();
    expect(described.index.slice(0, 2)).toEqual(["count", "mean"]);
    expect(described.values[0]).toEqual([123, 148]);
    const complete = flops.dropNa();
    expect(complete.shape).toEqual([123, 2]);
    expect((complete.describe().values[1] as number[]).every(Number.isFinite)).toBe(true);
  });

  it("does what students do: head, query, group, sort, merge", () => {
    const data = frame("adoption");
    expect(data.head(3).shape).toEqual([3, 4]);
    const tv = data.query(data.column("technology").values.map((name) => name === "Colour TV"));
    expect(tv.shape[0]).toBe(40);
    expect(tv.sortValues("share", { ascending: false }).column("share").values[0]).toBe(97);
    const most = data.groupby(["technology"]).agg({ share: "max" });
    expect(most.shape).toEqual([45, 2]);
    const joined = merge({
      left: frame("on-emergence"),
      right: frame("on-emergence-chance"),
      on: ["task"],
      how: "left",
    });
    expect(joined.shape).toEqual([5052, 15]);
  });

  it("holds the largest table whole, from the first cell to the last", () => {
    const rows = load("blimp-pythia");
    const data = frame("blimp-pythia");
    expect(data.shape).toEqual([rows.length, Object.keys(rows[0] ?? {}).length]);
    expect(data.values[0]).toEqual(Object.values(rows[0] ?? {}));
    expect(data.values.at(-1)).toEqual(Object.values(rows.at(-1) ?? {}));
  });
});
