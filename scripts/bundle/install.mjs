// Sets the course up from the bundle that this file lies in, without a network: node install.mjs [FOLDER]. Node alone must do,
// for nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const bundle = dirname(fileURLToPath(import.meta.url));

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(`✗ ${sentence}`);
  process.exit(1);
}

/** What the bundle is for. @returns {{ branch: string, origin: string | null, platforms: string[], pythons: string[] }} */
const about = () => JSON.parse(readFileSync(join(bundle, "bundle.json"), "utf8"));

function checkFiles() {
  const lines = readFileSync(join(bundle, "SHA256SUMS"), "utf8").trim().split("\n");
  for (const line of lines) {
    const [sum, name = ""] = line.split("  ");
    const file = join(bundle, name);
    const found = existsSync(file) && createHash("sha256").update(readFileSync(file)).digest("hex");
    if (found !== sum) stop(`${name} is ${found ? "damaged" : "missing"}: copy the whole bundle again.`);
  }
  console.log(`✓ ${lines.length} files of the bundle are whole`);
}

/** @param {string} program @param {string[]} args @param {string} [cwd] @param {NodeJS.ProcessEnv} [env] */
function run(program, args, cwd, env = process.env) {
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: "inherit", windowsHide: true });
  if (error) stop(`${program} was not found: install it, and start again.`);
  if (status !== 0) stop(`this did not work: ${[program, ...args].join(" ")}`);
}

/** @param {string} folder */
function clone(folder) {
  const { branch, origin } = about();
  run("git", ["clone", "--quiet", "--branch", branch, join(bundle, "course.bundle"), folder]);
  // Changes of the course come from where the bundle's maker has them, once there is a network.
  if (origin) run("git", ["remote", "set-url", "origin", origin], folder);
  console.log(`✓ the course is in ${folder}`);
}

/** The set-up takes the first Python that fits the course, and the bundle must have its packages. @param {string} folder */
async function checkPython(folder) {
  const at = (/** @type {string} */ name) => pathToFileURL(join(folder, "scripts", "setup", name)).href;
  const { findPython } = await import(at("python.mjs"));
  const { pythons } = about();
  /** @type {string} */
  let version;
  try {
    ({ version } = findPython());
  } catch (error) {
    stop(/** @type {Error} */ (error).message);
  }
  if (!pythons.includes(version))
    stop(
      `this bundle has the packages of Python ${pythons.join(", ")}, and this machine has ${version}: install one of those, or ask for a bundle made with --pythons ${version}.`,
    );
}

async function main() {
  const here = `${process.platform}-${process.arch}`;
  const { platforms } = about();
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  if (!platforms.includes(here))
    stop(
      `this bundle is for ${platforms.join(", ")}, and this machine is ${here}: ask for one made with --platforms ${here}.`,
    );
  checkFiles();
  const folder = resolve(process.argv[2] ?? "emergence");
  if (!existsSync(folder)) clone(folder);
  else if (existsSync(join(folder, "scripts", "start.mjs")))
    console.log(`  ${folder} is there: what it lacks is set up`);
  else stop(`${folder} is there and is not the course: name another folder.`);
  await checkPython(folder);
  // npm writes into its cache, and a bundle may lie where nobody may write.
  const cache = join(folder, ".cache", "npm");
  cpSync(join(bundle, "npm"), cache, { recursive: true });
  const env = {
    ...process.env,
    npm_config_cache: cache,
    npm_config_offline: "true",
    PIP_NO_INDEX: "1",
    PIP_FIND_LINKS: join(bundle, "wheels"),
    PIP_CONFIG_FILE: process.platform === "win32" ? "nul" : "/dev/null", // an index of a person's own would be asked first
  };
  run(process.execPath, [join("scripts", "start.mjs"), "--setup-only"], folder, env);
  rmSync(cache, { recursive: true, force: true });
  console.log(`✓ set up. Now: cd "${folder}", then npm start`);
}

await main();
