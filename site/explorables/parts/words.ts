// Words of the text that move the figure to the state that they speak of: <button class="word" data-to="known=17&seen=1">.
import { readState, type State, sameState } from "./address";
import { likesMotion } from "./likesMotion";

/** Brings the figure into view where the effect of a word or button would not be seen. */
export function lookAtFigure(): void {
  const figure = document.querySelector(".stage") as Element;
  const { top, bottom } = figure.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  figure.scrollIntoView({ block: "start", behavior: likesMotion() ? "smooth" : "auto" });
}

/** @param go takes the state that a word speaks of @returns marks the words that speak of a state */
export function wordsOf<S extends State>(usual: S, go: (state: S) => void): (state: S) => void {
  const words = [...document.querySelectorAll<HTMLButtonElement>("button[data-to]")];
  const target = (word: HTMLButtonElement) => readState(usual, word.dataset.to as string);
  for (const word of words)
    word.addEventListener("click", () => {
      go(target(word));
      lookAtFigure();
    });
  return (state) => {
    for (const word of words) word.setAttribute("aria-pressed", String(sameState(usual, target(word), state)));
  };
}
