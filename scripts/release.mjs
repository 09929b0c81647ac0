// `npm run release -- 0.3.0`: gives all packages, the lock file, CITATION.cff, CHANGELOG.md and the page of the kernel one version. It commits and publishes nothing.
import "./setup/refuseOldNode.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { writeWhole } from "./whole.mjs";

const workspaces = ["lib", "plot", "data", "run"];
/** The kernel can be packed alone; it is no workspace. */
const packages = [...workspaces, "scripts/kernel"];
const kernelPage = "docs/kernel.md";

/** The version of a manifest, and of the workspaces that it depends on. */
function manifest(/** @type {string} */ text, /** @type {string} */ version) {
  return text
    .replace(/^( {2}"version": )"[^"]*"/m, `$1"${version}"`)
    .replace(/("@emergence\/(?:lib|plot|data|run)": )"\d[^"]*"/g, `$1"${version}"`);
}

/** The same in the lock file, whose entries of workspaces have versions of their own. */
function lock(/** @type {string} */ text, /** @type {string} */ version) {
  const content = JSON.parse(text);
  content.version = version;
  for (const path of ["", ...workspaces]) {
    content.packages[path].version = version;
    const { dependencies = {} } = content.packages[path];
    for (const name of Object.keys(dependencies)) if (name.startsWith("@emergence/")) dependencies[name] = version;
  }
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * What each file becomes.
 * @param {string} version
 * @param {string} date
 * @returns {readonly { path: string, text: string }[]} paths from the clone
 */
export function released(version, date) {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");
  const changes = read("CHANGELOG.md").replace(/^## (\d\S*)( \(unreleased\))?$/m, (heading, at, open) =>
    open || at === version ? `## ${version} (${date})` : heading,
  );
  return [
    ...["", ...packages.map((name) => `${name}/`)]
      .map((folder) => `${folder}package.json`)
      .map((path) => ({
        path,
        text: manifest(read(path), version),
      })),
    { path: "package-lock.json", text: lock(read("package-lock.json"), version) },
    {
      path: "CITATION.cff",
      text: read("CITATION.cff")
        .replace(/^version: .*$/m, `version: ${version}`)
        .replace(/^date-released: .*$/m, `date-released: ${date}`),
    },
    { path: "CHANGELOG.md", text: changes },
    { path: kernelPage, text: read(kernelPage).replace(/(?<=emergence-kernel-)\d+\.\d+\.\d+(?=\.tgz)/g, version) },
  ];
}

/** @param {readonly string[]} args a version, and a day other than today @returns {[string, string]} */
function asked([version = "", date = new Date().toISOString().slice(0, 10)]) {
  if (!/^\d+\.\d+\.\d+$/.test(version) || !/^\d{4}-\d\d-\d\d$/.test(date))
    throw new Problem(
      `npm run release: got ${version || "nothing"}, needs a version such as 0.3.0, and a day if it is not today.`,
    );
  return [version, date];
}

if (process.argv[1] === import.meta.filename)
  await runCommand(async () => {
    const [version, date] = asked(process.argv.slice(2));
    const files = released(version, date);
    const changes = files.find(({ path }) => path === "CHANGELOG.md")?.text ?? "";
    if (!changes.includes(`## ${version} (${date})`))
      throw new Problem(
        `npm run release: CHANGELOG.md has no "## ${version} (unreleased)": write what is new there first.`,
      );
    for (const { path, text } of files) writeWhole(join(root, path), text);
    console.log(`${version}, ${date}: ${files.map(({ path }) => path).join(", ")}`);
    return 0;
  });
