import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { exists } from "../setup/process.mjs";

/** Whether anything listens there. @param {number} port @returns {Promise<boolean>} */
function listens(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 2000 });
    const end = (/** @type {boolean} */ found) => {
      socket.destroy();
      resolve(found);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

/** What a server wrote of itself when it began; null where the file is cut off. @param {string} file */
function readServer(file) {
  try {
    const { pid, port, url } = JSON.parse(readFileSync(file, "utf8"));
    return { pid: Number(pid), port: Number(port), url: String(url) };
  } catch {
    return null;
  }
}

/**
 * The address of a JupyterLab that runs with this runtime folder, or null. A killed server leaves its file behind, and
 * its number may be another program's by now: so its process and its port are asked for.
 * @param {string} runtime
 * @returns {Promise<string | null>}
 */
export async function runningServer(runtime) {
  const files = existsSync(runtime) ? readdirSync(runtime).filter((name) => /^jpserver-\d+\.json$/.test(name)) : [];
  for (const name of files) {
    const server = readServer(join(runtime, name));
    if (server && exists(server.pid) && (await listens(server.port))) return server.url;
  }
  return null;
}
