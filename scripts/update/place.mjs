// Files of a person's folder, exchanged so that nothing is lost whenever the person saves: what stands under a name is
// moved aside by a rename, never deleted or written over, and the new file takes the name only where it is free. Aside it
// stays until the next update, which looks at it once more: an editor may have held it open.
import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { freeName, stands } from "./conflicts.mjs";

/** @typedef {import("./git.mjs").Git} Git */

const codeOf = (/** @type {unknown} */ error) => /** @type {NodeJS.ErrnoException} */ (error).code;

/** Tries; what says that a name is taken, or has gone, is false. @param {() => void} act @param {string[]} codes */
function manages(act, ...codes) {
  try {
    act();
    return true;
  } catch (error) {
    if (codes.includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}

/** Moves a file to a name that nothing has; where something has it, false. @param {string} file @param {string} target */
export function moveToFree(file, target) {
  const stat = lstatSync(file);
  if (stat.isDirectory()) {
    if (stands(target)) return false;
    renameSync(file, target);
    return true;
  }
  const give = () => {
    if (stat.isSymbolicLink()) return symlinkSync(readlinkSync(file), target);
    try {
      linkSync(file, target);
    } catch (error) {
      if (codeOf(error) === "EEXIST") throw error;
      copyFileSync(file, target, constants.COPYFILE_EXCL); // a file system without links
    }
  };
  if (!manages(give, "EEXIST")) return false;
  unlinkSync(file);
  return true;
}

/** Where files are exchanged by renames: on the disk of the person's folder. @param {string} root @param {string} folder of git */
export function placeOf(root, folder) {
  const isNear = statSync(root).dev === statSync(folder).dev;
  return join(isNear ? folder : join(root, ".cache"), "emergence-place");
}

/** @param {string} root the person's folder @param {string} place see placeOf */
export function exchange(root, place) {
  const fresh = join(place, "new");
  const aside = join(place, "kept");
  const back = join(place, "back");

  /** Removes folders that have become empty, as git does. @param {string} path */
  function prune(path) {
    for (let up = dirname(path); up !== "."; up = dirname(up)) {
      if (!manages(() => rmdirSync(join(root, up)), "ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR", "EBUSY", "EPERM"))
        return;
    }
  }

  /** @param {string} path */
  function moveAside(path) {
    const file = join(root, path);
    for (let n = 1; stands(file); n++) {
      const target = join(aside, String(n), path);
      const isFree =
        !stands(target) && manages(() => mkdirSync(dirname(target), { recursive: true }), "EEXIST", "ENOTDIR");
      if (isFree && manages(() => renameSync(file, target), "ENOENT")) return;
    }
  }

  return {
    fresh,
    /** What was moved aside, a folder each time that a name had to be freed. */
    asides: () => (stands(aside) ? readdirSync(aside).map((n) => join(aside, n)) : []),
    /** What had been placed and was taken back. */
    backs: () => (stands(back) ? [back] : []),
    /** Whether the new file of this name waits to be placed. @param {string} path */
    waits: (path) => stands(join(fresh, path)),

    /** Gives the new file its name. @param {string} path @param {() => void} [between] called while nothing has the name */
    put(path, between = () => {}) {
      for (let tries = 1; tries <= 10; tries++) {
        moveAside(path);
        between();
        mkdirSync(dirname(join(root, path)), { recursive: true });
        if (moveToFree(join(fresh, path), join(root, path))) return;
      }
      throw new Error(`${path} is written again and again by another program`);
    },
    /** @param {string} path */
    remove(path) {
      moveAside(path);
      prune(path);
    },
    /** Undoes either. @param {string} path */
    restore(path) {
      const [file, taken, old] = [join(root, path), join(back, path), join(aside, "1", path)];
      if (stands(file) && !stands(join(fresh, path))) {
        mkdirSync(dirname(taken), { recursive: true });
        renameSync(file, taken);
        prune(path);
      }
      if (!stands(old)) return;
      mkdirSync(dirname(file), { recursive: true });
      moveToFree(old, file);
    },
    /** Gives a file that was moved aside a free name beside its own. @param {string} from one of `asides` or `backs` @param {string} path */
    putBeside(from, path) {
      for (;;) {
        const name = freeName([root], path, "mine");
        mkdirSync(dirname(join(root, name)), { recursive: true });
        if (moveToFree(join(from, path), join(root, name))) return name;
      }
    },
    clear: () => rmSync(place, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/**
 * Files in a folder that are not as an index has them.
 * @param {string} work
 * @param {string} folder of git
 * @param {Git} git with this index
 */
export function differing(work, folder, git) {
  const options = ["core.fsmonitor=false", "core.trustctime=false", "core.sparseCheckout=false"];
  const here = git.in(work, `--git-dir=${folder}`, `--work-tree=${work}`, ...options.flatMap((each) => ["-c", each]));
  return [
    ...here.paths("diff", "--name-only", "--no-renames", "--ignore-submodules", "--diff-filter=MT"),
    ...here.paths("ls-files", "--others"),
  ];
}
