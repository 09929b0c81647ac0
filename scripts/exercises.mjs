// `npm run exercises`: writes docs/exercises.md, which exercise trains what.
import "./setup/refuseOldNode.mjs";
import { join } from "node:path";
import { root } from "./setup/places.mjs";
import { runCommand } from "./setup/problem.mjs";
import { writeWhole } from "./whole.mjs";

await runCommand(async () => {
  const { exercisesPage } = await import("./notebooks/exercises.mjs");
  writeWhole(join(root, "docs", "exercises.md"), exercisesPage());
  console.log("docs/exercises.md written");
  return 0;
});
