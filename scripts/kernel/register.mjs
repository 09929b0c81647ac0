// Makes the kernel known to Jupyter: a folder "tslab" with a kernel.json, in a virtual environment or for the user.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const launcher = join(dirname(fileURLToPath(import.meta.url)), "launcher.cjs");
const kit = "emergence-notebooks";

/** @typedef {{ prefix: string } | { user: true }} Where a virtual environment's folder, or the user's own Jupyter */
/**
 * @typedef {{ kind: "here" | "absent" | "elsewhere" | "broken" | "foreign", folder: string, why: string }} Status
 * here: ours, of this clone, and startable; elsewhere: of another clone; broken: what it names is gone; foreign: not
 * the kit's, for instance a stock tslab. `why` says it in words.
 */

/** Jupyter's folder for a user's data, as `jupyter --data-dir` prints it. */
export function userDataFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "jupyter");
  return join(env.XDG_DATA_HOME ?? join(home, ".local", "share"), "jupyter");
}

function places(/** @type {Where} */ where) {
  const data = "prefix" in where ? join(resolve(where.prefix), "share", "jupyter") : userDataFolder();
  // What is being written, and the backup, stand outside kernels/, where Jupyter would list it as one more kernel.
  return {
    folder: join(data, "kernels", "tslab"),
    fresh: join(data, `tslab-kernel-${process.pid}`),
    backup: join(data, "tslab-kernel-before-emergence"),
  };
}

/** @param {Where} where @returns {Status} */
export function kernelStatus(where) {
  const { folder } = places(where);
  if (!existsSync(folder)) return { kind: "absent", folder, why: `no kernel is registered at ${folder}` };
  /** @type {{ argv?: unknown, metadata?: { kit?: unknown } }} */
  let spec = {};
  try {
    spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"));
  } catch {
    return { kind: "broken", folder, why: `${join(folder, "kernel.json")} cannot be read` };
  }
  const [node, script] = Array.isArray(spec.argv) ? spec.argv.map(String) : [];
  if (spec.metadata?.kit !== kit) {
    return { kind: "foreign", folder, why: `the kernel at ${folder} is another program's: ${node}` };
  }
  for (const file of [node, script]) {
    if (!existsSync(String(file)))
      return { kind: "broken", folder, why: `the kernel at ${folder} needs ${file}, which is gone` };
  }
  if (script !== launcher)
    return {
      kind: "elsewhere",
      folder,
      why: `the kernel at ${folder} belongs to another copy of this kernel: ${script}`,
    };
  return { kind: "here", folder, why: `the kernel at ${folder} is the one of ${dirname(launcher)}` };
}

/**
 * Registers the kernel, whole or not at all. Another program's kernel of that name is not touched unless `replace`
 * says so; it is then kept, and `unregisterKernel` puts it back.
 * @param {Where} where @param {{ replace?: boolean }} [options]
 * @returns {{ kind: "registered", folder: string, backup?: string } | { kind: "refused", folder: string, why: string }}
 */
export function registerKernel(where, { replace = false } = {}) {
  const { folder, fresh, backup } = places(where);
  const { kind, why } = kernelStatus(where);
  if (kind === "foreign" && !replace) return { kind: "refused", folder, why };
  const spec = {
    argv: [process.execPath, launcher, "--config-path={connection_file}"],
    display_name: "TypeScript",
    language: "typescript",
    interrupt_mode: "signal",
    metadata: { kit },
  };
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, "kernel.json"), `${JSON.stringify(spec, null, 2)}\n`);
  mkdirSync(dirname(folder), { recursive: true });
  if (kind === "foreign") {
    rmSync(backup, { recursive: true, force: true });
    renameSync(folder, backup);
  } else if (kind !== "absent") {
    rmSync(folder, { recursive: true, force: true });
  }
  renameSync(fresh, folder);
  return { kind: "registered", folder, ...(kind === "foreign" ? { backup } : {}) };
}

/**
 * Takes the kit's kernel away, and puts back what it had replaced.
 * @param {Where} where
 * @returns {{ kind: "removed" | "refused" | "absent", folder: string, why: string, restored: boolean }}
 */
export function unregisterKernel(where) {
  const { folder, backup } = places(where);
  const { kind, why } = kernelStatus(where);
  if (kind === "absent") return { kind, folder, why, restored: false };
  if (kind === "foreign") return { kind: "refused", folder, why, restored: false };
  rmSync(folder, { recursive: true, force: true });
  const restored = existsSync(backup);
  if (restored) renameSync(backup, folder);
  return { kind: "removed", folder, why: `removed ${folder}`, restored };
}
