// Who runs: a process is its number and its time of birth, since numbers are given again.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** @typedef {{ born: string, parent: number, command: string }} Seen born compares only with what this machine said before */

/** @param {number} pid @returns {Seen | null} */
function lookInProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything; the state is field 3, the parent 4, the time of birth 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (/^[ZX]/.test(fields[0] ?? "")) return null; // ended, and its parent has not asked yet
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { born: fields[19] ?? "", parent: Number(fields[1]), command };
  } catch {
    return null;
  }
}

/** @param {number} pid @returns {Seen | null} */
function lookWithPs(pid) {
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  const { stdout } = spawnSync("ps", ["-ww", "-o", "stat=,ppid=,lstart=,command=", "-p", String(pid)], {
    encoding: "utf8",
    env,
  });
  const found = /^\s*(\S+)\s+(\d+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/m.exec(stdout ?? "");
  if (!found || found[1]?.startsWith("Z")) return null;
  return { born: found[3] ?? "", parent: Number(found[2]), command: found[4]?.trim() ?? "" };
}

/** @param {number} pid @returns {Seen | null} */
function lookInWindows(pid) {
  const query = `Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}' | ForEach-Object { '{0} {1} {2}' -f $_.CreationDate.ToFileTimeUtc(), $_.ParentProcessId, $_.CommandLine }`;
  const { stdout } = spawnSync("powershell", ["-NoProfile", "-NonInteractive", "-Command", query], {
    encoding: "utf8",
    windowsHide: true,
  });
  const found = /^(\d+) (\d+) ?(.*)$/m.exec(stdout ?? "");
  return found ? { born: found[1] ?? "", parent: Number(found[2]), command: found[3]?.trim() ?? "" } : null;
}

/** What runs under this number, or null. @type {(pid: number) => Seen | null} */
export const lookAt =
  process.platform === "linux" ? lookInProc : process.platform === "win32" ? lookInWindows : lookWithPs;

/** Whether anything runs under this number; cheap everywhere. */
export function exists(/** @type {number} */ pid) {
  if (process.platform === "linux") return lookInProc(pid) !== null;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, alive.
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
