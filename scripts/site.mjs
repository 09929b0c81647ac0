// `npm run site`: writes the notebooks as pages that run in a browser, to site/dist.
import "./setup/refuseOldNode.mjs";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureSetup } from "./setup/index.mjs";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";

const help = `npm run site -- [--serve] [--port NUMBER]
npm run docs -- [--serve] [--port NUMBER]

  npm run site                writes site/dist: files for any host of static files, at its root or in a folder
  npm run site -- --serve     and serves them to this machine, until Ctrl-C
  npm run docs                the same, and prints where the reference begins`;

function parse() {
  try {
    const options = /** @type {const} */ ({
      serve: { type: "boolean", default: false },
      // What `npm run docs` says: a page whose place is printed.
      page: { type: "string", default: "" },
      port: { type: "string", default: "8000" },
      help: { type: "boolean", default: false },
    });
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Problem(`npm run site: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

const sizeOf = (/** @type {string} */ folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);

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
  console.log(`site/dist: ${(sizeOf(folder) / 1e6).toFixed(1)} MB`);
  if (values.page !== "") console.log(join(folder, values.page));
  if (values.serve) {
    const { serve } = await import("./site/serve.mjs");
    console.log(`${(await serve(folder, { port })).address}${values.page}\nCtrl-C ends it.`);
  }
  return values.serve ? undefined : 0;
});
