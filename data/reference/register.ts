/** All reference values, a file per subject, in the order of the seminar. */
import { lambada } from "./00-lambada";
import { ising } from "./01-ising";
import { oscillators } from "./02-oscillators";
import { totalCorrelations } from "./02-total-correlation";
import { flocks } from "./03-flocks";
import { traffic } from "./03-traffic";
import { vanDerWaals } from "./03-van-der-waals";
import { adopters } from "./04-adopters";
import { grokking } from "./05-grokking";
import { parityAgain } from "./05-parity";
import { abilities } from "./06-abilities";
import { minimalPairs } from "./07-minimal-pairs";
import { scalingLaws } from "./08-scaling-laws";
import { losses } from "./09-loss";
import { metrics } from "./09-metrics";
import { seeds } from "./09-seeds";
import { onDemand } from "./10-on-demand";
import { inContext } from "./11-in-context";
import { openModels } from "./12-open-models";
import { attention } from "./13-attention";
import { percolation } from "./13-percolation";
import { satisfiability } from "./13-satisfiability";
import { causalEmergence } from "./14-causal-emergence";
import { closure } from "./14-closure";
import { epsilonMachines } from "./14-epsilon-machines";

export const register = {
  ...lambada,
  ...ising,
  ...oscillators,
  ...totalCorrelations,
  ...traffic,
  ...vanDerWaals,
  ...flocks,
  ...adopters,
  ...grokking,
  ...parityAgain,
  ...abilities,
  ...minimalPairs,
  ...scalingLaws,
  ...metrics,
  ...losses,
  ...seeds,
  ...onDemand,
  ...inContext,
  ...openModels,
  ...attention,
  ...percolation,
  ...satisfiability,
  ...epsilonMachines,
  ...causalEmergence,
  ...closure,
};
