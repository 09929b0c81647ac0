import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publicAddress } from "../../scripts/bundle/course.mjs";
import { wantedSpecs } from "../../scripts/bundle/npm.mjs";
import { platformsOf, pythonsOf } from "../../scripts/bundle/targets.mjs";
import { wantedWheels } from "../../scripts/bundle/wheels.mjs";
import { checksums, writeBundle } from "../../scripts/bundle/write.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { git } from "../setup/clones.js";

const platform = (name: string) => platformsOf([name])[0] as ReturnType<typeof platformsOf>[number];

let base = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "bundle-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("what a bundle is for", () => {
  it("is named as Node names systems, each once", () => {
    expect(platformsOf(["linux-x64", "win32-x64", "linux-x64"]).map(({ name }) => name)).toEqual([
      "linux-x64",
      "win32-x64",
    ]);
    expect(() => platformsOf(["windows"])).toThrow(/got the platform windows, knows linux-x64,/);
  });
  it("takes Pythons from 3.10 on", () => {
    expect(pythonsOf(["3.12", "3.12", "3.13"])).toEqual(["3.12", "3.13"]);
    for (const wrong of ["3.9", "2.7", "3.", "3.12.1", ""])
      expect(() => pythonsOf([wrong])).toThrow(/needs one such as 3.12/);
  });
});

describe("wantedSpecs", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

  it("has the compiled parts of the given systems and of no other", () => {
    const compiled = (name: string) =>
      wantedSpecs(packages, platformsOf([name])).filter((spec) =>
        /^@(esbuild|biomejs)\/(cli-)?(linux|darwin|win32)-/.test(spec),
      );
    const version = (name: string) => packages[`node_modules/${name}`].version;
    for (const name of ["linux-x64", "darwin-arm64", "win32-x64"])
      expect(compiled(name)).toEqual([
        `@biomejs/cli-${name}@${version(`@biomejs/cli-${name}`)}`,
        `@esbuild/${name}@${version(`@esbuild/${name}`)}`,
      ]);
  });

  it("calls a package by its own name where the lock gives it another, and leaves out the kit's", () => {
    const specs = wantedSpecs(packages, platformsOf(["linux-x64"]));
    expect(specs).toContain("@tensorflow/tfjs-core@4.22.0");
    expect(specs.filter((spec) => spec.startsWith("@emergence/") || spec.endsWith("@undefined"))).toEqual([]);
    expect(new Set(specs).size).toBe(specs.length);
  });

  it("takes all that has no system", () => {
    const lock = {
      "": { name: "kit" },
      "node_modules/a": { version: "1.0.0" },
      "node_modules/a/node_modules/b": { version: "2.0.0" },
    };
    expect(wantedSpecs(lock, platformsOf(["win32-x64"]))).toEqual(["a@1.0.0", "b@2.0.0"]);
  });
});

describe("wantedWheels", () => {
  const names = (lines: string[]) => lines.map((line) => line.split(/==| /)[0]);

  it("has what the system needs, not what this machine would", () => {
    expect(names(wantedWheels(platform("darwin-arm64"), "3.12.0"))).toContain("appnope");
    expect(names(wantedWheels(platform("win32-x64"), "3.12.0"))).toContain("pywinpty");
    for (const other of ["appnope", "pywinpty"])
      expect(names(wantedWheels(platform("linux-x64"), "3.12.0"))).not.toContain(other);
  });

  it("has each package once, pinned, with hashes, and older ones for an older Python", () => {
    const lines = wantedWheels(platform("linux-x64"), "3.10.0");
    for (const line of lines) expect(line).toMatch(/^[\w.[\]-]+==\S+ +--hash=sha256:[0-9a-f]{64}/);
    expect(new Set(names(lines)).size).toBe(lines.length);
    expect(wantedWheels(platform("linux-x64"), "3.12.0")).not.toEqual(lines);
  });
});

it("publicAddress hands on no password and no folder of this machine", () => {
  expect(publicAddress("https://ada:secret@example.org/course.git")).toBe("https://example.org/course.git");
  expect(publicAddress("git@example.org:ada/course.git")).toBe("git@example.org:ada/course.git");
  for (const local of ["", "/home/ada/course", "../course", "C:\\course"]) expect(publicAddress(local)).toBeNull();
});

