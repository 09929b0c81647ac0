// Whether a clone is in a state from which an update can begin, and if not, the commands that lead there.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cloneProblem } from "../setup/git.mjs";
import { Problem } from "../setup/problem.mjs";

/** @typedef {import("./git.mjs").Git} Git */

const add = "`git add -A`, then ";
/** What git can be in the middle of: the file that shows it, how to end it, how to go back to before it. */
const underWay = [
  { file: "MERGE_HEAD", what: "a merge", finish: `${add}\`git commit --no-edit\``, back: "git merge --abort" },
  { file: "rebase-merge", what: "a rebase", finish: `${add}\`git rebase --continue\``, back: "git rebase --abort" },
  { file: "rebase-apply/applying", what: "`git am`", finish: `${add}\`git am --continue\``, back: "git am --abort" },
  { file: "rebase-apply", what: "a rebase", finish: `${add}\`git rebase --continue\``, back: "git rebase --abort" },
  {
    file: "CHERRY_PICK_HEAD",
    what: "a cherry-pick",
    finish: `${add}\`git cherry-pick --continue\``,
    back: "git cherry-pick --abort",
  },
  { file: "REVERT_HEAD", what: "a revert", finish: `${add}\`git revert --continue\``, back: "git revert --abort" },
];

/** @param {string} folder of git @param {Git} git */
function checkUnderWay(folder, { paths }) {
  if (existsSync(join(folder, "BISECT_LOG")))
    throw new Problem(
      "npm run update: a `git bisect` is under way: end it with `git bisect reset`, then update again.",
    );
  const found = underWay.find(({ file }) => existsSync(join(folder, file)));
  if (!found) return;
  const { what, finish, back } = found;
  const open = paths("diff", "--name-only", "--diff-filter=U");
  const files = open.length > 0 ? ` (${open.length} in conflict: ${open.slice(0, 3).join(", ")})` : "";
  throw new Problem(
    `npm run update: ${what} is under way${files}; nothing was changed. ` +
      `To go back to before it: \`${back}\` (what you have edited in these files since it began is dropped). ` +
      `To keep what stands there now: ${finish}. Then update again, which merges notebooks cell by cell.`,
  );
}

/** Git writes under a lock file; a git that was killed leaves it, and every later one refuses. @param {string} folder */
export async function waitForIndex(folder, looks = 20) {
  const file = join(folder, "index.lock");
  for (let look = 0; existsSync(file); look++) {
    if (look === looks)
      throw new Problem(
        `npm run update: another git command works in this clone, or one was killed. Close what may run git (an editor, another window); if the message stays, delete the file ${file} and update again. Nothing was changed.`,
      );
    await sleep(200);
  }
}

/**
 * @param {string} root
 * @param {Git} git
 * @returns {{ branch: string, folder: string, common: string }} the branch that the person is on, git's folder of
 *   this work tree and that of the repository
 */
export function checkState(root, git) {
  const problem = cloneProblem(root);
  if (problem) throw new Problem(`npm run update: ${problem.what}: ${problem.fix}, then update again.`);
  const folder = git.git("rev-parse", "--absolute-git-dir");
  checkUnderWay(folder, git);
  if (!git.attempt("rev-parse", "--verify", "-q", "HEAD").ok)
    throw new Problem(
      "npm run update: this clone has no commit yet: `git add -A`, then `git commit -m start`, then update again.",
    );
  const branch = git.attempt("symbolic-ref", "-q", "HEAD");
  if (!branch.ok)
    throw new Problem(
      "npm run update: you are on no branch (git calls it a detached HEAD), where commits are easily lost. Give what you have a branch of its own, `git switch -c my-work`, then update again; nothing was changed.",
    );
  const common = resolve(root, git.git("rev-parse", "--git-common-dir"));
  return { branch: branch.out.replace("refs/heads/", ""), folder, common };
}
