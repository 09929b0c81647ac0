// Makes the TypeScript kernel known to a Jupyter or VS Code of one's own, or takes it away: `npm run kernel` of a clone, and
// `emergence-kernel` of the kernel's own package.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { kernelStatus, registerKernel, unregisterKernel } from "./register.mjs";

/** @param {string} name what a person types before the options */
const usageOf = (name) => `${name} --user               for the Jupyter and the VS Code of this user
${name} --prefix FOLDER      for one virtual environment
  --replace   also where a kernel "tslab" of another program stands (it is kept, and --remove puts it back)
  --remove    takes it away again`;

/**
 * @param {string[]} args
 * @param {string} name what a person types before the options
 * @param {object} [options]
 * @param {string} [options.more] further lines of the usage
 * @param {string} [options.from] the folder from which a path is meant
 * @returns {number} exit code
 */
export function registerOrRemove(args, name, { more = "", from = process.cwd() } = {}) {
  const usage = usageOf(name) + more;
  /** @type {{ user?: boolean, prefix?: string, replace?: boolean, remove?: boolean, help?: boolean }} */
  let options;
  try {
    options = parseArgs({
      args,
      options: {
        user: { type: "boolean" },
        prefix: { type: "string" },
        replace: { type: "boolean" },
        remove: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n${usage}`);
    return 1;
  }
  const { user, prefix, replace = false, remove, help } = options;
  if (help || (!user && prefix === undefined)) {
    console.log(help ? usage : `${kernelStatus({ user: true }).why}\n${usage}`);
    return 0;
  }
  const where = prefix === undefined ? { user: /** @type {const} */ (true) } : { prefix: resolve(from, prefix) };
  const again = `${name} ${prefix === undefined ? "--user" : `--prefix ${prefix}`}`;
  if (remove) {
    const { kind, why, restored } = unregisterKernel(where);
    console.log(
      `${kind === "refused" ? `Not removed: ${why}` : why}${restored ? "; the kernel that stood there before is back" : ""}`,
    );
    return kind === "refused" ? 1 : 0;
  }
  const result = registerKernel(where, { replace });
  if (result.kind === "refused") {
    console.error(`Not registered: ${result.why}\nTo put this kernel in its place (it is kept): ${again} --replace`);
    return 1;
  }
  const kept = result.backup === undefined ? "" : `; the one that stood there is kept at ${result.backup}`;
  console.log(`Registered the kernel "TypeScript" at ${result.folder}; it runs ${import.meta.dirname}${kept}`);
  console.log(`To undo: ${again} --remove`);
  return 0;
}
