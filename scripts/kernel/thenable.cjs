// With an `Object.prototype.then` every object counts as a promise that may never be kept: no `await` of one would go on,
// the kernel's own neither.
const process = require("node:process"); // a cell may delete the global one

const { hasOwn, prototype } = Object;
const { deleteProperty } = Reflect;
const exit = process.exit.bind(process);

/** Takes it away, and says so; where it stays, the kernel ends and Jupyter starts another, in place of silence. */
function dropThen() {
  if (!hasOwn(prototype, "then")) return;
  const isGone = deleteProperty(prototype, "then");
  const what = isGone ? "was removed again" : "cannot be removed, so the kernel ends";
  console.error(
    `[kernel] Object.prototype.then ${what}: with it every object counts as a promise, and no await goes on. Define \`then\` on a class of your own.`,
  );
  if (!isGone) exit(1);
}

module.exports = { dropThen };