it("writeBundle overwrites nothing but an earlier bundle", async () => {
  writeFileSync(join(base, "thesis.txt"), "mine");
  await expect(writeBundle(base, { platforms: [platform("linux-x64")], pythons: ["3.12"] })).rejects.toThrow(
    /no earlier bundle/,
  );
  expect(readFileSync(join(base, "thesis.txt"), "utf8")).toBe("mine");
});

describe("install.mjs", () => {
  const here = `${process.platform}-${process.arch}`;
  let bundle = "";

  /** A bundle of a course that is small: its set-up says with what it was called. */
  function make({ platforms = [here], pythons = ["3.10", "3.11", "3.12", "3.13", "3.14"] } = {}): void {
    const course = join(base, "course");
    mkdirSync(join(course, "scripts"), { recursive: true });
    for (const name of ["python.mjs", "problem.mjs", "variables.mjs", "places.mjs"])
      cpSync(join(root, "scripts", "setup", name), join(course, "scripts", "setup", name));
    writeFileSync(
      join(course, "scripts", "start.mjs"),
      `const { npm_config_offline, PIP_NO_INDEX, npm_config_cache } = process.env;
       import { existsSync } from "node:fs";
       console.log("set up with", process.argv.slice(2).join(), npm_config_offline, PIP_NO_INDEX, existsSync(npm_config_cache + "/_cacache"));`,
    );
    git(course, "init", "-q", "-b", "term");
    git(course, "add", "-A");
    git(course, "commit", "-q", "-m", "course");
    bundle = join(base, "usb stick");
    mkdirSync(join(bundle, "npm", "_cacache"), { recursive: true });
    writeFileSync(join(bundle, "npm", "_cacache", "one"), "1");
    execFileSync("git", ["bundle", "create", "--quiet", join(bundle, "course.bundle"), "HEAD", "term"], {
      cwd: course,
    });
    const about = { branch: "term", origin: "https://example.org/course.git", platforms, pythons };
    writeFileSync(join(bundle, "bundle.json"), JSON.stringify(about));
    cpSync(join(root, "scripts", "bundle", "install.mjs"), join(bundle, "install.mjs"));
    writeFileSync(join(bundle, "SHA256SUMS"), checksums(bundle));
  }

  const install = (...args: string[]) =>
    spawnSync(process.execPath, [join(bundle, "install.mjs"), ...args], { cwd: base, encoding: "utf8" });

  it("checks, clones, sets up offline, and leaves the maker's address for updates", () => {
    make();
    const { stdout, stderr, status } = install();
    expect(stderr).toBe("");
    expect(stdout).toContain("set up with --setup-only true 1 true");
    expect(status).toBe(0);
    expect(git(join(base, "emergence"), "remote", "get-url", "origin").trim()).toBe("https://example.org/course.git");
    expect(existsSync(join(base, "emergence", ".cache", "npm"))).toBe(false);
    expect(install().stdout).toContain("what it lacks is set up");
  });

  it("writes sums that others can check", () => {
    make();
    expect(readFileSync(join(bundle, "SHA256SUMS"), "utf8")).toContain(
      "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  npm/_cacache/one\n",
    );
  });

  it("changes nothing where a file is damaged or missing", () => {
    make();
    writeFileSync(join(bundle, "npm", "_cacache", "one"), "2");
    expect(install()).toMatchObject({
      status: 1,
      stderr: "✗ npm/_cacache/one is damaged: copy the whole bundle again.\n",
    });
    rmSync(join(bundle, "npm", "_cacache", "one"));
    expect(install().stderr).toContain("npm/_cacache/one is missing");
    expect(existsSync(join(base, "emergence"))).toBe(false);
  });

  it("says for which systems and Pythons it is, and how to get another", () => {
    make({ platforms: ["sunos-x64"] });
    expect(install().stderr).toContain(
      `this bundle is for sunos-x64, and this machine is ${here}: ask for one made with --platforms ${here}`,
    );
    rmSync(base, { recursive: true });
    mkdirSync(base);
    make({ pythons: ["3.99"] });
    expect(install().stderr).toMatch(
      /has the packages of Python 3.99, and this machine has 3\.\d+: install one of those/,
    );
  });

  it("leaves a folder of somebody else's alone", () => {
    make();
    mkdirSync(join(base, "emergence"));
    expect(install()).toMatchObject({ status: 1, stderr: expect.stringContaining("is not the course") });
  });
});
