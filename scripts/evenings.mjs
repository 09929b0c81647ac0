// `npm run evenings`: writes docs/two-evenings.md, what the two seminar evenings show and how long that takes.
import "./setup/refuseOldNode.mjs";
import { join } from "node:path";
import { pageOf } from "./notebooks/evenings.mjs";
import { runTimeOf } from "./notebooks/runTimes.mjs";
import { root } from "./setup/places.mjs";
import { runCommand } from "./setup/problem.mjs";
import { writeWhole } from "./whole.mjs";

await runCommand(async () => {
  writeWhole(join(root, "docs", "two-evenings.md"), pageOf(runTimeOf));
  console.log("docs/two-evenings.md written");
  return 0;
});
