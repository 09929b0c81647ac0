// What students get: judges sealed with all names that they read, no way to a solution, exercises open.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { handedOut } from "../../scripts/handOut/notebook.mjs";
import { handedReadme } from "../../scripts/handOut/readme.mjs";
import { judgeOf, namesOf, sealCell } from "../../scripts/handOut/seal.mjs";
import { staysWithTeacher, writeHandOut } from "../../scripts/handOut/write.mjs";
import { joined } from "../../scripts/notebooks/format.mjs";
import { label, notebooksIn } from "../../scripts/notebooks/select.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { codeCells, compileAll, type Program, read, typeErrors } from "./cells.js";

describe("a sealed cell", () => {
  const known = new Set(["most", "models", "max"]);
  const cell = `const best = "";
exercise("1 ★☆☆ which", best, (name) => {
  const most: number = max(models, ({ score }) => score)!;
  return models.find((one) => one.score === most)!.name === name || "Look at the highest.";
});`;

  it("keeps the line of the answer, and shows nothing of the judge", () => {
    const [first, call] = sealCell(cell, known).split("\n");
    expect(first).toBe('const best = "";');
    expect(call).toMatch(
      /^exercise\("1 ★☆☆ which", best, sealed\("[\w+/=]+", \{ max: max, models: models, most: most \}\)\);$/,
    );
  });
  it("leaves a cell without an exercise as it is", () => {
    expect(sealCell("const a = 1;", known)).toBe("const a = 1;");
  });
  it("knows the names that a cell declares, and no types", () => {
    const source =
      'import d, { type A, b as c } from "x";\nimport type { E } from "y";\nconst { f: [g], ...h } = d;\nfunction i() {}';
    expect(namesOf(source)).toEqual(["d", "c", "g", "h", "i"]);
  });
});

const paths = notebooksIn("notebooks");
const given = paths.map((path) => handedOut(read(path)));

describe("all notebooks handed out", () => {
  /** Each judge as a function of the names that it reads: what it does not find is missing in its scope. */
  const judges = new Map<string, string>(
    paths.flatMap((path) => {
      const known = new Set<string>();
      return read(path).cells.flatMap((cell) => {
        const source = joined(cell.source);
        if (cell.cell_type !== "code") return [];
        for (const name of namesOf(source)) known.add(name);
        const judge = judgeOf(source, known);
        if (judge === undefined) return [];
        return [
          [
            `/${label(path)}-${cell.id}.js`,
            `export const judge = (${judge.reads.join()}) => (${judge.text});`,
          ] as const,
        ];
      });
    }),
  );

  it("have judges that find every name they read", () => {
    const options = { allowJs: true, checkJs: true, noEmit: true, types: [], lib: ["lib.es2022.d.ts"], strict: false };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (path) => judges.has(path) || fileExists(path);
    host.getSourceFile = (path, language) => {
      const text = judges.get(path);
      return text === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, text, language);
    };
    const program = ts.createProgram([...judges.keys()], options, host);
    const missing = ts
      .getPreEmitDiagnostics(program)
      .filter(({ code }) => [2304, 2552, 2580, 2584, 2591].includes(code))
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
    expect(judges.size).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it("lead nobody to a solution, and have no judge to be read", () => {
    for (const [i, { cells }] of given.entries()) {
      const text = cells.map(({ source }) => joined(source)).join("\n");
      expect(text, paths[i]).not.toMatch(/solutions\//);
      expect(text, paths[i]).not.toMatch(/^exercise\((?!.*, sealed\()/m);
    }
  });
});

describe("handed-out cells", { tags: ["slow"] }, () => {
  const programs = compileAll(given.map((notebook, i) => codeCells(notebook, paths[i] as string)));
  it.each(paths.map((path, i) => [label(path), programs[i] as Program] as const))("%s compiles", (_, program) => {
    expect(typeErrors(program)).toEqual([]);
  });
});

describe("the README", () => {
  it("loses what leads to a page that stays with the teacher, and rows of notebooks that are not given", () => {
    const text = `# A

See [the guide](docs/guide.md), and [no page](gone.md).

- **Read.** [00](notebooks/00.ipynb)
  and [the table](data/table.csv#top).
- **Teach.** [For teachers](docs/teaching/README.md): all
  that is needed.
- [elsewhere](https://example.org)

| notebook | |
| --- | --- |
| [00](notebooks/00.ipynb) | first |
| [01](notebooks/01.ipynb) | second |
| 00 | [a](notebooks/closer/00-a.ipynb), [b](notebooks/closer/00-b.ipynb) |
`;
    const given = new Set(["docs/guide.md", "notebooks/00.ipynb", "data/table.csv", "notebooks/closer/00-b.ipynb"]);
    const lines = text.split("\n");
    const without = ["- **Teach.**", "  that is needed.", "| [01]"];
    const left = lines.filter((line) => !without.some((begin) => line.startsWith(begin)));
    expect(handedReadme(text, given)).toBe(left.join("\n"));
  });

  it("of the course leads a student nowhere else", () => {
    const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }).split("\n");
    const given = new Set(tracked.filter((path) => !staysWithTeacher(path)));
    const readme = handedReadme(readFileSync(join(root, "README.md"), "utf8"), given);
    expect(readme).not.toMatch(/\]\((solutions|docs\/teaching)/);
    expect(readme).toContain("| [15-what-we-mean]");
    expect(readme.length).toBeGreaterThan(5_000);
  });
});

it("a fork's first page on GitHub is given, and what GitHub does on a push is not", () => {
  expect([".github/README.md", ".github/workflows/check.yml"].filter(staysWithTeacher)).toEqual([
    ".github/workflows/check.yml",
  ]);
});

describe("the folder", { tags: ["slow"] }, () => {
  it("holds no solution, takes away what is handed out no longer, and touches nothing else", () => {
    const folder = mkdtempSync(join(tmpdir(), "emergence-hand-out-"));
    try {
      const all = writeHandOut({ folder, names: ["00", "09"] });
      const at = (...path: string[]) => existsSync(join(folder, ...path));
      expect([at("solutions"), at("notebooks", "09-the-mirage.ipynb"), at("package.json")]).toEqual([
        false,
        true,
        true,
      ]);
      writeFileSync(join(folder, "notebooks", "own.ipynb"), "{}");
      const one = writeHandOut({ folder, names: ["00"] });
      expect([at("notebooks", "09-the-mirage.ipynb"), at("notebooks", "own.ipynb")]).toEqual([false, true]);
      expect(one.removed).toBe(all.notebooks - one.notebooks);
      rmSync(join(folder, ".hand-out"));
      expect(() => writeHandOut({ folder })).toThrow(/no hand-out has written/);
      expect(readFileSync(join(folder, "package.json"), "utf8")).toContain("emergence");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
