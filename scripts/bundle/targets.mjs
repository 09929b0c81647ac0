// For which machines a bundle is: each has its own compiled parts in npm's packages and in Python's wheels.
import { Problem } from "../setup/problem.mjs";

/**
 * pip's names of a platform. For a Mac pip adds the older ones, for Linux (glibc) it does not.
 * @type {Record<string, { os: string, cpu: string, tags: string[], markers: Record<string, string> }>}
 */
const platforms = {
  "linux-x64": linux("x64", "x86_64"),
  "linux-arm64": linux("arm64", "aarch64"),
  "darwin-x64": mac("x64", "x86_64"),
  "darwin-arm64": mac("arm64", "arm64"),
  "win32-x64": windows("x64", "amd64"),
};

/** @param {string} cpu @param {string} machine */
function linux(cpu, machine) {
  // From CentOS 7's glibc to that of the oldest system that has Node 20 and is still kept up to date.
  const tags = Array.from({ length: 15 }, (_, i) => `manylinux_2_${17 + i}_${machine}`);
  const markers = { sys_platform: "linux", platform_system: "Linux", os_name: "posix", platform_machine: machine };
  return { os: "linux", cpu, tags: [...tags, `manylinux2014_${machine}`], markers };
}

/** @param {string} cpu @param {string} machine */
function mac(cpu, machine) {
  const markers = { sys_platform: "darwin", platform_system: "Darwin", os_name: "posix", platform_machine: machine };
  return { os: "darwin", cpu, tags: [`macosx_14_0_${machine}`, "macosx_14_0_universal2"], markers };
}

/** @param {string} cpu @param {string} machine */
function windows(cpu, machine) {
  const markers = { sys_platform: "win32", platform_system: "Windows", os_name: "nt", platform_machine: "AMD64" };
  return { os: "win32", cpu, tags: [`win_${machine}`], markers };
}

/** @typedef {{ name: string, os: string, cpu: string, tags: string[], markers: Record<string, string> }} Platform */

/**
 * @param {string[]} names
 * @returns {Platform[]}
 */
export function platformsOf(names) {
  return [...new Set(names)].map((name) => {
    const found = platforms[name];
    if (found) return { name, ...found };
    throw new Problem(`npm run bundle: got the platform ${name}, knows ${Object.keys(platforms).join(", ")}.`);
  });
}

/** @param {string[]} versions @returns {string[]} such as 3.12, each once */
export function pythonsOf(versions) {
  for (const version of versions) {
    const [, minor = ""] = /^3\.(\d+)$/.exec(version) ?? [];
    if (!(Number(minor) >= 10 && minor !== ""))
      throw new Problem(`npm run bundle: got the Python ${version}, needs one such as 3.12, from 3.10 on.`);
  }
  return [...new Set(versions)];
}
