// `npm run export -- NAME`: a notebook as one HTML file that is read, edited and run from a disk.
import "./setup/refuseOldNode.mjs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { here } from "./setup/here.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { writeWhole } from "./whole.mjs";

const help = `npm run export -- [names] [--out FOLDER] [--all-tables]

Writes each notebook as one HTML file that is read, edited and run with neither a server nor a network: double-click it.

  names         04, 04-s-curves, closer/04-duel, solutions/04-s-curves; none: the list of all
  --out FOLDER  where to write (default: where you are)
  --all-tables  carry all tables (some 2 MB more), not only those that the notebook reads
  --help        show this`;

function parse() {
  // Without `--` before them npm keeps the options for itself, and a folder would count as a name.
  const taken = ["out", "all-tables"].filter(
    (name) => process.env[`npm_config_${name.replace("-", "_")}`] !== undefined,
  );
  if (taken.length > 0)
    throw new Problem(
      `npm run export: npm kept --${taken.join(" and --")} for itself. Put -- before: npm run export -- 00 --out FOLDER.`,
    );
  try {
    const options = /** @type {const} */ ({
      out: { type: "string", default: "." },
      "all-tables": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    });
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Problem(`npm run export: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

await runCommand(async () => {
  const { values, positionals } = parse();
  if (values.help) return console.log(help);
  await ensureSetup({ log: console.error, python: false });
  // Loaded here: the set-up installs and builds what they need.
  const { exportable, find, nameOf } = await import("./export/names.mjs");
  if (positionals.length === 0) {
    console.log(exportable().map(nameOf).join("\n"));
    console.error("\nnpm run export -- NAME writes one of these as one HTML file; --help says more.");
    return;
  }
  const paths = [...new Set(positionals.map((name) => find(name)))];
  const { exportedPage, makeParts } = await import("./export/page.mjs");
  const parts = await makeParts();
  for (const path of paths) {
    const { html, tables } = exportedPage(path, parts, { allTables: values["all-tables"] });
    const file = join(resolve(here(), values.out), `${nameOf(path).replaceAll("/", "-")}.html`);
    writeWhole(file, html);
    const size = `${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`;
    const inIt = tables.length > 3 ? `${tables.length} tables` : tables.length > 0 ? tables.join(", ") : "no table";
    console.log(`${file}: ${size}, ${inIt}`);
  }
});
