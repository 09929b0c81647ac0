// The imitation of Node that a page's kernel stands on, against Node itself.
import { createHash } from "node:crypto";
import fs, { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createRequire, SourceMap as NodeSourceMap } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:util";
import fc from "fast-check";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";
import { cryptography } from "../../site/node/crypto.js";
import { Files, mount } from "../../site/node/files.js";
import { fs as pageFs } from "../../site/node/fs.js";
import { fromExports, resolveFrom } from "../../site/node/resolve.js";
import { SourceMap } from "../../site/node/sourceMap.js";
import { StringDecoder } from "../../site/node/stringDecoder.js";
import { util } from "../../site/node/util.js";

const pack = (files: Record<string, string>, links: Record<string, string> = {}) =>
  mount(new Files({ files, remote: {}, links }, "http://localhost/"));

describe("require", () => {
  const exports = {
    ".": { types: "./a.d.ts", node: "./a.js", import: "./esm/a.js" },
    "./package.json": "./package.json",
    "./*": { types: "./*.d.ts", import: "./esm/*.js", require: "./dist/*/index.js" },
  };
  it.each([
    [".", "./a.js"],
    ["./package.json", "./package.json"],
    ["./fit", "./dist/fit/index.js"],
    ["./fit/deep", "./dist/fit/deep/index.js"],
  ])("takes the path that package.json exports for %s", (subpath, path) => {
    expect(fromExports(exports, subpath)).toBe(path);
  });

  it("finds files, folders, packages on the way up, and links", () => {
    pack(
      {
        "/kit/notebooks/mine/a.cjs": "",
        "/kit/lib/package.json": JSON.stringify({ exports: { "./*": "./dist/*/index.js" } }),
        "/kit/lib/dist/fit/index.js": "",
        "/kit/node_modules/old/package.json": JSON.stringify({ main: "main" }),
        "/kit/node_modules/old/main.js": "",
      },
      { "/kit/node_modules/@emergence/lib": "/kit/lib" },
    );
    const from = (request: string) => resolveFrom(request, "/kit/notebooks/mine");
    expect(from("./a")).toBe("/kit/notebooks/mine/a.cjs");
    expect(from("../../lib/dist/fit")).toBe("/kit/lib/dist/fit/index.js");
    expect(from("@emergence/lib/fit")).toBe("/kit/lib/dist/fit/index.js");
    expect(from("old")).toBe("/kit/node_modules/old/main.js");
    expect(() => from("none")).toThrow("Cannot find module 'none'");
    expect(() => from("@emergence/lib")).toThrow("Cannot find module '@emergence/lib'");
  });

  it.each(["lib/fit", "lib/measures", "plot", "data", "run"])("finds @emergence/%s where Node finds it", (name) => {
    const [workspace = ""] = name.split("/");
    const path = realpathSync(createRequire(join(root, "notebooks", "cell.js")).resolve(`@emergence/${name}`));
    const inKit = path.slice(root.length).replaceAll("\\", "/");
    const manifest = fs.readFileSync(join(root, workspace, "package.json"), "utf8");
    pack(
      { [`/kit/${workspace}/package.json`]: manifest, [`/kit${inKit}`]: "" },
      { [`/kit/node_modules/@emergence/${workspace}`]: `/kit/${workspace}` },
    );
    expect(resolveFrom(`@emergence/${name}`, "/kit/notebooks")).toBe(`/kit${inKit}`);
  });
});

