import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The clone of the kit that this file belongs to. */
export interface Kit {
  readonly folder: string;
  /** Folders of its packages. */
  readonly packages: readonly string[];
}

function find(): Kit | undefined {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, "package.json");
    const workspaces = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).workspaces : undefined;
    if (workspaces === undefined) continue;
    if (/[\\/]node_modules[\\/]/.test(__dirname)) return undefined;
    return { folder, packages: workspaces.map((name: string) => join(folder, name)) };
  }
  return undefined;
}

/** Undefined if this package is installed in another project. */
export const kit: Kit | undefined = find();
