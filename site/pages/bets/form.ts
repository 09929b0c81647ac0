// The answers of a bet as buttons, or as a slider with its number.
import { betText, type Stakes } from "../../../plot/betWords";
import { element } from "../element";
import { stepOf } from "./steps";

export interface Offer {
  readonly question: string;
  readonly stakes: Stakes;
  /** What came out, if the page knows: how fine the slider is goes by it. */
  readonly truth: string | number | undefined;
  /** Address on the page of what came out. */
  readonly end: string | undefined;
}

export interface BetForm {
  readonly node: HTMLElement;
  /** Shows a guess as placed. */
  show(guess: string | number): void;
  focus(): void;
}

/** Buttons, of which the one that was chosen stays pressed. */
function choices(answers: readonly string[], onPlace: (guess: string) => void) {
  const buttons = answers.map((answer) => {
    const button = element("button", { type: "button", textContent: answer });
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => onPlace(answer));
    return button;
  });
  const row = element("div", { className: "answers" }, buttons);
  return {
    row,
    set(guess: string | number) {
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.textContent === guess));
    },
    focus: () => (buttons.find((button) => button.getAttribute("aria-pressed") === "true") ?? buttons[0])?.focus(),
  };
}

/** A slider and its number, which follow each other. */
function range(
  stakes: Extract<Stakes, { from: number }>,
  truth: string | number | undefined,
  onPlace: (guess: number) => void,
) {
  const { from, to, unit } = stakes;
  const step = stepOf(stakes, truth);
  const bounds = { min: String(from), max: String(to) };
  const middle = String(Number((from + Math.round((to - from) / 2 / step) * step).toPrecision(12)));
  const slider = element("input", { type: "range", ...bounds, step: String(step), value: middle });
  const number = element("input", { type: "number", ...bounds, step: "any", value: middle, required: true });
  slider.setAttribute("aria-label", "Your guess, as a slider");
  number.setAttribute("aria-label", `Your guess, ${from} to ${to}${unit ? ` ${unit}` : ""}`);
  const say = () => slider.setAttribute("aria-valuetext", betText(Number(slider.value), stakes));
  slider.addEventListener("input", () => {
    number.value = slider.value;
    say();
  });
  number.addEventListener("input", () => {
    slider.value = number.value;
    say();
  });
  say();
  const place = element("button", { type: "submit", textContent: "Place the bet" });
  const row = element("form", { className: "answers" }, [
    element("span", { className: "end", textContent: betText(from, { from, to }) }),
    slider,
    element("span", { className: "end", textContent: betText(to, { from, to }) }),
    number,
    ...(unit ? [element("span", { textContent: unit })] : []),
    place,
  ]);
  // Prints in place of the slider.
  row.dataset.blank = `${betText(from, { from, to })} to ${betText(to, stakes)}:`;
  row.addEventListener("submit", (event) => {
    event.preventDefault();
    onPlace(Number(number.value));
  });
  return {
    row,
    set(guess: string | number) {
      slider.value = number.value = String(guess);
      place.textContent = "Change the bet";
      say();
    },
    focus: () => place.focus(),
  };
}

/** @param onPlace told of each guess */
export function betForm(offer: Offer, onPlace: (guess: string | number) => void): BetForm {
  const { question, stakes, truth, end } = offer;
  const asked = element("p", { className: "question", textContent: `Your bet: ${question}` });
  const { row, set, focus } = "choices" in stakes ? choices(stakes.choices, onPlace) : range(stakes, truth, onPlace);
  // The notebook's text speaks of writing into the cell and running it.
  const how = "choices" in stakes ? "Here a click is enough" : "Here the slider and its button are enough";
  const hint = element("p", { className: "hint", textContent: `${how}: you need not write or run anything.` });
  const said = element("p", { className: "said" });
  said.setAttribute("role", "status");
  const node = element("div", { className: "bet-form" }, [asked, row, hint, said]);
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", `Bet: ${question}`);
  return {
    node,
    show(guess) {
      set(guess);
      hint.remove();
      said.textContent = `Your bet: ${betText(guess, stakes)}. `;
      if (end !== undefined) said.append(element("a", { href: end, textContent: "What came out" }));
    },
    focus,
  };
}
