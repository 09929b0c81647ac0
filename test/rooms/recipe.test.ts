import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeProblem } from "../../scripts/setup/node.mjs";
import { root, venvPython } from "../../scripts/setup/places.mjs";
import { instructions } from "./instructions.mjs";

const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");
/** YAML is read by .venv's Python, which Jupyter gives a reader of it. */
const yaml = (...path: string[]) =>
  JSON.parse(
    execFileSync(
      venvPython,
      ["-c", "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin), default=str))"],
      {
        input: read(...path),
        encoding: "utf8",
      },
    ),
  );

const recipe = instructions(read(".binder", "Dockerfile"));
const all = (name: string) => recipe.filter((each) => each.name === name).map(({ value }) => value);
const [node = ""] = /(?<=^node:)\d+/.exec(all("FROM")[0] ?? "") ?? [];
const [python = ""] = /(?<=python)3\.\d+(?=-venv)/.exec(all("RUN")[0] ?? "") ?? [];
const { room } = yaml("compose.yaml").services;
const devcontainer = JSON.parse(read(".devcontainer", "devcontainer.json").replace(/^\s*\/\/.*$/gm, ""));

describe("the room's recipe", () => {
  it("has the Node of .nvmrc, which the kit accepts and the workflow tests with the recipe's Python", () => {
    expect(node).toBe(read(".nvmrc").trim());
    expect(nodeProblem(`${node}.99.0`)).toBeNull();
    const jobs: { strategy?: { matrix?: { include?: object[] } } }[] = Object.values(
      yaml(".github", "workflows", "check.yml").jobs,
    );
    expect(jobs.flatMap(({ strategy }) => strategy?.matrix?.include ?? [])).toContainEqual(
      expect.objectContaining({ node: Number(node), python }),
    );
    expect(JSON.parse(read("package.json")).engines.node).toContain(">=22");
  });

  it("installs a Python that the set-up takes", () => {
    const [, minor = ""] = python.split(".");
    expect(Number(minor)).toBeGreaterThanOrEqual(10);
    expect(read("scripts", "setup", "python.mjs")).toContain(`"python${python}"`);
  });

  it("installs while it is built, as a user who is not root, and only starts JupyterLab when it opens", () => {
    const names = recipe.map(({ name }) => name);
    const setUp = recipe.findIndex(({ value }) => value.includes("scripts/start.mjs --setup-only"));
    expect(names.indexOf("USER")).toBeGreaterThan(0);
    expect(names.indexOf("USER")).toBeLessThan(setUp);
    expect(all("USER")).toEqual(["$NB_USER"]);
    expect(all("CMD")).toEqual(['["jupyter", "lab"]']);
    expect(all("ENTRYPOINT")).toEqual([]);
  });

  it("takes nothing from the host that is installed, built, private or of the history", () => {
    const left = read(".dockerignore").split("\n");
    for (const name of ["**/node_modules", "**/dist", ".venv", ".cache", ".git", "notebooks/mine/*", ".env"])
      expect(left).toContain(name);
  });
});

describe("compose.yaml", () => {
  it("builds the recipe and lets only this machine in, at the port that is printed", () => {
    expect(room.build.dockerfile).toBe(".binder/Dockerfile");
    const [, host, inside] = /^127\.0\.0\.1:(.*):(\$.*)$/.exec(room.ports[0]) ?? [];
    expect(room.ports).toHaveLength(1);
    expect(host).toBe(inside);
    expect(room.environment.EMERGENCE_PORT).toBe(inside);
  });

  it("never sets an empty token for good, a root user or more rights", () => {
    expect(room.environment.JUPYTER_TOKEN).toMatch(/^\$\{JUPYTER_TOKEN:-\}$/);
    expect(room).not.toHaveProperty("user");
    expect(room).not.toHaveProperty("privileged");
    expect(room.cap_drop).toEqual(["ALL"]);
  });

  it("keeps notebooks on the host, in the home of the recipe's user", () => {
    const [user = ""] = /(?<=^NB_USER=)\w+/.exec(all("ARG")[0] ?? "") ?? [];
    expect(room.volumes).toEqual([`./notebooks:/home/${user}/notebooks`]);
    expect(devcontainer.remoteUser).toBe(user);
  });
});

describe("the dev container", () => {
  it("stands on a stage of the recipe and sets up once, not at each start", () => {
    expect(all("FROM").map((line) => line.split(" AS ")[1])).toContain(devcontainer.build.target);
    expect(join(".devcontainer", devcontainer.build.dockerfile)).toBe(join(".binder", "Dockerfile"));
    expect(devcontainer.updateContentCommand).toBe("node scripts/start.mjs --setup-only");
    expect(devcontainer).not.toHaveProperty("postStartCommand");
  });

  it("has the extensions that this clone recommends", () => {
    const { recommendations } = JSON.parse(read(".vscode", "extensions.json"));
    expect([...devcontainer.customizations.vscode.extensions].sort()).toEqual([...recommendations].sort());
  });
});
