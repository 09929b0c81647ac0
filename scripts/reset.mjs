// `npm run reset NN`: a notebook as the course has it, with a person's own version kept beside it.
import "./setup/refuseOldNode.mjs";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { reset } from "./update/reset.mjs";

await runCommand(async () => {
  const names = process.argv.slice(2);
  if (names.length === 0 || names.some((name) => name.startsWith("-")))
    throw new Problem(
      `npm run reset: got ${names.join(" ") || "nothing"}, needs names of notebooks: npm run reset 04, or closer/06-floors; your own version stays beside it.`,
    );
  for (const line of reset({ root, names })) console.log(line);
});
