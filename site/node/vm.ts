// node:vm without its contexts: code runs in the thread's own, and nothing can end a loop from within.
// biome-ignore lint/security/noGlobalEval: to run what a cell says is what a kernel is for
const indirect = eval;

const runInThisContext = (code: string): unknown => indirect(code);

class Script {
  constructor(private readonly code: string) {}
  runInThisContext(): unknown {
    return indirect(this.code);
  }
}

export const vm = { runInThisContext, Script };
