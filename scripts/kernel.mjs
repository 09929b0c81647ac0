// npm run kernel: makes the kit's TypeScript kernel known to a Jupyter or VS Code of one's own, or packs it to be installed alone.
import "./setup/refuseOldNode.mjs";
import { resolve } from "node:path";
import { registerOrRemove } from "./kernel/command.mjs";
import { packKernel } from "./kernel/pack.mjs";
import { here } from "./setup/here.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";

const name = "npm run kernel --";
const pack = `
${name} --pack FOLDER        writes the kernel as an npm package, to be installed without this clone (docs/kernel.md)`;

/** @param {string[]} args */
function main(args) {
  if (args[0] !== "--pack") return registerOrRemove(args, name, { more: pack, from: here() });
  const [, folder, ...rest] = args;
  if (folder === undefined || rest.length > 0)
    throw new Problem(
      `${name} ${args.join(" ")}: --pack needs the folder in which the package shall lie, and nothing else.`,
    );
  const file = packKernel(resolve(here(), folder));
  console.log(`Packed ${file}\nTo install it anywhere: npm install --global ${file} && emergence-kernel --user`);
  return 0;
}

await runCommand(async () => main(process.argv.slice(2)));
