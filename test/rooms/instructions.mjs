// The instructions of a Dockerfile, in order: comments away, lines that end in a backslash joined.

/** @param {string} text @returns {{ name: string, value: string }[]} */
export function instructions(text) {
  return text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({
      name: line.split(/\s+/)[0] ?? "",
      value: line
        .replace(/^\S+\s+/, "")
        .replace(/\s+/g, " ")
        .trim(),
    }));
}
