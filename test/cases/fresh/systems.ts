import * as system from "@emergence/lib/systems";
import type { Code } from "../data";
import { misfit, poorErrors } from "../messageOf";

export const systems: Readonly<Record<string, Code>> = {
  Q04() {
    const none = misfit(undefined);
    const text = misfit("16");
    const ising = { size: 16, temperature: 2, sweeps: 10, warmup: 1, seed: 1 };
    const road = { cells: 50, density: 0.2, maxSpeed: 2, slowdown: 0.2, steps: 10, warmup: 0, seed: 1 };
    return {
      poor: poorErrors({
        isingRun: () => system.isingRun(none),
        isingRun2: () => system.isingRun({ ...ising, temperature: Number.NaN }),
        isingRun3: () => system.isingRun({ ...ising, size: text }),
        isingExact: () => system.isingExact(none),
        trafficRun: () => system.trafficRun({ ...road, density: Number.NaN }),
        trafficRun2: () => system.trafficRun(none),
        vicsekRun: () => system.vicsekRun(none),
        kuramotoExact: () => system.kuramotoExact(none),
        kuramotoRun: () => system.kuramotoRun(none),
        percolationRun: () => system.percolationRun(none),
        giantComponent: () => system.giantComponent(none),
        randomKSat: () => system.randomKSat(none),
        satisfiable: () => system.satisfiable(none),
        solveOde: () => system.solveOde(none, [1], { t: [0, 1] }),
      }),
    };
  },
};
