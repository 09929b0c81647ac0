/** What a person can mend: shown as one sentence, never as a stack. */
export class Problem extends Error {}

const full =
  /\b(ENOSPC|EDQUOT)\b|No space left on device|Disk quota exceeded|Out of disk ?space|not enough space on the disk/i;

/** The sentence for a full disk where a text, such as what a program printed, tells of one; else null. */
export function diskFailure(/** @type {string} */ text) {
  return full.test(text)
    ? "the disk is full: make room, and do the same again; it goes on from where it stopped."
    : null;
}

/**
 * The system's refusals that a person can mend, as a sentence.
 * @param {unknown} error
 * @returns {string | null} null for all else, which is a fault of the kit
 */
function refusal(error) {
  const { code = "", message = "", path } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  const space = diskFailure(`${code} ${message}`);
  if (space) return space;
  if (path === undefined) return null;
  if (["EEXIST", "ENOTDIR", "EISDIR"].includes(code))
    return `${path} is in the way (${code}): move it elsewhere, and do the same again.`;
  if (!["EACCES", "EPERM", "EROFS"].includes(code)) return null;
  return `${path} cannot be written (${code}): have its owner changed to you, or close what uses it, and do the same again.`;
}

/** A reader that went away (`npm run doctor | head`), or a full disk behind `> file`: what we do matters more than what we say. */
function speakOn() {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

/**
 * Runs a command's main function. Its number is the exit code; a Problem is one line on stderr and exit code 1.
 * @param {() => Promise<number | void>} main
 */
export async function runCommand(main) {
  speakOn();
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const sentence = error instanceof Problem ? error.message : refusal(error);
    if (sentence === null) throw error;
    console.error(`✗ ${sentence}`);
    process.exitCode = 1;
  }
}