describe("files", () => {
  const folder = mkdtempSync(join(tmpdir(), "emergence-files-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What a call gives, or the code of its error. */
  function outcome(work: () => unknown): unknown {
    try {
      return work() ?? null;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }

  it("are written, read, listed and removed as in Node, with the same errors", () => {
    pack({ "/start": "" });
    const story = (at: string, disk: typeof pageFs) => {
      const path = (name: string) => `${at}/${name}`;
      return [
        () => disk.writeFileSync(path("none/a"), "x"),
        () => void disk.mkdirSync(path("a/b"), { recursive: true }),
        () => disk.mkdirSync(path("a")),
        () => disk.mkdirSync(path("c/d")),
        () => disk.writeFileSync(path("a/b/c.txt"), "grün"),
        () => disk.writeFileSync(path("a/b/c.txt"), "x", { flag: "wx" }),
        () => disk.appendFileSync(path("a/b/c.txt"), "er"),
        () => disk.readFileSync(path("a/b/c.txt"), "utf8"),
        () => [...(disk.readFileSync(path("a/b/c.txt")) as Uint8Array)],
        () => disk.readFileSync(path("a/b")),
        () => disk.readFileSync(path("a/none")),
        () =>
          (disk.readdirSync(path("a"), { recursive: true }) as string[])
            .map((name) => name.replaceAll("\\", "/"))
            .sort(),
        () => disk.readdirSync(path("a/b/c.txt")),
        () => disk.rmdirSync(path("a")),
        () => disk.renameSync(path("a/b/c.txt"), path("a/d.txt")),
        () => [disk.existsSync(path("a/b/c.txt")), disk.existsSync(path("a/d.txt")), disk.existsSync(path("a"))],
        () => disk.statSync(path("a/d.txt"))?.size,
        () => disk.statSync(path("none"), { throwIfNoEntry: false }),
        () => disk.rmSync(path("none")),
        () => disk.rmSync(path("a"), { recursive: true, force: true }),
        () => disk.existsSync(path("a/d.txt")),
      ].map(outcome);
    };
    pageFs.mkdirSync("/work", { recursive: true });
    expect(story("/work", pageFs)).toEqual(story(folder, fs as unknown as typeof pageFs));
  });
});

describe("parts of Node", () => {
  it("hash as Node does", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (parts) => {
        const [ours, theirs] = [cryptography.createHash("sha256"), createHash("sha256")];
        for (const part of parts) {
          ours.update(part);
          theirs.update(part);
        }
        expect(ours.digest("hex")).toBe(theirs.digest("hex"));
      }),
    );
    expect(() => cryptography.createHash("md5")).toThrow('createHash: got md5, needs "sha256"');
  });

  it("make a UUID where the browser makes none", () => {
    expect(cryptography.randomUUID()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("find the same place in a source map, anywhere in a program", () => {
    const text =
      "interface A { b: number }\nconst f = (a: A) => {\n\n  const { b } = a;\n  return b as number;\n};\n\nf({ b: 1 });\n";
    const { outputText, sourceMapText = "" } = ts.transpileModule(text, {
      compilerOptions: { sourceMap: true, target: ts.ScriptTarget.ES2015 },
    });
    const [ours, theirs] = [new SourceMap(sourceMapText), new NodeSourceMap(JSON.parse(sourceMapText))];
    outputText.split("\n").forEach((line, row) => {
      for (let column = 0; column <= line.length; column++) {
        const entry = theirs.findEntry(row, column);
        const { originalLine, originalColumn } = "originalLine" in entry ? entry : {};
        expect(ours.findEntry(row, column)).toEqual(originalLine === undefined ? {} : { originalLine, originalColumn });
      }
    });
  });

  it("put characters together that come in pieces", () => {
    const bytes = new TextEncoder().encode("grün 😀");
    const decoder = new StringDecoder();
    expect([...bytes].map((byte) => decoder.write(Uint8Array.of(byte))).join("") + decoder.end()).toBe("grün 😀");
  });

  it("print values as Node does", () => {
    class Point {
      constructor(
        readonly x: number,
        readonly y = [1, 2],
      ) {}
    }
    const values = [
      1.5,
      -0,
      "a",
      [1, null, 3],
      { a: { b: { c: { d: 1 } } } },
      new Map([["k", new Set([1])]]),
      new Point(1),
    ];
    for (const value of [...values, Float64Array.of(1, 2), null, undefined, Symbol("s"), () => 1, 10n, new Date(0)])
      expect(util.format("%O %s", value, value), String(value)).toBe(format("%O %s", value, value));
  });
});
