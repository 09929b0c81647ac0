// `npm run verdicts -- FILE`: a CSV of your own results through all definitions, to a report as Markdown and as one HTML page.
import "./setup/refuseOldNode.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { runCommand } from "./setup/problem.mjs";
import { help, parseOptions } from "./verdicts/options.mjs";

await runCommand(async () => {
  const options = parseOptions(process.argv.slice(2));
  if (options === null) return console.log(help);
  await ensureSetup({ log: console.error });
  // Only now: what this imports is there once the set-up has been done.
  const { writeReports } = await import("./verdicts/write.mjs");
  return writeReports(options);
});
