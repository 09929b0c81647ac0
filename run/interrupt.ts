// One handler of SIGINT for all sweeps that run, and none once they have ended: a handler that stays behind would keep
// Ctrl-C from ending a program, and a kernel's own handling of the signal is left as it is.
//
// Never add it within a cell's synchronous code: kernels run that by `vm` with `breakOnSigint`, which takes all handlers off
// for as long, and puts them back by a call that does nothing where Node finds one there already. The next signal would
// then end the kernel.

const running = new Set<() => void>();
const stopAll = (): void => {
  for (const stop of [...running]) stop();
};

/** Calls `stop` at an interrupt, until the function that is returned is called. */
export function onInterrupt(stop: () => void): () => void {
  if (running.size === 0) process.on("SIGINT", stopAll);
  running.add(stop);
  return () => {
    running.delete(stop);
    if (running.size === 0) process.off("SIGINT", stopAll);
  };
}
