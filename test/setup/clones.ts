// Files, notebooks and git for tests of updates on real clones.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export function git(cwd: string, ...args: string[]): string {
  const me = ["-c", "user.name=T", "-c", "user.email=t@localhost"];
  const { status, stdout, stderr } = spawnSync("git", [...me, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

export function write(base: string, path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

export const read = (base: string, path: string): string => readFileSync(join(base, path), "utf8");

export const code = (id: string, source: string, output?: string) => ({
  cell_type: "code",
  execution_count: output ? 1 : null,
  id,
  metadata: {},
  outputs: output ? [{ name: "stdout", output_type: "stream", text: [output] }] : [],
  source: source.split(/(?<=\n)/),
});
export const prose = (id: string, source: string) => ({
  cell_type: "markdown",
  id,
  metadata: {},
  source: source.split(/(?<=\n)/),
});

export function notebook(...cells: object[]): string {
  const metadata = { kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" } };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
