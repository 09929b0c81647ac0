import { shown } from "@emergence/lib/core";
import { escapeHtml } from "./html";
import { requireText } from "./input";
import { type Bundle, cellWriter } from "./kernel";

/** A progress bar in the cell. */
export interface Progress {
  /** Advances by `count`, by default 1. `await` it in a synchronous loop, so that the page can draw. */
  step(count?: number): Promise<void>;
  /** Sets the bar to `count`. */
  set(count: number): void;
  /** Ends the bar at its present count; reaching the total also ends it. */
  done(): void;
}

const pause = 100; // milliseconds between two updates

/** Seconds in words, as coarse as the estimate. */
function inWords(seconds: number): string {
  if (seconds < 10) return "a few seconds";
  if (seconds < 90) return `about ${Math.round(seconds / 10) * 10} seconds`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${Math.round(seconds / 3600)} hours`;
}

/**
 * A progress bar for long work, with an estimate of the remaining time. It stays in the cell that made it, also while later
 * cells run. It is updated at most ten times per second. The final state is always shown, without times, so that a committed
 * notebook is the same from run to run. A synchronous loop shows nothing until it ends: use workers, or `await bar.step()`.
 * Without a kernel only the final state is printed.
 *
 * Throws a RangeError unless `total` is a number above 0 and counts are numbers.
 *
 * @example
 * const bar = progress("sweep", 2);
 * bar.set(1);
 * bar.set(2); // => undefined
 */
export function progress(label: string, total: number): Progress {
  requireText("progress", "the label", label, "training");
  if (!(Number.isFinite(total) && total > 0))
    throw new RangeError(`progress: total is ${shown(total)}, needs a number above 0`);
  const write = cellWriter();
  const transient = { display_id: crypto.randomUUID() };
  const started = performance.now();
  let count = 0;
  let shownAt = started;
  let moved = false;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  const bundle = (): Bundle => {
    const state = `${count} of ${total}`;
    if (ended) {
      const text = `${label}: ${count === total ? "done" : "ended"}, ${state}`;
      return { "text/html": `<div>${escapeHtml(text)}</div>`, "text/plain": text };
    }
    const seconds = ((performance.now() - started) / 1000) * (total / count - 1);
    const text = `${label}: ${state}${count > 0 ? `, ${inWords(seconds)} left` : ""}`;
    const bar = `<progress value="${count}" max="${total}" style="width:16em"></progress>`;
    return { "text/html": `<div>${bar} ${escapeHtml(text)}</div>`, "text/plain": text };
  };
  const send = (update: boolean): void => {
    clearTimeout(timer);
    timer = undefined;
    shownAt = performance.now();
    moved ||= update;
    if (write) write({ data: bundle(), metadata: {}, transient }, update);
    else if (ended) console.log(bundle()["text/plain"]);
  };
  const end = (): void => {
    if (ended) return;
    ended = true;
    send(true);
  };
  const set = (next: number): void => {
    if (!Number.isFinite(next)) throw new RangeError(`progress: "${label}" is set to ${shown(next)}, needs a number`);
    if (ended) return;
    count = Math.min(total, Math.max(0, next));
    const wait = pause - (performance.now() - shownAt);
    // The first step is shown at once, so that quick work also shows progress.
    if (count === total) end();
    else if (wait <= 0 || !moved) send(true);
    // Shows the last step before a long one; the timer does not keep the process alive.
    else timer ??= setTimeout(send, wait, true).unref();
  };
  send(false);
  const step = (by = 1): Promise<void> => {
    set(count + by);
    return new Promise((drawn) => setImmediate(drawn));
  };
  return { step, set, done: end };
}
