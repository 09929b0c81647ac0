/** The message of the error that a call ends in; undefined if it ends well. */
export function messageOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * The calls whose errors do not begin with their own name, or which end well although what they were given is none:
 * "name: message", a line each.
 */
export function poorErrors(calls: Readonly<Record<string, () => unknown>>): string {
  return Object.entries(calls)
    .flatMap(([name, run]) => {
      const message = messageOf(run);
      const names = [name, name.replace(/\d+$/, "")]; // a second call of one function has a digit behind its name
      return names.some((one) => message?.startsWith(`${one}:`)) ? [] : [`${name}: ${message ?? "no error"}`];
    })
    .join("\n");
}

/** A value where its type forbids it, as a cell whose rows are typed any lets it through. */
export const misfit = (value: unknown): never => value as never;
