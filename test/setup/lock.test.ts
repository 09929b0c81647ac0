import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "../../scripts/setup/lock.mjs";

const module = new URL("../../scripts/setup/lock.mjs", import.meta.url).href;
let folder = "";
const file = () => join(folder, "setup.lock");
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that takes the lock and does some work under it. */
function other(work: string): ChildProcess {
  const code = `import { withLock } from ${JSON.stringify(module)};
    import { appendFileSync, writeFileSync } from "node:fs";
    import { setTimeout as sleep } from "node:timers/promises";
    const folder = ${JSON.stringify(folder)};
    await withLock(folder + "/setup.lock", async () => { ${work} }, () => {});`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "inherit" });
  children.push(child);
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.on("exit", () => resolve());
  });

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

describe("withLock", () => {
  it("lets one set-up wait for another, and says so once", async () => {
    const order: string[] = [];
    const said: string[] = [];
    const first = withLock(
      file(),
      async () => {
        order.push("first begins");
        await sleep(700);
        order.push("first ends");
      },
      () => {},
    );
    const second = withLock(
      file(),
      async () => void order.push("second"),
      (pid) => said.push(pid),
    );
    await Promise.all([first, second]);
    expect(order).toEqual(["first begins", "first ends", "second"]);
    expect(said).toEqual([String(process.pid)]);
    expect(existsSync(file())).toBe(false);
  });

  it("is given back where the work fails", async () => {
    await expect(
      withLock(
        file(),
        () => Promise.reject(new Error("no")),
        () => {},
      ),
    ).rejects.toThrow("no");
    expect(existsSync(file())).toBe(false);
  });

  it("says what is in the way where a folder has its name", async () => {
    mkdirSync(file());
    const work = withLock(
      file(),
      async () => {},
      () => {},
    );
    await expect(work).rejects.toMatchObject({ code: "EISDIR", path: file() });
  });

  it("takes over from a process that was killed", async () => {
    const holder = other(`writeFileSync(folder + "/held", ""); await sleep(1e6);`);
    await until(() => existsSync(join(folder, "held")));
    holder.kill("SIGKILL");
    await ended(holder);
    expect(existsSync(file())).toBe(true);
    const done = await withLock(
      file(),
      async () => "done",
      () => {},
    );
    expect(done).toBe("done");
  });

  it("takes over where another process has the dead one's number by now", async () => {
    const born = JSON.parse(await signatureOf());
    writeFileSync(file(), JSON.stringify({ ...born, born: `${born.born}0` }));
    const done = await withLock(
      file(),
      async () => "done",
      () => {},
    );
    expect(done).toBe("done");
  });

  it("stays with a holder that is busy in one call, however old its file looks", async () => {
    const holder = other(
      `writeFileSync(folder + "/held", ""); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
       writeFileSync(folder + "/end", "");`,
    );
    await until(() => existsSync(join(folder, "held")));
    utimesSync(file(), 0, 0);
    const ours = await withLock(
      file(),
      async () => existsSync(join(folder, "end")),
      () => {},
    );
    expect(ours).toBe(true);
    await ended(holder);
  });

  it("has one holder at a time, where several find a dead one's lock at once", async () => {
    writeFileSync(
      file(),
      (await signatureOf()).replace(/"pid":\d+/, '"pid":1').replace(/"born":"\d+"/, '"born":"none"'),
    );
    const work = `appendFileSync(folder + "/log", "begin\\n"); await sleep(20); appendFileSync(folder + "/log", "end\\n");`;
    await Promise.all(Array.from({ length: 5 }, () => ended(other(work))));
    expect(readFileSync(join(folder, "log"), "utf8")).toBe("begin\nend\n".repeat(5));
  });
});

/** What this process writes into a lock. */
async function signatureOf(): Promise<string> {
  const probe = join(folder, "probe.lock");
  return withLock(
    probe,
    async () => readFileSync(probe, "utf8"),
    () => {},
  );
}
