import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lines, live } from "../../plot/index";
import { fakeKernel } from "./fakeKernel";

const draw = (n: number) => lines([{ name: "n", x: [0, n], y: [0, n] }], { x: "x", y: "y" });
const options = { key: "grows", caption: "It grows.", text: "A line that grows with every moment." };
/** Moments, so many milliseconds apart. */
function* apart(count: number, milliseconds: number) {
  for (let n = 1; n <= count; n++) {
    vi.advanceTimersByTime(milliseconds);
    yield n;
  }
}

describe("live", () => {
  const sent = fakeKernel();
  const plotly = "application/vnd.plotly.v1+json";
  const ofFigure = (data: Readonly<Record<string, unknown>>) =>
    (data[plotly] as { data: { x: number[] }[] }).data[0]?.x[1];
  /** Of a sketch, the right end of the axis: 4 % beyond the line. */
  const ofSketch = (data: Readonly<Record<string, unknown>>) =>
    Number(/text-anchor="middle"[^>]*>([\d.]+)<\/text><text x="92"/.exec(data["text/html"] as string)?.[1]) / 1.04;
  const ends = () =>
    sent.map(({ data }) => (data[plotly] === undefined ? Math.round(ofSketch(data) * 10) / 10 : ofFigure(data)));
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("makes one output and replaces it", async () => {
    await live(apart(3, 1000), draw, options);
    expect(ends()).toEqual([1, 2, 3, 3]);
    // JupyterLab draws a Plotly figure once, so that only the last drawing may be one.
    expect(sent.map(({ data }) => plotly in data)).toEqual([false, false, false, true]);
    expect(sent.map(({ update }) => update)).toEqual([false, true, true, true]);
    expect(new Set(sent.map(({ transient }) => transient.display_id)).size).toBe(1);
    expect(sent.map(({ metadata }) => (metadata.caption as { number: number }).number)).toEqual([1, 1, 1, 1]);
  });
  it("draws at most four times per second, the first moment at once, and always the last", async () => {
    await live(apart(1001, 1), draw, options);
    expect(sent.length).toBeGreaterThanOrEqual(4);
    expect(sent.length).toBeLessThanOrEqual(6);
    expect([ends()[0], ends().at(-1)]).toEqual([1, 1001]);
  });
  it("keeps the last drawing if what runs fails", async () => {
    function* failing() {
      yield 1;
      throw new Error("diverged");
    }
    await expect(live(failing(), draw, options)).rejects.toThrow("diverged");
    expect(ends()).toEqual([1, 1]);
    expect(plotly in (sent.at(-1)?.data ?? {})).toBe(true);
  });
  it("says what it needs", async () => {
    await expect(live([], draw, options)).rejects.toThrow("live: no moment to draw, needs at least one");
    await expect(live([1], draw, { text: "" })).rejects.toThrow(RangeError);
    await expect(live([1], undefined as never, options)).rejects.toThrow("live");
  });
});

describe("live without a kernel", () => {
  it("prints the text once", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    await live([1, 2], draw, options);
    expect(log.mock.calls).toEqual([[options.text]]);
    log.mockRestore();
  });
});
