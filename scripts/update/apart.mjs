// The merge itself, in a work tree apart: a person's own files are not touched by it, however it ends.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { resolveAll } from "./conflicts.mjs";

/** @typedef {import("./git.mjs").Git} Git */

/**
 * @param {{ root: string, common: string, git: Git, message: string, base: string, yours: string, theirs: string }} merge
 *   common: git's folder of the repository; the last three are commits
 * @returns {{ commit: string, kept: string[] }} kept: what could not be decided, a line a file
 */
export function mergeApart({ root, common, git, message, base, yours, theirs }) {
  const work = join(common, "emergence-update");
  const remove = () => {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    git.attempt("worktree", "prune");
  };
  remove(); // left by an update that was killed
  const apart = git.in(work, "-c", "core.sparseCheckout=false");
  try {
    git.git("-c", "core.sparseCheckout=false", "worktree", "add", "-q", "--detach", work, yours);
    const merged = apart.attempt("merge", "-q", "--no-commit", "--no-ff", theirs);
    if (!apart.attempt("rev-parse", "--verify", "-q", "MERGE_HEAD").ok) throw new Error(merged.error || merged.out);
    const kept = resolveAll({ work, root, git: apart, base, yours, theirs });
    apart.git("commit", "-q", "-m", message);
    return { commit: apart.git("rev-parse", "HEAD"), kept };
  } finally {
    remove();
  }
}
