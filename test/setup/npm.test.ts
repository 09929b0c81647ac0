import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { npmProgram } from "../../scripts/setup/places.mjs";

const module = new URL("../../scripts/setup/npm.mjs", import.meta.url).href;
const script = "node long.mjs";
let folder = "";
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "npm-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts: { start: script } }));
  writeFileSync(
    join(folder, "long.mjs"),
    `import { npmAbove, whenNpmEnds } from ${JSON.stringify(module)};
     import { writeFileSync } from "node:fs";
     whenNpmEnds(() => { writeFileSync("ended", ""); process.exit(0); });
     writeFileSync("above.json", JSON.stringify(npmAbove()));
     setTimeout(() => {}, 30_000);`,
  );
});
afterEach(() => {
  if (child?.pid) {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // all of it has ended
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

async function start(command: string, args: string[], env = {}): Promise<number[]> {
  child = spawn(command, args, { cwd: folder, detached: true, stdio: "ignore", env: { ...process.env, ...env } });
  const file = join(folder, "above.json");
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await sleep(20);
  return JSON.parse(readFileSync(file, "utf8"));
}

describe.skipIf(process.platform === "win32")("whenNpmEnds", () => {
  it("sees that npm alone was killed, though the shell below it lives on", async () => {
    const above = await start(process.execPath, [String(npmProgram()), "start"]);
    expect(above).toContain(child?.pid);
    child?.kill("SIGKILL");
    while (!existsSync(join(folder, "ended"))) await sleep(50);
  });

  it("watches nobody where a shell started the program, even with npm's variables from further up", async () => {
    expect(await start("sh", ["-c", "node ./long.mjs; true"], { npm_lifecycle_script: script })).toEqual([]);
    expect(existsSync(join(folder, "ended"))).toBe(false);
  });
});
