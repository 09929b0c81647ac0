// Every @example in plot runs and gives the value in its comment: `expression; // => value`, of a promise what it comes to.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import ts from "typescript";
import { describe, expect, it, vi } from "vitest";
import * as plot from "../../plot/index";

const folder = fileURLToPath(new URL("../../plot/", import.meta.url));
const examples = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => {
    const blocks = readFileSync(folder + file, "utf8").matchAll(/@example\n([\s\S]*?)\*\//g);
    return [...blocks].map(([, block = ""], i) => ({
      title: `${file} ${i}`,
      code: block.replace(/^ \* ?/gm, "").trim(),
    }));
  });

describe("examples", () => {
  it("are there for all figure and display functions", () => {
    const text = examples.map(({ code }) => code).join("\n");
    const functions = Object.entries(plot).filter(
      ([name, value]) => typeof value === "function" && /^[a-z]/.test(name),
    );
    const missing = functions.map(([name]) => name).filter((name) => !new RegExp(`\\b${name}\\(`).test(text));
    expect(missing).toEqual([]);
  });
  it.each(examples)("$title", async ({ code }) => {
    const [, body = "", wanted = ""] = /^([\s\S]*?);?\s*\/\/ => (.*)$/.exec(code) ?? [];
    const print = vi.spyOn(console, "log").mockImplementation(() => {});
    const js = ts.transpile(body, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.None });
    const context = { ...plot, console };
    expect(await runInNewContext(js, context)).toEqual(runInNewContext(`(${wanted})`));
    print.mockRestore();
  });
});
