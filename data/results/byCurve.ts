/** Names of curves that a remark gives. */
const mostNames = 3;

/** Remarks on curves: what is said of several is said once. */
export function byCurve(say: (text: string) => void) {
  const found = new Map<string, string[]>();
  return {
    remark: (name: string, text: string): void => void found.set(text, [...(found.get(text) ?? []), name]),
    tell: (): void => {
      for (const [text, names] of found) {
        const more = names.length - mostNames;
        say(`${names.slice(0, mostNames).join("; ")}${more > 0 ? ` and ${more} more` : ""}: ${text}`);
      }
    },
  };
}
