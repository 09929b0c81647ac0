// TypeScript's view of the files of the pack.
import type { System } from "@tslab/typescript-for-tslab";
import { dirname, join, resolve } from "path-browserify";
import { files } from "../node/files";
import { kitFolder } from "../node/pack";
import { process } from "../node/process";

const textOf = (content: string | Uint8Array): string =>
  typeof content === "string" ? content : new TextDecoder().decode(content);

const never = { close() {} };

function filesBelow(folder: string, extensions: readonly string[] | undefined): string[] {
  return files()
    .list(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      if (files().isFolder(path)) return name === "node_modules" ? [] : filesBelow(path, extensions);
      return extensions === undefined || extensions.some((extension) => name.endsWith(extension)) ? [path] : [];
    });
}

/** Nothing is watched, since nobody else writes. */
export function systemOfPack(): System {
  return {
    args: [],
    newLine: "\n",
    useCaseSensitiveFileNames: true,
    write: (text) => void process.stderr.write(text),
    readFile: (path) => (files().isFile(path) ? textOf(files().read(path)) : undefined),
    writeFile: (path, text) => files().write(path, text),
    resolvePath: (path) => resolve(path),
    fileExists: (path) => files().isFile(path),
    directoryExists: (path) => files().isFolder(path),
    createDirectory: (path) => files().makeFolder(path),
    getExecutingFilePath: () => `${kitFolder}/node_modules/@tslab/typescript-for-tslab/lib/typescript.js`,
    getCurrentDirectory: () => process.cwd(),
    getDirectories: (path) =>
      files().isFolder(path)
        ? files()
            .list(path)
            .filter((name) => files().isFolder(join(path, name)))
        : [],
    readDirectory: (path, extensions) => (files().isFolder(path) ? filesBelow(path, extensions) : []),
    realpath: (path) => (dirname(path) === path ? path : files().real(path)),
    exit: () => {},
    watchFile: () => never,
    watchDirectory: () => never,
  };
}
