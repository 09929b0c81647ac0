// A person who saves, and an update that is killed or fails, at every moment of its last step.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root as kit } from "../../scripts/setup/places.mjs";
import { gitIn } from "../../scripts/update/git.mjs";
import { finishInterrupted, putInPlace } from "../../scripts/update/unfinished.mjs";
import { git, read, write } from "./clones.js";

const changed = "notes/changed.txt";
const added = "new/added.txt";
const removed = "gone/removed.txt";
const before = { [changed]: "first\n", [removed]: "first\n", "same.txt": "first\n" };
const after = { [changed]: "second\n", [added]: "second\n", "same.txt": "first\n" };
/** As putInPlace tells them; "nothing" for a step that ends as it should. */
const moments = [
  "prepared",
  "marked",
  ...[`removed ${removed}`],
  ...[added, changed].flatMap((path) => [`moved ${path}`, `placed ${path}`]),
  "joined",
  "settled",
];

let folder = "";
let root = "";
let step = { from: "", to: "" };
const clone = () => ({ root, folder: join(root, ".git"), git: gitIn(root) });
const head = () => git(root, "rev-parse", "HEAD").trim();
const status = () => git(root, "status", "--porcelain", "-uall");

/** All files of the person's folder with their texts. */
function texts(path = ""): Record<string, string> {
  const found = readdirSync(join(root, path), { withFileTypes: true }).flatMap((each) => {
    const name = path === "" ? each.name : `${path}/${each.name}`;
    if (each.name === ".git") return [];
    return each.isDirectory() ? Object.entries(texts(name)) : [[name, read(root, name)]];
  });
  return Object.fromEntries(found);
}

const save = {
  "in the file": (path: string, text: string) => write(root, path, text),
  "by a new file of the name": (path: string, text: string) => {
    write(root, "temporary", text);
    write(root, path, ""); // its folder may have gone
    renameSync(join(root, "temporary"), join(root, path));
  },
};

