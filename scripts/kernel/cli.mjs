#!/usr/bin/env node
// `emergence-kernel`: the command of the package that `npm run kernel -- --pack FOLDER` makes, for those who want the kernel alone.
import { registerOrRemove } from "./command.mjs";

process.exitCode = registerOrRemove(process.argv.slice(2), "emergence-kernel");
