// What `npm start` does once Node is known to be new enough.
import { spawn } from "node:child_process";
import { ensureSetup } from "../setup/index.mjs";
import { whenNpmEnds } from "../setup/npm.mjs";
import { isPortFree, nextFreePort } from "../setup/ports.mjs";
import { Problem, runCommand } from "../setup/problem.mjs";
import { help, parseOptions } from "./options.mjs";
import { startServer } from "./server.mjs";

/** @param {number | null} asked @param {number} [from] where to begin to look for a free one */
async function choosePort(asked, from = 8888) {
  if (asked === null) {
    const port = await nextFreePort(from);
    if (port === null) throw new Problem("no free port from 8888 to 8937: give one with npm start -- --port N.");
    return port;
  }
  if (await isPortFree(asked)) return asked;
  const other = await nextFreePort(asked + 1);
  throw new Problem(`port ${asked} is taken: stop what listens there, or start with --port ${other ?? "N"}.`);
}

/** Opens the person's browser; where there is none to open, the printed address does. */
function openBrowser(/** @type {string} */ url) {
  const { platform, env } = process;
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY && !env.WSL_DISTRO_NAME) return;
  const [command, args] =
    platform === "darwin"
      ? ["open", [url]]
      : platform === "win32"
        ? ["cmd", ["/c", "start", "", url]]
        : ["xdg-open", [url]];
  const child = spawn(/** @type {string} */ (command), /** @type {string[]} */ (args), {
    stdio: "ignore",
    detached: true,
  });
  child.on("error", () => console.log("No browser could be opened: open the address above in one."));
  child.unref();
}

/** @returns {Promise<number>} exit code */
async function start() {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    console.log(help);
    return 0;
  }
  const stopSetUp = () => {
    console.error("\nInterrupted; the next npm start goes on from here.");
    process.exit(130);
  };
  process.once("SIGINT", stopSetUp).once("SIGTERM", stopSetUp);
  /** @type {() => void} */
  let stop = stopSetUp;
  const unwatch = whenNpmEnds(() => stop());
  if (options.setupOnly) {
    await ensureSetup();
    return 0;
  }
  await choosePort(options.port); // what cannot succeed is said before the set-up
  await ensureSetup();

  let server = startServer(await choosePort(options.port));
  process.removeListener("SIGINT", stopSetUp).removeListener("SIGTERM", stopSetUp);
  // The first Ctrl-C stops the server and its kernels, a second one does not wait for them.
  stop = () => server.stop();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop());
  // Between our look at the port and JupyterLab's another start may take it.
  for (let tries = 1; tries < 5 && options.port === null && !(await server.ready); tries++) {
    if ((await server.ended).stopped || (await isPortFree(server.port))) break;
    server = startServer(await choosePort(null, server.port + 1));
  }
  if (await server.ready) {
    console.log(
      `JupyterLab runs; notebooks/00-start-here.ipynb is where to begin. Ctrl-C stops it.\n\n${server.address}\n`,
    );
    if (options.browser) openBrowser(server.address);
  }
  const { code, stopped, lastLines } = await server.ended;
  unwatch();
  if (stopped) {
    console.log("JupyterLab has stopped.");
    return 0;
  }
  throw new Problem(
    `JupyterLab ended by itself (exit code ${code}); its last words, whole log in .cache/jupyter.log:\n${lastLines}`,
  );
}

export const main = () => runCommand(start);
