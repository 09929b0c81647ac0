// `npm run site`: writes the notebooks as pages that run in a browser, to site/dist.
import "./setup/refuseOldNode.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureSetup } from "./setup/index.mjs";
import { cache, root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { checkSite, megabytes, sizeOf } from "./site/check/index.mjs";

const help = `npm run site -- [--check] [--serve] [--port NUMBER]

  npm run site                writes site/dist: files for any host of static files, at its root or in a folder
  npm run site -- --check     and checks them: links lead somewhere, nothing is asked of other hosts, the size
  npm run site -- --serve     and serves them to this machine, until Ctrl-C`;

function parse() {
  try {
    const options = /** @type {const} */ ({
      check: { type: "boolean", default: false },
      serve: { type: "boolean", default: false },
      port: { type: "string", default: "8000" },
      help: { type: "boolean", default: false },
    });
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Problem(`npm run site: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

/** @param {string} folder of the site */
function check(folder) {
  const { problems, external, summary } = checkSite(folder);
  mkdirSync(cache, { recursive: true });
  const list = join(cache, "external-links.txt");
  writeFileSync(list, external.map((address) => `${address}\n`).join(""));
  console.log(
    `${summary}\nThe addresses elsewhere, none of which was fetched, are listed in .cache/external-links.txt.`,
  );
  if (problems.length > 0) throw new Problem(`npm run site: ${problems.length} problems\n${problems.join("\n")}`);
}

await runCommand(async () => {
  const values = parse();
  if (values.help) {
    console.log(help);
    return 0;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Problem(`npm run site: got the port ${values.port}, needs a whole number from 0 to 65535.`);
  await ensureSetup();
  // Loaded here: the set-up installs what they need.
  const { buildSite } = await import("./site/build.mjs");
  const folder = join(root, "site", "dist");
  await buildSite(folder);
  if (values.check) check(folder);
  else console.log(`site/dist: ${megabytes(sizeOf(folder))}`);
  if (values.serve) {
    const { serve } = await import("./site/serve.mjs");
    console.log(`${(await serve(folder, { port })).address}\nCtrl-C ends it.`);
  }
  return values.serve ? undefined : 0;
});
