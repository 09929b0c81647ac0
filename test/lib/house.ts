// The library as a house, drawn from its imports: rooms, the floors that they stand on, and the arrows between them.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Files, or rooms, with those that each imports from. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The TypeScript files of a folder with the files that each imports, type imports among them. */
export function imports(folder: string): Map<string, string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && !/^(dist|node_modules)[\\/]/.test(file))
    .map((file) => join(folder, file));
  const resolved = (from: string, name: string) => {
    const target = resolve(dirname(from), name.replace(/\.js$/, ""));
    const found = [`${target}.ts`, join(target, "index.ts")].find((path) => files.includes(path));
    if (found === undefined) throw new Error(`${from} imports ${name}, which is no file`);
    return found;
  };
  return new Map(
    files.map((file) => {
      const names = [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^"';]*? from "(\.[^"]+)"/gm)];
      return [file, names.map(([, name]) => resolved(file, name as string))];
    }),
  );
}

/** The graph of rooms: an arrow for each two rooms of which one has a file that imports a file of the other. */
export function roomsOf(files: Graph, roomOf: (file: string) => string | undefined): Map<string, string[]> {
  const rooms = new Map<string, string[]>();
  for (const [file, targets] of files) {
    const room = roomOf(file);
    if (room === undefined) continue;
    const known = rooms.get(room) ?? [];
    for (const target of targets) {
      const other = roomOf(target);
      if (other !== undefined && other !== room && !known.includes(other)) known.push(other);
    }
    rooms.set(room, known);
  }
  return rooms;
}

/** A circle of imports, if there is one, its first member repeated at the end. */
export function circle(graph: Graph): string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const follow = (node: string): string[] => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return [];
    way.push(node);
    for (const next of graph.get(node) ?? []) {
      const found = follow(next);
      if (found.length > 0) return found;
    }
    way.pop();
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const found = follow(node);
    if (found.length > 0) return found;
  }
  return [];
}

/** The house in numbers. A room without imports stands on the first floor, each other one floor above the highest that it imports from. */
export function measure(graph: Graph): { rooms: number; floors: number; arrows: number } {
  const heights = new Map<string, number>();
  const height = (node: string): number => {
    const known = heights.get(node);
    if (known !== undefined) return known;
    heights.set(node, 0); // ends a circle
    const own = 1 + Math.max(0, ...(graph.get(node) ?? []).map(height));
    heights.set(node, own);
    return own;
  };
  return {
    rooms: graph.size,
    floors: Math.max(0, ...[...graph.keys()].map(height)),
    arrows: [...graph.values()].reduce((sum, targets) => sum + new Set(targets).size, 0),
  };
}
