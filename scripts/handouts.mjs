// `npm run handouts`: writes notebooks as PDFs for a room that reads on paper, to site/dist/handouts.
import "./setup/refuseOldNode.mjs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { label, select } from "./notebooks/select.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";

const help = `npm run handouts -- [NAME...]

  npm run handouts                  builds the site, and writes each notebook as a PDF to site/dist/handouts
  npm run handouts -- 09 closer/03  only these`;

function parse() {
  try {
    return parseArgs({ options: { help: { type: "boolean", default: false } }, allowPositionals: true });
  } catch (error) {
    throw new Problem(`npm run handouts: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

await runCommand(async () => {
  const { values, positionals } = parse();
  if (values.help) {
    console.log(help);
    return 0;
  }
  const notebooks = select(positionals, { solutions: false }).map(label);
  await ensureSetup();
  // Loaded here: the set-up installs what they need.
  const { buildSite } = await import("./site/build.mjs");
  const { writeHandouts } = await import("./site/handouts.mjs");
  const folder = join(root, "site", "dist");
  await buildSite(folder);
  await writeHandouts(folder, notebooks, (file) => console.log(label(file)));
  return 0;
});
