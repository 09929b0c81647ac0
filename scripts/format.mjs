// `npm run format`: the project's code and the cells of notebooks.
import "./setup/refuseOldNode.mjs";
import { readFileSync } from "node:fs";
import { formatCells } from "./notebooks/cellFormat.mjs";
import { serialize } from "./notebooks/format.mjs";
import { label, notebooksIn } from "./notebooks/select.mjs";
import { runCommand } from "./setup/problem.mjs";
import { writeWhole } from "./whole.mjs";

await runCommand(async () => {
  const names = process.argv.slice(2);
  const paths = [...notebooksIn("notebooks"), ...notebooksIn("solutions")].filter(
    (path) => names.length === 0 || names.some((name) => label(path).includes(name)),
  );
  for (const path of paths) {
    const notebook = JSON.parse(readFileSync(path, "utf8"));
    if (!formatCells(notebook)) continue;
    writeWhole(path, serialize(notebook));
    console.log(`${label(path)}: cells formatted`);
  }
});
