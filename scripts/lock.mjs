// npm run data:lock: takes data/tables as it stands for what is meant. Checks every row against its table.json, then writes
// counts and checksums into datapackage.json, and the types, the README's table and the list of licenses.
import { writePackage } from "./data/package.mjs";
import { tableNames } from "./data/table.mjs";

const changed = writePackage("data:lock");
for (const { name, rows, bytes } of changed) console.log(`${name}: ${rows} rows, ${bytes} bytes`);
console.log(`${tableNames().length} tables, ${changed.length} changed`);
