// What joins a page: its state, in the address; the controls and words that change it; the figure and the sentence that follow it.
import { addressOf, readState, type State } from "./address";
import { controlsOf } from "./controls";
import { sayIn } from "./say";
import { lookAtFigure, wordsOf } from "./words";

export interface Explorable<S extends State> {
  /** The state that the page begins in. */
  readonly usual: S;
  /** The nearest state that there is: an address may say anything. */
  legal(state: S): S;
  /** What a slider's value is called. */
  text(name: string, value: number | string, state: S): string;
  /** @param begun whether the figure begins anew: at first, by a word, by a reset */
  draw(state: S, begun: boolean): void;
  sentence(state: S): string;
}

export interface Running<S extends State> {
  readonly state: S;
  set(change: Partial<S>): void;
  /** Says the sentence anew where something has happened by itself. */
  say(): void;
}

/** Milliseconds between a change and the new address: browsers allow a hundred in half a minute. */
const addressRest = 400;

export function begin<S extends State>(page: Explorable<S>): Running<S> {
  const { usual } = page;
  const root = document.querySelector<HTMLElement>(".explorable") as HTMLElement;
  let state = page.legal(readState(usual, location.hash));
  let written: ReturnType<typeof setTimeout> | undefined;
  const say = sayIn(root.querySelector<HTMLElement>(".told") as HTMLElement);
  const update = (next: S, begun: boolean) => {
    state = page.legal(next);
    showControls(state);
    markWords(state);
    page.draw(state, begun);
    say(() => page.sentence(state));
  };
  const change = (next: S, begun: boolean) => {
    update(next, begun);
    clearTimeout(written);
    written = setTimeout(() => {
      const address = addressOf(usual, state);
      history.replaceState(null, "", address === "" ? location.pathname : `#${address}`);
    }, addressRest);
  };
  const showControls = controlsOf<S>(root, page.text, (name, value) => change({ ...state, [name]: value }, false));
  const markWords = wordsOf(usual, (next) => change(next, true));
  root.querySelector("[data-reset]")?.addEventListener("click", () => change(usual, true));
  root.querySelector(".main-action")?.addEventListener("click", lookAtFigure);
  addEventListener("hashchange", () => update(readState(usual, location.hash), true));
  let width = root.clientWidth;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    page.draw(state, false);
  }).observe(root);
  update(state, true);
  return {
    get state() {
      return state;
    },
    set: (some) => change({ ...state, ...some }, false),
    say: () => say(() => page.sentence(state)),
  };
}
