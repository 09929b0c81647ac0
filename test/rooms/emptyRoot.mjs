// Runs the steps of .binder/Dockerfile in an empty root, where no container engine is at hand, and then the room without a
// network. By hand, as root, on Linux:
//
//   debootstrap --variant=minbase trixie base http://deb.debian.org/debian    # then Node's bin, lib and include to base/usr/local,
//   chroot base useradd --create-home --uid 1000 node                         # and the user that the image of Node has
//   node test/rooms/emptyRoot.mjs base room                                   # base is copied to room, which must not exist
//
// It knows the instructions that the recipe uses, and no layers, caches or capabilities.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { instructions } from "./instructions.mjs";

const [from, to] = process.argv.slice(2).map((folder) => resolve(folder));
if (!from || !to || existsSync(to)) {
  console.error("emptyRoot: needs BASE and a ROOM that does not exist yet");
  process.exit(1);
}
const kit = resolve(import.meta.dirname, "..", "..");

/** @type {Record<string, string>} */
let env = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };
/** @type {Record<string, string>} */
const args = {};
let user = "root";
let folder = "/";
const expand = (/** @type {string} */ text) =>
  text.replace(/"?\$\{?(\w+)\}?"?/g, (_, name) => args[name] ?? env[name] ?? "");

/** The command line of a program in the root, with mounts of its own. @param {string} script @param {{ network?: boolean }} [options] */
function inside(script, { network = true } = {}) {
  const own = `mount -t proc proc ${to}/proc && mount --rbind /dev ${to}/dev`;
  const loopback = network ? "" : " && ip link set lo up";
  const enter = `exec chroot --userspec=${user}:${user} ${to} /usr/bin/env -i "$@" /bin/sh -c 'cd "$0" && eval "$1"'`;
  const settings = Object.entries({ ...args, ...env }).map(([name, value]) => `${name}=${value}`);
  return [
    ...[
      "unshare",
      "--mount",
      ...(network ? [] : ["--net"]),
      "sh",
      "-c",
      `${own}${loopback} && ${enter} "$FOLDER" "$SCRIPT"`,
    ],
    ...["sh", ...settings],
    { env: { ...process.env, FOLDER: folder, SCRIPT: script } },
  ];
}

/** @param {string} script */
function run(script) {
  const line = inside(script);
  const options = /** @type {object} */ (line.pop());
  const [program = "", ...rest] = /** @type {string[]} */ (line);
  const { status } = spawnSync(program, rest, { ...options, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`emptyRoot: this step ended with ${status}: ${script}`);
}

/** What the build sees: what git has or would take, which is what .dockerignore leaves, less the history. @param {string} target */
function copy(target) {
  mkdirSync(join(to ?? "", target), { recursive: true });
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: kit });
  const pack = execFileSync("tar", ["--create", "--null", "--no-recursion", "--files-from=-"], {
    cwd: kit,
    input: list,
    maxBuffer: 2 ** 30,
  });
  execFileSync("tar", ["--extract", "--no-same-owner", "--directory", join(to ?? "", target)], { input: pack });
}

execFileSync("cp", ["--archive", from, to]);
/** @type {string[]} */
let command = [];
for (const { name, value } of instructions(readFileSync(join(kit, ".binder", "Dockerfile"), "utf8"))) {
  console.log(`\n=== ${name} ${value.slice(0, 150)}`);
  const began = Date.now();
  if (name === "RUN") run(value);
  else if (name === "COPY") copy(value.split(" ")[1] ?? "");
  else if (name === "ARG") args[value.split("=")[0] ?? ""] ??= value.split("=")[1] ?? "";
  else if (name === "ENV")
    for (const [, key = "", set = ""] of value.matchAll(/(\w+)=(\S+)/g)) env = { ...env, [key]: expand(set) };
  else if (name === "USER") user = expand(value);
  else if (name === "WORKDIR") folder = expand(value);
  else if (name === "CMD") command = JSON.parse(value);
  else if (name !== "FROM" && name !== "EXPOSE") throw new Error(`emptyRoot: ${name} is not known here`);
  console.log(`=== ${Math.round((Date.now() - began) / 1000)} s`);
}

// The room opens without a network: what is not installed by now cannot be had.
env = { ...env, JUPYTER_TOKEN: "a-token-of-the-try" };
const ask = `node -e '
const at = (path, token) => fetch("http://127.0.0.1:8888/" + path, token ? { headers: { Authorization: "token a-token-of-the-try" } } : {});
(async () => {
  console.log("without a token", (await at("api/contents")).status, "with it", (await at("api/contents", true)).status);
  const { content } = await (await at("api/contents/notebooks", true)).json();
  console.log(content.length, "entries in notebooks;", Object.keys((await (await at("api/kernelspecs", true)).json()).kernelspecs).join());
})()'`;
const notebook = "jupyter execute notebooks/00-start-here.ipynb && echo 00-start-here ran";
const script = `id -un; (cd /opt/emergence && ${command.join(" ")}) > ~/room.log 2>&1 & room=$!; \
for i in $(seq 120); do node scripts/jupyter/room/healthy.mjs && break; sleep 1; done; ${ask}; npm run --silent doctor; \
cd "$HOME" && ${notebook}; grep -m1 token= ~/room.log | sed "s/.*http/http/"; kill $room; wait`;
const line = inside(script, { network: false });
const options = /** @type {object} */ (line.pop());
const [program = "", ...rest] = /** @type {string[]} */ (line);
const room = spawn(program, rest, { ...options, stdio: ["ignore", "inherit", "inherit"] });
room.on("exit", async (code) => {
  await sleep(100);
  process.exitCode = code ?? 1;
});
