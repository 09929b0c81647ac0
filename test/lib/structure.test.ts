// How the modules of the library may lean on each other, read from their imports: from the ground floor up, and never in a circle.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";

/** Each module with those that it may import from. */
const floors: Readonly<Record<string, readonly string[]>> = {
  core: [],
  stats: ["core"],
  fit: ["core", "stats"],
  metrics: ["core", "stats"],
  forecast: ["core", "stats", "fit"],
  measures: ["core", "stats", "fit"],
  systems: ["core", "stats", "metrics", "measures"],
};

/** The files of a package with the files that each imports, type imports among them. */
function imports(folder: string): Map<string, string[]> {
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

/** A circle of imports, as file names, if there is one. */
function circle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const follow = (file: string): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    way.push(file);
    for (const next of graph.get(file) ?? []) {
      const found = follow(next);
      if (found.length > 0) return found;
    }
    way.pop();
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const found = follow(file);
    if (found.length > 0) return found.map((one) => relative(root, one));
  }
  return [];
}

describe("the check itself", () => {
  it("finds a circle", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b"]],
    ]);
    expect(circle(graph).length).toBe(3);
    expect(
      circle(
        new Map([
          ["a", ["b"]],
          ["b", []],
        ]),
      ),
    ).toEqual([]);
  });
});

describe.each(["lib", "plot"])("%s", (name) => {
  it("has no circle of imports", () => {
    expect(circle(imports(join(root, name)))).toEqual([]);
  });
});

describe("lib", () => {
  const folder = join(root, "lib");
  const moduleOf = (file: string) => relative(folder, file).split(sep)[0] as string;

  it("has the modules that are listed here, and an index that names them", () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !["dist", "node_modules"].includes(entry.name))
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(Object.keys(floors).sort());
    const index = readFileSync(join(folder, "index.ts"), "utf8");
    const { typesVersions } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    expect(Object.keys(typesVersions["*"]).sort()).toEqual(folders);
    for (const module of folders) expect(index).toContain(`export * as ${module} from "./${module}/index";`);
  });

  it.each(Object.entries(floors))("%s imports from %j and from no other module", (module, allowed) => {
    const arrows = [...imports(folder)]
      .filter(([file]) => moduleOf(file) === module)
      .flatMap(([file, targets]) => targets.map((target) => [file, target] as const))
      .filter(([, target]) => moduleOf(target) !== module && !allowed.includes(moduleOf(target)))
      .map(([file, target]) => `${relative(folder, file)} -> ${relative(folder, target)}`);
    expect(arrows).toEqual([]);
  });
});
