// npm's part of a bundle: a cache of npm's with all that package-lock.json asks for on the given platforms.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { lastError, networkFailure } from "../setup/network.mjs";
import { npmEnvironment } from "../setup/npmCache.mjs";
import { readOurJson } from "../setup/ours.mjs";
import { npmProgram, root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { logName, run } from "../setup/run.mjs";

/** @typedef {import("./targets.mjs").Platform} Platform */
/** @typedef {{ name?: string, version?: string, link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked */

/** Whether npm would install a package on one of the platforms. @param {Locked} locked @param {Platform[]} platforms */
const fits = ({ os, cpu, libc }, platforms) =>
  platforms.some(
    (platform) =>
      (os?.includes(platform.os) ?? true) &&
      (cpu?.includes(platform.cpu) ?? true) &&
      (platform.os !== "linux" || (libc?.includes("glibc") ?? true)),
  );

/**
 * What npm must have to install on these platforms, as `name@version`.
 * @param {Record<string, Locked>} packages of package-lock.json
 * @param {Platform[]} platforms
 * @returns {string[]}
 */
export function wantedSpecs(packages, platforms) {
  const wanted = Object.entries(packages).flatMap(([path, locked]) => {
    if (!path.includes("node_modules/") || locked.link || !fits(locked, platforms)) return [];
    return [`${locked.name ?? path.replace(/^.*node_modules\//, "")}@${locked.version}`];
  });
  return [...new Set(wanted)];
}

/**
 * @param {string} folder that becomes npm's cache
 * @param {Platform[]} platforms
 * @param {(detail: string) => void} report
 */
export async function fetchNpm(folder, platforms, report) {
  const npm = npmProgram();
  if (!npm) throw new Problem("npm was not found beside Node: install Node from nodejs.org, which brings npm.");
  const specs = wantedSpecs(readOurJson(join(root, "package-lock.json")).packages, platforms);
  let fetched = 0;
  const { code, output } = await run(process.execPath, [npm, "cache", "add", "--loglevel=http", ...specs], {
    env: { ...npmEnvironment(), npm_config_cache: folder },
    onLine: (line) => {
      if (/ fetch GET 200 .*\.tgz/.test(line)) report(`${++fetched} of ${specs.length} packages`);
    },
  });
  if (code !== 0) {
    const network = networkFailure(output);
    throw new Problem(
      network
        ? `npm run bundle: the npm registry could not be reached (${network}): check the network and start again.`
        : `npm run bundle: npm could not fetch its packages (${lastError(output)}): whole output in ${logName}.`,
    );
  }
  // What npm notes of its own run.
  for (const name of ["_logs", "_update-notifier-last-checked"])
    rmSync(join(folder, name), { recursive: true, force: true });
}