function commit(files: Record<string, string>): string {
  git(root, "rm", "-rqf", "--ignore-unmatch", ".");
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "A state");
  return head();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "place-"));
  root = join(folder, "clone");
  git(folder, "init", "-q", "-b", "main", "clone");
  const from = commit(before);
  step = { from, to: commit(after) };
  git(root, "reset", "-q", "--hard", from);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the last step of an update", () => {
  it("puts files in place, takes others away, and tells its moments", () => {
    const told: string[] = [];
    expect(putInPlace(clone(), step, (moment) => told.push(moment))).toEqual({ saved: [] });
    expect(told).toEqual(moments);
    expect([texts(), head(), status()]).toEqual([after, step.to, ""]);
  });

  it.each(Object.keys(save).flatMap((how) => moments.map((moment) => [how, moment] as const)))(
    "loses nothing that is saved %s at the moment '%s'",
    async (how, moment) => {
      for (const path of [changed, added, removed]) {
        git(root, "reset", "-q", "--hard", step.from);
        git(root, "clean", "-qfd");
        let isSaved = false;
        const { saved } = putInPlace(clone(), step, (now) => {
          if (now !== moment || isSaved) return;
          isSaved = true;
          save[how as keyof typeof save](path, "mine\n");
        });
        const again = await finishInterrupted(clone());
        const found = texts();
        const [name] = Object.entries(found).find(([, text]) => text === "mine\n") ?? [];
        expect(name, path).toBeDefined();
        const said = [...saved, ...again.saved].join("\n");
        // What was saved after its turn stands where it was saved, an open change; what was saved before stands beside.
        if (name === path) expect(said).toBe("");
        else
          expect(said).toContain(
            `${path}: it was saved while the update put its files in place; what was saved is kept as ${name}`,
          );
        if (name !== path && path !== removed) expect(found[path]).toBe("second\n");
        expect(head()).toBe(step.to);
      }
    },
  );

  it.skipIf(process.platform === "win32")("knows links, modes, submodules, and folders where files were", async () => {
    const from = commit({ "run.sh": "echo\n", "folder/a.txt": "1\n", file: "1\n" });
    commit({ folder: "now a file\n", "file/a.txt": "in a folder\n" });
    write(root, "run.sh", "echo\n");
    chmodSync(join(root, "run.sh"), 0o755);
    symlinkSync("run.sh", join(root, "link"));
    git(root, "add", "-A");
    git(root, "update-index", "--add", "--cacheinfo", `160000,${from},module`);
    git(root, "commit", "-q", "-m", "Other kinds");
    const to = head();
    for (const kill of [false, true]) {
      git(root, "reset", "-q", "--hard", from);
      rmSync(join(root, "module"), { recursive: true, force: true });
      // A step of which nothing is done yet but its mark.
      if (kill) write(root, ".git/emergence-update.json", JSON.stringify({ from, to }));
      else expect(putInPlace(clone(), { from, to })).toEqual({ saved: [] });
      expect(await finishInterrupted(clone())).toEqual({ isFinished: kill, saved: [] });
      expect([status(), head()]).toEqual(["", to]);
      expect(readlinkSync(join(root, "link"))).toBe("run.sh");
      expect(readdirSync(join(root, "module"))).toEqual([]);
    }
  });

  it("looks once more at the next update at a file that an editor had held open", async () => {
    const open = openSync(join(root, changed), "r+");
    putInPlace(clone(), step);
    writeSync(open, "mine!\n");
    closeSync(open);
    expect(read(root, changed)).toBe("second\n");
    expect((await finishInterrupted(clone())).saved.join()).toContain(`kept as ${changed}.mine`);
    expect(read(root, `${changed}.mine`)).toBe("mine!\n");
    expect((await finishInterrupted(clone())).saved).toEqual([]);
  });

  it.each(moments.slice(0, -2))("takes all back where it fails at the moment '%s', with what was saved", (moment) => {
    const fail = (now: string) => {
      if (now === moment) throw new Error("refused");
    };
    expect(putInPlace(clone(), step, fail)).toEqual({ failure: { why: "refused", isBack: true }, saved: [] });
    expect([texts(), head(), status()]).toEqual([before, step.from, ""]);
    const { saved } = putInPlace(clone(), step, (now) => {
      if (now === moment) save["in the file"](changed, "mine\n");
      fail(now);
    });
    const [name] = Object.entries(texts()).find(([, text]) => text === "mine\n") ?? [];
    expect(name).toBeDefined();
    if (name !== changed) expect(saved.join()).toContain(`kept as ${name}`);
    expect(head()).toBe(step.from);
  });

  it("takes all back where the person commits meanwhile", () => {
    const { failure } = putInPlace(clone(), step, (moment) => {
      if (moment === "marked") git(root, "commit", "-q", "--allow-empty", "-m", "Mine");
    });
    expect(failure?.isBack).toBe(true);
    expect([texts(), git(root, "log", "-1", "--format=%s").trim()]).toEqual([before, "Mine"]);
  });

  it.each(moments)(
    "is finished by the next update where it is killed at the moment '%s' as the person saves",
    async (moment) => {
      const url = (path: string) => JSON.stringify(pathToFileURL(join(kit, path)));
      for (const path of ["", changed, added, removed]) {
        git(root, "reset", "-q", "--hard", step.from);
        git(root, "clean", "-qfd");
        const program = `
import { writeFileSync, mkdirSync } from "node:fs";
import { gitIn } from ${url("scripts/update/git.mjs")};
import { putInPlace } from ${url("scripts/update/unfinished.mjs")};
const clone = { ...${JSON.stringify({ root, folder: join(root, ".git") })}, git: gitIn(${JSON.stringify(root)}) };
putInPlace(clone, ${JSON.stringify(step)}, (now) => {
  if (now !== ${JSON.stringify(moment)}) return;
  const path = ${JSON.stringify(path)};
  if (path) { mkdirSync(path.split("/")[0], { recursive: true }); writeFileSync(path, "mine\\n"); }
  process.kill(process.pid, "SIGKILL");
});`;
        const { signal } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { cwd: root });
        expect(signal).toBe("SIGKILL");
        const { isFinished } = await finishInterrupted(clone());
        expect(isFinished).toBe(moment !== "prepared"); // nothing had begun
        expect(head()).toBe(isFinished ? step.to : step.from);
        if (path === "") expect([texts(), status()]).toEqual([isFinished ? after : before, ""]);
        else expect(Object.values(texts())).toContain("mine\n");
        expect(await finishInterrupted(clone())).toEqual({ isFinished: false, saved: [] });
      }
    },
  );
});
