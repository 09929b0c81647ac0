// The modules by name, for those who want all of them: `import { fit, measures } from "@emergence/lib"`.
export * as core from "./core/index";
export * as definitions from "./definitions/index";
export * as fit from "./fit/index";
export * as forecast from "./forecast/index";
export * as learning from "./learning/index";
export * as measures from "./measures/index";
export * as metrics from "./metrics/index";
export * as results from "./results/index";
export * as stats from "./stats/index";
export * as systems from "./systems/index";
