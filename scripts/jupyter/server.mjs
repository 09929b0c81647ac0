// JupyterLab of .venv, apart from whatever Jupyter its user has elsewhere: settings, open tabs and trust are kept in
// .cache/jupyter, so that a chosen theme stays, and nothing in the user's home is read or changed.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cache, root, venvPython } from "../setup/places.mjs";
import { pythonEnvironment } from "../setup/variables.mjs";
import { writeWhole } from "../whole.mjs";

/** From the clone, where the server is started: Jupyter puts variables in the place of `$NAME` in a path. */
const config = "scripts/jupyter/jupyter_server_config.py";
const home = join(cache, "jupyter");
const first = "notebooks/00-start-here.ipynb";

/** On the very first start the first notebook stands open; later JupyterLab brings back what was open last. */
function openFirstNotebook() {
  const folder = join(home, "lab", "workspaces");
  const file = join(folder, "default-37a8.jupyterlab-workspace"); // JupyterLab's name for the workspace "default"
  if (existsSync(file) || !existsSync(join(root, first))) return;
  const tab = `notebook:${first}`;
  const main = { dock: { type: "tab-area", currentIndex: 0, widgets: [tab] }, current: tab };
  const left = { collapsed: false, visible: true, current: "filebrowser", widgets: ["filebrowser"] };
  const data = {
    "layout-restorer:data": { main, left, relativeSizes: [0.2, 0.8, 0] },
    [tab]: { data: { path: first, factory: "Notebook" } },
    "file-browser-filebrowser:cwd": { path: "notebooks" },
  };
  writeWhole(file, JSON.stringify({ data, metadata: { id: "default" } }));
}

function environment(/** @type {string} */ token) {
  return {
    ...pythonEnvironment(),
    EMERGENCE_NODE: process.execPath, // cleans notebooks on Save (notebooks/on_save.py)
    EMERGENCE_HOLDS_STDIN: "1", // see stdio below
    JUPYTER_TOKEN: token, // not on the command line, where every user of the machine could read it
    JUPYTER_CONFIG_DIR: home,
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    IPYTHONDIR: join(home, "ipython"),
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_CONFIG_PATH: "",
    JUPYTER_PATH: "",
    JUPYTERLAB_DIR: "",
    JUPYTERLAB_SETTINGS_DIR: "",
    JUPYTERLAB_WORKSPACES_DIR: "",
    JUPYTER_NO_CONFIG: "",
  };
}

/** @typedef {{ code: number | null, stopped: boolean, lastLines: string }} Ended stopped: because we asked it to */

/**
 * Starts JupyterLab on 127.0.0.1 with a token that holds for this run.
 * @param {number} port
 * @returns {{ port: number, address: string, ready: Promise<boolean>, ended: Promise<Ended>, stop: () => void }}
 *   ready: true once it answers, false if it ended before
 */
export function startServer(port) {
  openFirstNotebook();
  mkdirSync(home, { recursive: true });
  const token = randomBytes(24).toString("hex");
  const log = join(cache, "jupyter.log");
  writeFileSync(log, "");
  const child = spawn(venvPython, ["-m", "jupyterlab", `--config=${config}`, `--ServerApp.port=${port}`], {
    cwd: root,
    env: environment(token),
    // The server stops when its stdin closes (see its config), so that it cannot outlive us, however we end.
    stdio: ["pipe", "pipe", "pipe"],
    // A group of its own: the terminal's Ctrl-C comes to us alone, and we stop it once.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const note = (/** @type {Buffer} */ chunk) => {
    try {
      appendFileSync(log, chunk);
    } catch {
      // A full disk: the server goes on, so that a person can still copy out what is on the screen.
    }
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", note);

  let stopped = false;
  let over = false;
  const lastLines = () => readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n");
  /** @type {Promise<Ended>} */
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      over = true;
      resolve({ code, stopped, lastLines: lastLines() });
    });
  });

  async function answers() {
    while (!over) {
      // With the token, for another server may have taken this port.
      const headers = { Authorization: `token ${token}` };
      const reply = await fetch(`http://127.0.0.1:${port}/api/status`, { headers }).catch(() => null);
      if (reply?.ok) return true;
      await sleep(100);
    }
    return false;
  }

  let asked = 0;
  function stop() {
    // A terminal's Ctrl-C may reach us twice, from the terminal and through npm: that is one wish.
    if (stopped && Date.now() - asked > 500) child.kill("SIGKILL");
    if (stopped) return;
    stopped = true;
    asked = Date.now();
    child.stdin.end();
    setTimeout(() => child.kill("SIGKILL"), 15_000).unref();
  }

  return { port, address: `http://127.0.0.1:${port}/lab?token=${token}`, ready: answers(), ended, stop };
}
