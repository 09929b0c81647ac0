// The page of the token model.
import { begin } from "../parts/explorable";
import { widthOf } from "../parts/plot";
import { ready } from "../parts/ready";
import { names, smallDrawing, tokenDrawing, tokenHeight } from "./drawing";
import {
  type Answers,
  answersOf,
  isThrown,
  lastZero,
  lawOf,
  legal,
  misses,
  type Ruler,
  type Score,
  scoresOf,
  type TokenState,
  usual,
} from "./model";

const find = <T extends Element>(selector: string) => document.querySelector(selector) as T;
const stage = find<HTMLElement>(".stage");
const main = find<SVGSVGElement>("svg.main");
const formula = find<HTMLElement>(".formula");

function sizeText(size: number): string {
  const [unit, name] = size >= 1e9 ? [1e9, "billion"] : [1e6, "million"];
  return `${Number((size / unit).toPrecision(2))} ${name} parameters`;
}
const share = (value: number) => value.toFixed(2);

const html = {
  smooth: ({ exponent }: TokenState) => `loss = (N / 10<sup>7</sup>)<sup>−${exponent}</sup>`,
  falls: () => "loss = ln 10 / (1 + (N / 10<sup>8</sup>)<sup>4</sup>)",
};

const summaries: Readonly<Record<string, string>> = {
  loss: "The loss",
  exact: "Exact match",
  tokens: "The share of right tokens",
  edits: "The number of wrong tokens",
  choice: "The choice",
  brier: "The Brier score",
};

async function start(): Promise<void> {
  await ready;
  let answers: Answers[] = [];
  let key = "";
  const update = (state: TokenState) => {
    const { law, length, questions, exponent, seed } = state;
    const now = [law, length, questions, exponent, seed].join();
    if (key !== now) answers = answersOf(state);
    key = now;
  };
  const scores = (state: TokenState) => scoresOf(state.ruler as Ruler, state, answers);

  const page = begin<TokenState>({
    usual,
    legal,
    text: (name, value) => {
      if (name === "bet") return value === -1 ? "none yet" : `${value} percent`;
      return typeof value === "number" && (name === "threshold" || name === "exponent")
        ? value.toFixed(2)
        : String(value);
    },
    draw: (state) => {
      update(state);
      const width = widthOf(stage);
      main.setAttribute("viewBox", `0 0 ${width} ${tokenHeight}`);
      main.setAttribute("aria-label", `${names[state.ruler as Ruler]} over the size of the model`);
      main.innerHTML = tokenDrawing(state, scores(state), width);
      for (const small of document.querySelectorAll<SVGSVGElement>("svg.small"))
        small.innerHTML = smallDrawing(small.dataset.ruler as Ruler, state);
      find<HTMLInputElement>("#exponent").disabled = state.law === "falls";
      formula.innerHTML = html[state.law as "smooth" | "falls"](state);
      const { size, exact } = lastZero(answers);
      find<HTMLElement>(".at-zero").textContent =
        exact === 0
          ? `the last model at zero (${sizeText(size)})`
          : `the smallest model (${sizeText(size)}; here it is above zero)`;
    },
    sentence: (state) => {
      const ruler = state.ruler as Ruler;
      const { size, exact, tokens } = lastZero(answers);
      const scored = scores(state);
      const ends = [scored[0], scored.at(-1)].map((score) => share((score as Score).value));
      const told = `${summaries[ruler]}, ${state.length} tokens, ${state.questions} questions: from ${ends.join(" for the smallest model to ")} for the largest.`;
      const zero =
        exact > 0 ? "Even the smallest model has answers right" : `No answer is right up to ${sizeText(size)}`;
      if (ruler === "exact" && state.bet < 0) return `${told} ${zero}.`;
      const right = share(tokens / (state.questions * state.length));
      const bet = state.bet < 0 ? "" : ` You bet ${share(state.bet / 100)}.`;
      const missed = misses(ruler, state, scored);
      const bars = isThrown(ruler)
        ? ` Of 11 bars ${missed} ${missed === 1 ? "misses" : "miss"} the theory (one of twenty does by chance).`
        : "";
      return `${told} ${zero}; there the share of right tokens is ${right}.${bet}${bars}`;
    },
  });
  find("[data-seed]").addEventListener("click", () => page.set({ seed: (page.state.seed % 999) + 1 }));
  find("[data-reveal]").addEventListener("click", () => page.set({ ruler: "tokens" }));
  Object.assign(globalThis, {
    explorable: {
      state: () => page.state,
      numbers: () => ({ answers, p: answers.map(({ size }) => lawOf(page.state).p(size)), scores: scores(page.state) }),
    },
  });
}

void start();
