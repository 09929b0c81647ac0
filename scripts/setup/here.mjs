import { basename } from "node:path";

/**
 * The folder where a person stands who calls a command: npm runs its scripts in the clone, and says where it was called.
 * What npm says counts only for the script that it runs itself: a test or another command may call ours further down.
 */
export function here() {
  const script = `scripts/${basename(process.argv[1] ?? "")}`;
  const isOfNpm = process.env.npm_lifecycle_script?.split(" ").includes(script);
  return (isOfNpm ? process.env.INIT_CWD : undefined) ?? process.cwd();
}
