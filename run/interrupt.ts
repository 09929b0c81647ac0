// One SIGINT handler for all running sweeps, removed when the last has ended: a handler left behind would keep Ctrl-C from
// ending a program. A kernel's own handlers are not touched.
//
// Never add it in a cell's synchronous code. Kernels run that by `vm` with `breakOnSigint`, which removes all handlers
// meanwhile and restores them by a call that does nothing if Node finds a handler already there. The next signal would then
// end the kernel.

const running = new Set<() => void>();
const stopAll = (): void => {
  for (const stop of [...running]) stop();
};

/** Calls `stop` at an interrupt, until the returned function is called. */
export function onInterrupt(stop: () => void): () => void {
  if (running.size === 0) process.on("SIGINT", stopAll);
  running.add(stop);
  return () => {
    running.delete(stop);
    if (running.size === 0) process.off("SIGINT", stopAll);
  };
}
