// The state of an explorable is its address: what stands after "#" reproduces the figure.

/** Named numbers and texts. */
export type State = Record<string, number | string>;

/** The state that an address tells; what it does not tell, or tells wrongly, is as usual. */
export function readState<S extends State>(usual: S, address: string): S {
  const told = new URLSearchParams(address.replace(/^#/, ""));
  const state = Object.entries(usual).map(([name, value]) => {
    const text = told.get(name);
    if (text === null) return [name, value];
    if (typeof value === "string") return [name, text];
    const number = text.trim() === "" ? Number.NaN : Number(text);
    return [name, Number.isFinite(number) ? number : value];
  });
  return Object.fromEntries(state) as S;
}

/** The address of a state: only what is not as usual. */
export function addressOf<S extends State>(usual: S, state: S): string {
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== usual[name]) told.set(name, String(value));
  return told.toString();
}

export const sameState = <S extends State>(usual: S, a: S, b: S) => addressOf(usual, a) === addressOf(usual, b);
