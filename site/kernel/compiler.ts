// TypeScript as the kit's kernel gives it to tslab, over the pack. Loaded once the pack is there.
import ts = require("@tslab/typescript-for-tslab");

import { wrapTypeScript } from "../../scripts/kernel/compiler.cjs";
import { systemOfPack } from "./system";

/** tslab's own addition, which its types do not tell. */
const { setSys } = ts as unknown as { setSys(system: ts.System): void };
setSys(systemOfPack());

export const { typescript, takePositions } = wrapTypeScript(ts);
export { ts };
