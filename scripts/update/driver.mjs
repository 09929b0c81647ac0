// Git's merge driver for notebooks in this clone: whoever merges (git pull, nbgitpuller, an editor), notebooks are joined cell by
// cell, and where both have changed a cell, both versions stand in it with a note, as after `npm run update`. Called by git as
// `driver.mjs PYTHON %O %A %B %L %P`, with files of the common version, ours and theirs; the result goes into ours.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { serialize } from "../notebooks/format.mjs";
import { mergeOptions } from "../setup/git.mjs";
import { parseNotebook, settleNotebook } from "./conflicts.mjs";

const [python = "", base = "", ours = "", theirs = "", size = "7", path = ""] = process.argv.slice(2);
const [common, mine, other] = [base, ours, theirs].map((file) => readFileSync(file));
const [baseNotebook, yourNotebook, theirNotebook] = [common, mine, other].map((bytes) => parseNotebook(bytes ?? null));

if (baseNotebook && yourNotebook && theirNotebook) {
  const nbdime = ["-I", "-X", "utf8", "-m", "nbdime.vcs.git.mergedriver", "merge", ...mergeOptions];
  const sides = [base, ours, theirs, size, path];
  const { status } = spawnSync(python, [...nbdime, ...sides], { stdio: "ignore", windowsHide: true });
  const open = settleNotebook(ours, { base: baseNotebook, yours: yourNotebook, theirs: theirNotebook });
  if (open === "cells") console.error(`${path}: both versions stand in it, look for "Update:"`);
  if (open !== null || status === 0) {
    // As the clean filter would write it: else it would look changed at once.
    writeFileSync(ours, serialize(JSON.parse(readFileSync(ours, "utf8"))));
    process.exit(0);
  }
}
// Not to be joined: the file stays as it was, and git says that it is in conflict. `npm run update` keeps both in two files.
writeFileSync(ours, mine ?? "");
process.exit(1);
