import { gitIn } from "./git.mjs";

/** Commits need a name; a person who never told git theirs is not asked for it here. @param {string} root */
export function identity(root) {
  const { attempt } = gitIn(root);
  const known = attempt("config", "user.email").out && attempt("config", "user.name").out;
  return known ? [] : ["-c", "user.name=Me", "-c", "user.email=me@localhost"];
}
