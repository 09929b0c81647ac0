// What tslab gets when it asks for its TypeScript: scripts/site/bundle.mjs leads it here.
import { typescript } from "./compiler";

export = typescript;
