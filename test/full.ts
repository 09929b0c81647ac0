/** Whether everything is to run: `npm test -- --full` says so. */
export const full = process.env.EMERGENCE_TEST_FULL === "1";
