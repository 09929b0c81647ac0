// Frames: run, pause, one single step. It begins at rest where the reader has asked for little motion, and rests while the page is hidden.
import { mean } from "d3-array";

export interface Loop {
  readonly running: boolean;
  /** Frames in the last second. */
  readonly rate: number;
  /** Milliseconds that their work took, on average. */
  readonly work: number;
  run(): void;
  pause(): void;
}

/** @param frame does the work of one frame, in less than its time */
export function loop(frame: () => void, onChange: (running: boolean) => void): Loop {
  let request = 0;
  let times: { readonly at: number; readonly took: number }[] = [];
  const next = (now: number) => {
    request = requestAnimationFrame(next);
    const begun = performance.now();
    frame();
    times = [...times.filter(({ at }) => at > now - 1000), { at: now, took: performance.now() - begun }];
  };
  const pause = () => {
    cancelAnimationFrame(request);
    request = 0;
    times = [];
    onChange(false);
  };
  return {
    get running() {
      return request !== 0;
    },
    get rate() {
      return times.length;
    },
    get work() {
      return (mean(times, ({ took }) => took) as number) || 0;
    },
    run() {
      if (request === 0) request = requestAnimationFrame(next);
      onChange(true);
    },
    pause,
  };
}

export const likesMotion = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;
