// `console` of a kernel: Node's formats, into process.stdout and process.stderr, where the kernel listens.
import { formatWithOptions, inspect } from "node-inspect-extracted";
import { process } from "./process";

export function createConsole() {
  let indent = "";
  const counts = new Map<string, number>();
  const begun = new Map<string, number>();
  const printer =
    (to: "stdout" | "stderr") =>
    (...args: unknown[]): void => {
      const text = formatWithOptions({}, ...args);
      process[to].write(`${indent === "" ? text : text.replace(/^/gm, indent)}\n`);
    };
  const log = printer("stdout");
  const error = printer("stderr");
  const passed = (label: string): string =>
    `${label}: ${(performance.now() - (begun.get(label) ?? performance.now())).toFixed(3)}ms`;
  return {
    ...{ log, info: log, debug: log, table: log, error, warn: error },
    dir: (value: unknown, options?: object) => log(inspect(value, options)),
    trace: (...args: unknown[]) => error(`Trace: ${formatWithOptions({}, ...args)}\n${new Error().stack ?? ""}`),
    assert(holds: unknown, ...args: unknown[]) {
      if (!holds) error("Assertion failed", ...args);
    },
    count(label = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void begun.set(label, performance.now()),
    timeLog: (label = "default", ...args: unknown[]) => log(passed(label), ...args),
    timeEnd(label = "default") {
      log(passed(label));
      begun.delete(label);
    },
    group(...args: unknown[]) {
      if (args.length > 0) log(...args);
      indent += "  ";
    },
    groupEnd() {
      indent = indent.slice(2);
    },
  };
}
