import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restorePictures } from "../../scripts/notebooks/figures.mjs";
import { canonical, type Json, type Notebook, plotlyType, serialize } from "../../scripts/notebooks/format.mjs";
import { root, venvPython } from "../../scripts/setup/places.mjs";

const figure = { data: [{ y: [0.00001234, 1, 2.5] }], layout: { height: 300 } };
const committedOutput = {
  output_type: "display_data",
  data: { [plotlyType]: figure, "image/svg+xml": "<svg>\n</svg>", "text/plain": "A line rises." },
  metadata: { alt: "A line rises.", figure: "0123456789abcdef" },
};
/** What a run in JupyterLab leaves: no picture of ours, a PNG of its own. */
const rerunOutput = {
  output_type: "display_data",
  data: { [plotlyType]: figure, "image/png": "iVBORw0KGgo=", "text/plain": "A line rises." },
  metadata: { alt: "A line rises." },
};

function notebook(outputs: Json[], changes: Json = {}, metadata: Json = {}): Notebook {
  const source = "show(figure);\u2028\u0085'é'\n// 1e-7";
  const cell = { cell_type: "code", id: "one", metadata: {}, source, execution_count: 1, outputs, ...changes };
  return { cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 };
}

describe("the canonical form", () => {
  it("is, byte for byte, what Python's nbformat writes", () => {
    const text = serialize(notebook([committedOutput], {}, { title: '"a": 1e-7' }));
    const code = "import sys, nbformat\nsys.stdout.write(nbformat.writes(nbformat.reads(sys.stdin.read(), 4)) + '\\n')";
    const { stdout } = spawnSync(venvPython, ["-X", "utf8", "-c", code], { input: text, encoding: "utf8" });
    expect(stdout).toBe(text);
    expect(text).toContain("1.234e-05");
  });

  it("does not change when it is made again", () => {
    const text = serialize(notebook([committedOutput, { output_type: "stream", name: "stdout", text: "a\nb" }]));
    expect(serialize(JSON.parse(text))).toBe(text);
  });

  it("keeps what a terminal would show of a line, however long that is", () => {
    const long = "x".repeat(5e6);
    const text = `0 %\r50 %\r100 %\ndone\r\n${long}\r${long}`;
    const [output] = canonical(notebook([{ output_type: "stream", name: "stdout", text }])).cells[0]?.outputs ?? [];
    expect(output.text).toEqual(["100 %\n", "done\n", long]);
    expect(serialize(notebook([{ output_type: "stream", name: "stdout", text: long }]))).toContain(long);
  });

  it("drops a PNG beside a figure, keeps one that stands alone", () => {
    const lone = { output_type: "display_data", data: { "image/png": "iVBORw0KGgo=" }, metadata: {} };
    const [first, second] = canonical(notebook([rerunOutput, lone])).cells[0]?.outputs ?? [];
    expect(Object.keys(first.data)).toEqual([plotlyType, "text/plain"]);
    expect(second.data).toEqual(lone.data);
  });

  it("forgets what JupyterLab notes about the reader, keeps what the author set", () => {
    const jupyter = { outputs_hidden: true, source_hidden: true };
    const metadata = {
      trusted: true,
      collapsed: false,
      scrolled: true,
      tags: ["exercise"],
      jupyter,
      slideshow: { slide_type: "" },
    };
    const info = { language_info: { name: "typescript", version: "9.9" }, title: "Trial" };
    const { cells, metadata: kept } = canonical(notebook([], { metadata }, info));
    expect(cells[0]?.metadata).toEqual({ tags: ["exercise"], jupyter: { source_hidden: true } });
    expect(kept).toMatchObject({
      title: "Trial",
      kernelspec: { name: "tslab" },
      language_info: { file_extension: ".ts" },
    });
    expect(kept.language_info).not.toHaveProperty("version");
  });

  it("counts cells in their order, whatever order they were run in, and leaves the empty out", () => {
    const cell = notebook([]).cells[0] as Json;
    const counted = {
      ...notebook([]),
      cells: [
        { ...cell, execution_count: 17 },
        { ...cell, source: " " },
        { ...cell, execution_count: 4 },
      ],
    };
    expect(canonical(counted).cells.map((each) => each.execution_count)).toEqual([1, null, 2]);
  });

  it("joins streams and leaves of a rewritten line what a terminal would show", () => {
    const stream = (text: string) => ({ output_type: "stream", name: "stdout", text });
    const outputs = canonical(notebook([stream("10 %\r50"), stream(" %\r100 %\nend\n")])).cells[0]?.outputs;
    expect(outputs).toEqual([{ output_type: "stream", name: "stdout", text: ["100 %\n", "end\n"] }]);
  });

  it("leaves another kernel's notebook its kernel", () => {
    const python = { kernelspec: { name: "python3", display_name: "Python" }, language_info: { name: "python" } };
    expect(canonical(notebook([], {}, python)).metadata).toEqual(python);
  });

  it("changes no input", () => {
    const input = notebook([rerunOutput]);
    const before = structuredClone(input);
    canonical(input);
    expect(input).toEqual(before);
  });
});

describe("pictures", () => {
  it("come back to a figure that was made again, the same", () => {
    const again = notebook([structuredClone(rerunOutput)]);
    restorePictures(again, notebook([committedOutput]));
    expect(serialize(again)).toBe(serialize(notebook([committedOutput])));
  });

  it("do not come back to a figure that changed", () => {
    const changed = structuredClone(rerunOutput);
    changed.data[plotlyType].data = [{ y: [3] }] as never;
    const again = notebook([changed]);
    restorePictures(again, notebook([committedOutput]));
    expect(again.cells[0]?.outputs[0].data).not.toHaveProperty("image/svg+xml");
  });
});

describe("git's clean filter", () => {
  const script = join(root, "scripts", "notebooks", "clean.mjs");
  let folder: string;
  const inFolder = {
    encoding: "utf8" as const,
    get cwd() {
      return folder;
    },
  };
  const clean = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], { ...inFolder, input }).stdout;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "emergence-clean-"));
    writeFileSync(join(folder, "a.ipynb"), serialize(notebook([committedOutput])));
    for (const args of [
      ["init", "-q"],
      ["add", "a.ipynb"],
    ])
      spawnSync("git", args, inFolder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("makes of a run in JupyterLab what stands in git's index", () => {
    const saved = JSON.stringify(notebook([rerunOutput], { execution_count: 12, metadata: { trusted: true } }));
    expect(clean(saved, "a.ipynb")).toBe(serialize(notebook([committedOutput])));
  });

  it("works without a path and for a new file, without pictures", () => {
    for (const args of [[], ["new.ipynb"]])
      expect(clean(JSON.stringify(notebook([rerunOutput])), ...args)).toBe(serialize(notebook([rerunOutput])));
  });

  it.each(["", "<<<<<<< ours\n{", '{"a": 1}', '{"cells": [], "metadata": {}, "nbformat": 3}'])(
    "passes %j through",
    (text) => {
      expect(clean(text, "a.ipynb")).toBe(text);
    },
  );
});
