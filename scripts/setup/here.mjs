/** The folder of the person who calls `npm run COMMAND`: npm runs scripts in the clone, and says where it was called. */
export const hereFor = (/** @type {string} */ command) =>
  (process.env.npm_lifecycle_event === command ? process.env.INIT_CWD : undefined) ?? process.cwd();
