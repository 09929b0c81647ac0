// Calls as the contract of the public names has them, for code that is being brought to it: to be imported from the
// packages themselves, and this file to go, as soon as these compile there.
import * as measures from "@emergence/lib/measures";

type Numbers = readonly number[];

export const monotonicityTest = measures.monotonicityTest as unknown as (
  x: Numbers,
  successes: Numbers,
  trials: Numbers,
) => measures.MonotonicityTest;

export const transferEntropy = measures.transferEntropy as (
  target: Numbers,
  source: Numbers,
  options?: measures.TransferOptions & { readonly given?: Numbers | readonly Numbers[] },
) => number;
