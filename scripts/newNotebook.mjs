// `npm run new-notebook NAME`: a notebook in the form of the course, which runs as it stands.
import "./setup/refuseOldNode.mjs";
import { createNotebook } from "./notebooks/create.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";

await runCommand(async () => {
  const [name, ...more] = process.argv.slice(2);
  if (name === undefined || name.startsWith("-") || more.length > 0)
    throw new Problem(
      `npm run new-notebook: got ${process.argv.slice(2).join(" ") || "nothing"}, needs one name: npm run new-notebook 50-my-question (or closer/50-a-detail, or mine/anything, which git ignores).`,
    );
  const written = createNotebook(name).map((path) => path.replaceAll("\\", "/"));
  const short = written[0]?.replace(/^notebooks\/|\.ipynb$/g, "");
  console.log(`Written: ${written.join(", ")}`);
  console.log(
    "Open it by npm start, and replace its example part by part; sentences in italics say what belongs where.",
  );
  console.log(
    written.length === 1
      ? `npm run notebooks ${short} runs it. git and updates leave notebooks/mine alone.`
      : `npm run notebooks ${short} runs it, npm run notebooks -- --solutions ${short} its solution; commit both.`,
  );
});
