// npm run kernel: makes the kit's TypeScript kernel known to a Jupyter or VS Code of one's own.
import "./setup/refuseOldNode.mjs";
import { parseArgs } from "node:util";
import { kernelStatus, registerKernel, unregisterKernel } from "./kernel/register.mjs";

const usage = `npm run kernel -- --user               for the Jupyter and the VS Code of this user
npm run kernel -- --prefix FOLDER      for one virtual environment
  --replace   also where a kernel "tslab" of another program stands (it is kept, and --remove puts it back)
  --remove    takes it away again`;

/** @returns {number} exit code */
function main() {
  /** @type {{ user?: boolean, prefix?: string, replace?: boolean, remove?: boolean, help?: boolean }} */
  let options;
  try {
    options = parseArgs({
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
  const where = prefix === undefined ? { user: /** @type {const} */ (true) } : { prefix };
  const again = `npm run kernel -- ${prefix === undefined ? "--user" : `--prefix ${prefix}`}`;
  if (remove) {
    const { kind, why, restored } = unregisterKernel(where);
    console.log(
      `${kind === "refused" ? `Not removed: ${why}` : why}${restored ? "; the kernel that stood there before is back" : ""}`,
    );
    return kind === "refused" ? 1 : 0;
  }
  const result = registerKernel(where, { replace });
  if (result.kind === "refused") {
    console.error(
      `Not registered: ${result.why}\nTo put the kit's kernel in its place (it is kept): ${again} --replace`,
    );
    return 1;
  }
  const kept = result.backup === undefined ? "" : `; the one that stood there is kept at ${result.backup}`;
  console.log(`Registered the kernel "TypeScript" at ${result.folder}; it runs this clone${kept}`);
  console.log(`To undo: ${again} --remove`);
  return 0;
}

process.exitCode = main();
