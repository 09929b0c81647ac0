// Containers: is this one, whose, and can it be worked in?
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";

/** @typedef {import("./checks.mjs").Finding} Finding */
/** @typedef {"image" | "Codespaces" | "dev container" | "other"} Container image: made by .binder/Dockerfile to the end */

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @param {(path: string) => boolean} [exists]
 * @returns {Container | null} null outside of containers
 */
export function containerKind(env = process.env, exists = existsSync) {
  if (env.EMERGENCE_ROOM) return "image";
  if (env.CODESPACES === "true") return "Codespaces";
  if (env.REMOTE_CONTAINERS || env.VSCODE_REMOTE_CONTAINERS_SESSION) return "dev container";
  // Marks that Docker and Podman leave, and what Kubernetes tells its containers.
  const marked = exists("/.dockerenv") || exists("/run/.containerenv") || env.KUBERNETES_SERVICE_HOST;
  return marked ? "other" : null;
}

/** Who has opened the room: a hub, Binder (which is one without names), or a person. @param {NodeJS.ProcessEnv} [env] */
export const opener = (env = process.env) =>
  env.BINDER_SERVICE_HOST || env.BINDER_LAUNCH_HOST
    ? ", opened by Binder: what is not downloaded is lost at its end"
    : env.JUPYTERHUB_SERVICE_PREFIX
      ? `, opened by a hub for ${env.JUPYTERHUB_USER ?? "somebody"}`
      : "";

const inWords = {
  image: "this is a room: a container of .binder/Dockerfile",
  Codespaces: "this is a container of Codespaces",
  "dev container": "this is a dev container of VS Code",
  other: "this is a container",
};

/** @returns {Finding[]} */
export function container() {
  const kind = containerKind();
  if (kind === null) return [];
  /** @type {Finding} */
  const here = { kind: "good", text: inWords[kind] + opener() };
  if (process.getuid?.() !== 0) return [here];
  const text = `${here.text}, and you are root in it`;
  const fix = "start it as its own user: without `user: root` in compose.yaml and without --user of docker run";
  return [{ kind: "warning", text, fix }];
}

/** Where jupyter_server_config.py of rooms has them. */
const roomNotebooks = () => join(homedir(), process.env.EMERGENCE_NOTEBOOKS ?? "notebooks");

/**
 * Whether notebooks can be saved where the room shows them.
 * @param {{ folder?: string, user?: number }} [options]
 * @returns {Finding}
 */
export function savesNotebooks({ folder = roomNotebooks(), user = userInfo().uid } = {}) {
  if (!existsSync(folder)) {
    const fix =
      "mount a folder there; without EMERGENCE_NOTEBOOKS the room puts its own into an empty home when it opens";
    return { kind: "warning", text: `the room has no notebooks at ${folder}`, fix };
  }
  try {
    accessSync(folder, constants.W_OK);
    return { kind: "good", text: `notebooks can be saved in ${folder}` };
  } catch {
    const { uid } = statSync(folder);
    return {
      kind: "bad",
      text: `notebooks cannot be saved: ${folder} belongs to user ${uid}, and the room runs as user ${user}`,
      // Rootless Podman shows the host's own user as root.
      fix:
        uid === 0
          ? `with Podman start it with --userns=keep-id:uid=${user}; with Docker give the folder on the host to its user, not to root`
          : `on the host: ROOM_UID=${uid} docker compose up --build`,
    };
  }
}

/**
 * The room's own server, in place of the look whether npm start could have its port.
 * @param {"guarded" | "open" | "silent"} server
 * @param {number} port
 * @returns {Finding}
 */
export function roomFinding(server, port) {
  if (server === "guarded") return { kind: "good", text: `JupyterLab answers on port ${port} and asks for a token` };
  if (server === "silent") {
    const fix = "docker compose up prints its address; docker compose logs room says why it ended";
    return { kind: "warning", text: `no JupyterLab answers on port ${port} of this container`, fix };
  }
  return {
    kind: "bad",
    text: `JupyterLab on port ${port} lets everybody in, without a token`,
    fix: "take out what sets an empty token or password, and leave JUPYTER_TOKEN empty for a new one",
  };
}
