// A function sent by its text leaves behind what stood around it in its cell.

class FreeName extends Error {
  constructor(readonly variable: string) {
    super(variable);
  }
}

/** What stands in place of a cell's `exports`: a name of an earlier cell is a property of it. */
export const unavailable: object = new Proxy(
  {},
  {
    get(_target, name) {
      throw new FreeName(String(name));
    },
  },
);

/** The names that the error says are missing, in a sentence; undefined where it says something else. */
export function missingNames(error: unknown, text: string): string | undefined {
  let names: string[] = [];
  if (error instanceof FreeName) names = [error.variable];
  else if (error instanceof ReferenceError) {
    const [, name = ""] = /^(\S+) is not defined$/.exec(error.message) ?? [];
    // `import { random } from "…/stats"` in the same cell is compiled to stats_1.random.
    const imported = /^\w+_\d+$/.test(name) ? [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))] : [];
    names = imported.length > 0 ? [...new Set(imported.map(([, property = ""]) => property))] : [name];
  }
  if (names.length === 0 || names[0] === "") return undefined;
  const list = names.map((name) => `\`${name}\``).join(", ");
  return `the task uses ${list}, which a worker does not have: put a value into the grid, and get a function inside the task by \`require("@emergence/lib/…")\``;
}
