// A run that is stopped at any moment, as Interrupt stops a cell, and goes on, comes to the weights of one that was not.
import vm from "node:vm";
import { adamW, modularArithmetic, quadraticMlp, type Trained, type Training, train } from "@emergence/lib/learning";
import { expect, it } from "vitest";

const options = {
  model: quadraticMlp({ width: 64 }),
  task: modularArithmetic({ modulus: 23 }),
  optimizer: adamW({ rate: 0.01, decay: 0.6 }),
  steps: 3000,
  record: 50,
  seed: 1,
};

it("goes on after interrupts at whatever moment, also within an update", () => {
  const whole = train(options);
  for (const _ of whole);
  const run = train(options);
  const scope = globalThis as { __interruptedRun?: Training };
  scope.__interruptedRun = run;
  const script = new vm.Script("for (const _ of globalThis.__interruptedRun);");
  let interrupts = 0;
  for (let done = false; !done; ) {
    try {
      script.runInThisContext({ timeout: 3 + (interrupts % 5) });
      done = true;
    } catch (error) {
      expect((error as { code?: string }).code).toBe("ERR_SCRIPT_EXECUTION_TIMEOUT");
      // On a busy machine a few milliseconds may not reach from one score to the next: then it is let run to one.
      if (++interrupts > 40) run.next();
    }
  }
  delete scope.__interruptedRun;
  expect(interrupts).toBeGreaterThan(0);
  expect((run.result() as Trained).hash).toBe((whole.result() as Trained).hash);
  expect((run.result() as Trained).curves).toEqual((whole.result() as Trained).curves);
});
