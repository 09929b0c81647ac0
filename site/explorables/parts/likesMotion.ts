/** Whether the reader has not asked for little motion. */
export const likesMotion = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;
