/** What a call writes to the console, outside a kernel. */
export function printed(run: () => void): string {
  const { log } = console;
  const said: unknown[] = [];
  console.log = (...values: unknown[]) => said.push(...values);
  try {
    run();
  } finally {
    console.log = log;
  }
  return said.join("\n");
}
