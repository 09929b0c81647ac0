// How the modules of the library may lean on each other, read from their imports: from the ground floor up, and never in a circle.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";
import { circle, imports, measure, roomsOf } from "./house";

/** Each module with those that it may import from. */
const floors: Readonly<Record<string, readonly string[]>> = {
  core: [],
  stats: ["core"],
  fit: ["core", "stats"],
  metrics: ["core", "stats"],
  forecast: ["core", "stats", "fit"],
  learning: ["core", "stats"],
  measures: ["core", "stats", "fit"],
  definitions: ["core", "stats", "fit", "forecast", "measures"],
  results: ["core", "stats", "fit", "forecast", "measures", "definitions"],
  systems: ["core", "stats", "metrics", "measures"],
};

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

  it("counts rooms, floors and arrows", () => {
    const files = new Map([
      ["hall/a", ["hall/b", "attic/c"]],
      ["hall/b", ["cellar/d"]],
      ["attic/c", ["cellar/d"]],
      ["cellar/d", []],
    ]);
    expect(measure(files)).toEqual({ rooms: 4, floors: 3, arrows: 4 });
    const rooms = roomsOf(files, (file) => file.split("/")[0]);
    expect(Object.fromEntries(rooms)).toEqual({ hall: ["attic", "cellar"], attic: ["cellar"], cellar: [] });
    expect(measure(rooms)).toEqual({ rooms: 3, floors: 3, arrows: 3 });
  });
});

describe.each(["lib", "plot"])("%s", (name) => {
  it("has no circle of imports", () => {
    expect(circle(imports(join(root, name))).map((file) => relative(root, file))).toEqual([]);
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

/** The rooms of lib/fit, from the ground floor up, each with those that it imports from. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  model: [],
  solver: [],
  problem: ["model", "solver"],
  start: ["model", "problem", "solver"],
  uncertainty: ["model", "problem", "solver"],
  result: ["model", "problem", "solver", "uncertainty"],
  "fit.ts": ["model", "problem", "result", "solver", "start"],
  "binomial.ts": ["model", "problem", "result", "start"],
  inference: ["fit.ts", "model", "problem", "result", "solver", "start"],
  "index.ts": ["binomial.ts", "fit.ts", "inference", "model", "problem", "result", "uncertainty"],
};

describe("lib/fit", () => {
  const folder = join(root, "lib", "fit");
  const house = roomsOf(imports(join(root, "lib")), (file) => {
    const [room] = relative(folder, file).split(sep);
    return room === ".." ? undefined : room;
  });

  it("has these rooms with these arrows, and no arrow climbs", () => {
    expect(Object.fromEntries([...house].map(([room, targets]) => [room, [...targets].sort()]))).toEqual(rooms);
    const order = Object.keys(rooms);
    for (const [room, targets] of Object.entries(rooms)) {
      for (const target of targets) expect(order.indexOf(target)).toBeLessThan(order.indexOf(room));
    }
  });
  it("has ten rooms on seven floors", () => {
    expect(measure(house)).toMatchObject({ rooms: 10, floors: 7 });
  });
});
