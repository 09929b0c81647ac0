// After an update: what commands write is made anew where both the person and the course have changed it, since lines of two
// versions, joined, are not what the command would write. A program of its own, so that it is the updated kit's.
import { pathToFileURL } from "node:url";
import { root } from "../setup/places.mjs";
import { Problem, runCommand } from "../setup/problem.mjs";
import { run } from "../setup/run.mjs";
import { gitIn } from "./git.mjs";
import { identity } from "./identity.mjs";
import { written } from "./lists.mjs";

/** Files written by commands that both have changed in the update at HEAD. @param {import("./git.mjs").Git} git */
export function changedByBoth({ attempt, paths }) {
  const isUpdate = /^Update from /.test(attempt("log", "-1", "--format=%s").out);
  if (!isUpdate || !attempt("rev-parse", "--verify", "-q", "HEAD^2").ok) return [];
  // What each side has changed since they parted.
  const [yours, theirs] = ["HEAD^2...HEAD^1", "HEAD^1...HEAD^2"].map((range) => paths("diff", "--name-only", range));
  return Object.keys(written).filter((path) => yours?.includes(path) && theirs?.includes(path));
}

/** Commits what commands have written. @param {import("./git.mjs").Git} git @returns {string[]} its paths */
export function commitMade({ git, paths }) {
  const made = paths("diff", "--name-only", "HEAD").filter((path) => written[path]?.by);
  if (made.length > 0)
    git("commit", "-q", "-m", "What commands write, made anew after the update", "--only", "--", ...made);
  return made;
}

async function main() {
  const git = gitIn(root, identity(root));
  const by = new Set(changedByBoth(git).map((path) => written[path]?.by));
  if (by.has("tables")) {
    const { writePackage } = await import("../data/package.mjs");
    writePackage("npm run update");
    const { code, output } = await run(process.execPath, ["scripts/build.mjs"]);
    if (code !== 0) throw new Problem(`lib, plot, data or run do not compile with both changes:\n${output}`);
  }
  if (by.has("fidelity")) (await import("../notebooks/fidelity.mjs")).writeFidelity();
  const made = commitMade(git);
  if (made.length > 0) console.log(`Made anew, with your entries and the course's: ${made.join(", ")}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await runCommand(main);
