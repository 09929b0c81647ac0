import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { progress } from "../../plot/index";
import { fakeKernel } from "./fakeKernel";

describe("progress", () => {
  const sent = fakeKernel();
  const texts = () => sent.map(({ data }) => data["text/plain"]);
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("starts one output and updates that one", () => {
    const bar = progress("sweep", 4);
    vi.advanceTimersByTime(200);
    bar.step();
    expect(sent.map(({ update }) => update)).toEqual([false, true]);
    expect(sent[0]?.transient.display_id).toMatch(/./);
    expect(sent[1]?.transient).toEqual(sent[0]?.transient);
    expect(sent[1]?.data["text/html"]).toContain('<progress value="1" max="4"');
  });
  it("tells two bars apart", () => {
    progress("a", 1);
    progress("b", 1);
    expect(sent[0]?.transient.display_id).not.toBe(sent[1]?.transient.display_id);
  });
  it("sends at most ten updates a second, and always the last state", () => {
    const bar = progress("sweep", 1000);
    for (let i = 0; i < 1000; i++) {
      vi.advanceTimersByTime(1);
      bar.step();
    }
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.length).toBeLessThanOrEqual(13);
    expect(texts().at(-1)).toBe("sweep: done, 1000 of 1000");
  });
  it("shows the first step at once, so that quick work is seen to move", () => {
    progress("sweep", 10).step();
    expect(texts().at(-1)).toMatch(/^sweep: 1 of 10/);
  });
  it("shows the state before a long step, though it came too soon after the one before", () => {
    const bar = progress("sweep", 10);
    bar.step();
    bar.step();
    expect(sent).toHaveLength(2);
    vi.advanceTimersByTime(150);
    expect(texts().at(-1)).toMatch(/^sweep: 2 of 10/);
  });
  it("says the time left in words", () => {
    const bar = progress("sweep", 100);
    vi.advanceTimersByTime(10_000);
    bar.set(10);
    vi.advanceTimersByTime(100_000);
    bar.step();
    bar.set(99);
    vi.advanceTimersByTime(1000);
    expect(texts().slice(1)).toEqual([
      "sweep: 10 of 100, about 2 minutes left",
      "sweep: 11 of 100, about 15 minutes left",
      "sweep: 99 of 100, a few seconds left",
    ]);
  });
  it("ends in a state without times, once, and stays there", () => {
    const bar = progress("sweep <b>", 100);
    bar.set(80);
    bar.done();
    bar.done();
    bar.step();
    vi.advanceTimersByTime(1000);
    expect(texts().slice(1)).toEqual(["sweep <b>: 80 of 100, a few seconds left", "sweep <b>: ended, 80 of 100"]);
    expect(sent.at(-1)?.data["text/html"]).toBe("<div>sweep &#60;b&#62;: ended, 80 of 100</div>");
  });
  it("gives the page a moment to draw when a step is awaited", async () => {
    vi.useRealTimers();
    const order: string[] = [];
    setImmediate(() => order.push("page"));
    await progress("sweep", 2).step();
    order.push("next step");
    expect(order).toEqual(["page", "next step"]);
  });
  it("goes no further than its total", () => {
    progress("sweep", 3).step(5);
    expect(texts().at(-1)).toBe("sweep: done, 3 of 3");
  });
  it.each<[string, () => unknown, string]>([
    ["a total of zero", () => progress("sweep", 0), "progress: total is 0, needs a number above 0"],
    [
      "a total that is no number",
      () => progress("sweep", Number.NaN),
      "progress: total is NaN, needs a number above 0",
    ],
    [
      "a count that is no number",
      () => progress("sweep", 3).set(Number.NaN),
      'progress: "sweep" is set to NaN, needs a number',
    ],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(new RangeError(message)));
});
