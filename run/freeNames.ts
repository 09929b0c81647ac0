// A function sent by its text leaves behind what stood around it in its cell.

class FreeName extends Error {
  constructor(readonly variable: string) {
    super(variable);
  }
}

/** Stands in place of what a cell's code calls `exports` or `stats_1`: it has the functions given, and names any other. */
export function scope(functions: Readonly<Record<string, unknown>>): object {
  return new Proxy(functions, {
    get(target, name) {
      if (typeof name === "string" && Object.hasOwn(target, name)) return target[name];
      throw new FreeName(String(name));
    },
  });
}

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
  return `the task uses ${list}, which a worker does not have: put a value into the grid, and write a function inside the task or import it from a module`;
}
