// npm run import -- FOLDER: reads the publishers' files in FOLDER, writes data/tables/*/*.csv and all that `npm run
// data:lock` writes. A table whose source is absent stays as it is.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { importRows } from "./data/importers.mjs";
import { writePackage } from "./data/package.mjs";
import { here } from "./setup/here.mjs";

const [given] = process.argv.slice(2);
const raw = resolve(here(), given ?? "");
if (!given || !existsSync(raw)) {
  console.error(
    `import: needs the folder of the publishers' files, got ${given ? raw : "nothing"}: npm run import -- FOLDER`,
  );
  process.exit(1);
}

const { files, absent } = await importRows(raw);
for (const { source, table } of absent) console.log(`${source} is absent: ${table} stays as it is`);
const changed = writePackage("import", files);
for (const { name, rows, bytes } of changed) console.log(`${name}: ${rows} rows, ${bytes} bytes`);
console.log(`${files.size} tables read, ${changed.length} changed`);
