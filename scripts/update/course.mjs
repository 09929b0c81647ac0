// The course's branch: which remote has it, and what it holds now.
import { networkFailure } from "../setup/network.mjs";
import { diskFailure, Problem } from "../setup/problem.mjs";

/** @typedef {import("./git.mjs").Git} Git */

/** What git says last of all is why. */
const reason = (/** @type {string} */ error) =>
  networkFailure(error) ??
  error
    .split("\n")
    .find((line) => /^(fatal|error|ssh|remote):/i.test(line))
    ?.replace(/^(fatal|error): /i, "") ??
  error.split("\n")[0];

/** A remote's address as it may be shown: without a password. @param {Git} git @param {string} remote */
const address = ({ attempt }, remote) => attempt("remote", "get-url", remote).out.replace(/\/\/[^/@]*@/, "//");

/** What the course held at the last update, whatever its branch is called. */
export const courseRef = "refs/emergence/course";

/** The remote that has the course: upstream where there is one, else origin. @param {Git} clone @param {string} caller the command */
export function remoteOf({ git }, caller) {
  const remotes = git("remote").split("\n");
  const remote = ["upstream", "origin"].find((name) => remotes.includes(name));
  if (remote) return remote;
  throw new Problem(
    `${caller}: this clone does not know where the course is: \`git remote add upstream ADDRESS-OF-THE-COURSE\`, then \`npm run update\`.`,
  );
}

/** @param {Git} clone @returns {{ name: string, ref: string }} the course's branch, fetched */
export function fetchCourse(clone) {
  const { attempt, git } = clone;
  const remote = remoteOf(clone, "npm run update");
  const unreachable = (/** @type {string} */ error) => {
    const full = diskFailure(error);
    if (full) return new Problem(`npm run update: ${full} Nothing was changed.`);
    if (/Authentication failed|could not read (Username|Password)|Permission denied \(publickey/.test(error))
      return new Problem(
        `npm run update: ${remote} (${address(clone, remote)}) asks who you are: \`git fetch ${remote}\` lets you say it (a name and a token, or a key of ssh), then update again; nothing was changed.`,
      );
    return new Problem(
      `npm run update: ${remote} (${address(clone, remote)}) could not be reached (${reason(error)}): check the network and update again; nothing was changed.`,
    );
  };
  const head = attempt("ls-remote", "--symref", remote, "HEAD");
  if (!head.ok) throw unreachable(head.error);
  const branch = /^ref: refs\/heads\/(\S+)/.exec(head.out)?.[1] ?? "main";
  // Without the common history there is nothing to merge against.
  const depth = git("rev-parse", "--is-shallow-repository") === "true" ? ["--unshallow"] : [];
  const fetched = attempt("fetch", "-q", ...depth, remote, `refs/heads/${branch}`);
  if (/couldn't find remote ref/.test(fetched.error))
    throw new Problem(
      `npm run update: ${remote} (${address(clone, remote)}) has no branch ${branch}: is this the address of the course? \`git remote set-url ${remote} ADDRESS-OF-THE-COURSE\` sets another; nothing was changed.`,
    );
  if (!fetched.ok) throw unreachable(fetched.error);
  const ref = git("rev-parse", "FETCH_HEAD");
  git("update-ref", courseRef, ref);
  return { name: `${remote}/${branch}`, ref };
}
