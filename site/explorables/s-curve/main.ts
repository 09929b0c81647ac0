// The page of the S-curve.
import { begin } from "../parts/explorable";
import { handlesIn } from "../parts/handles";
import { widthOf } from "../parts/plot";
import { ready } from "../parts/ready";
import { betsDrawing, betsHeight, curveBox, curveDrawing } from "./drawing";
import {
  type Bet,
  betOf,
  betsOf,
  type CurveState,
  earlyScore,
  endless,
  endOf,
  holds,
  isRight,
  knownAtFirst,
  legal,
  movedText,
  movesOf,
  type Series,
  seriesOf,
  technologies,
  usual,
} from "./model";
import { table } from "./table";

const find = <T extends Element>(selector: string) => document.querySelector(selector) as T;
const stage = find<HTMLElement>(".stage");
const [main, below] = [find<SVGSVGElement>("svg.main"), find<SVGSVGElement>("svg.below")];
const drawn = find<SVGGElement>("svg.main .drawn");
const reveal = find<HTMLButtonElement>("[data-reveal]");
const amount = (share: number) => share.toFixed(share > 0 && share < 10 ? 1 : 0);
const percent = (share: number) => `${amount(share)} percent`;

/** How the curve's bet reads. */
function betText(bet: Bet): string {
  if (bet.kind === "failed") return "No S fits";
  if (bet.ceiling > endless) return "The curve sees no end";
  const isSure = Number.isFinite(bet.upper - bet.lower);
  const spread = isSure
    ? `, by its own bar between ${amount(Math.max(0, bet.lower))} and ${amount(bet.upper)}`
    : ", and has no bar";
  return `The curve bets that it ends at ${percent(bet.ceiling)}${bet.upper > endless ? ", or not at all" : spread}`;
}

function scoreText({ made, right }: ReturnType<typeof earlyScore>): string {
  if (made === 0) return "";
  if (made === 1) return ` The curve's only bet before half-way was ${right === 1 ? "right" : "wrong"}.`;
  return ` Of the curve's ${made} bets before half-way ${right === 0 ? "none" : right} ${right > 1 ? "were" : "was"} right.`;
}

const yearText = ({ thing }: CurveState, { x }: Series, known: number) =>
  `${technologies[thing] === undefined ? "year " : ""}${x[known - 1]}`;

function name({ thing, seen }: CurveState): string {
  if (thing === "car" && !seen) return "The secret thing";
  return technologies[thing] ?? "An invented thing";
}

/** Bets are slow to make again for every point: they wait until the hand rests. */
let restDraw: ReturnType<typeof setTimeout> | undefined;
let kept: { readonly key: string; readonly bets: Series } | undefined;

function drawBets(state: CurveState, series: Series, width: number): void {
  const key = series.y.join();
  const draw = () => {
    if (kept?.key !== key) kept = { key, bets: betsOf(series) };
    below.setAttribute("viewBox", `0 0 ${width} ${betsHeight}`);
    below.innerHTML = betsDrawing(state, series, kept.bets, width);
  };
  clearTimeout(restDraw);
  if (kept?.key === key) draw();
  else restDraw = setTimeout(draw, 120);
}

async function start(): Promise<void> {
  await ready;
  let series = seriesOf(usual, table);
  let bet = betOf(series, usual.known);
  const showHandles = handlesIn(find<SVGGElement>("svg.main .handles"), {
    ...{ min: 0, max: 100 },
    valueAt: (y) => curveBox(series, widthOf(stage)).y.back(y),
    onMove: (index, value) => page.set({ moved: movedText(movesOf(page.state.moved).set(index, value)) }),
  });

  const page = begin<CurveState>({
    usual,
    legal: (state) => {
      const now = legal(state, table);
      find<HTMLInputElement>("#known").max = String(seriesOf(now, table).x.length - 1);
      return now;
    },
    text: (control, value, state) => {
      if (control === "bet") return value === -1 ? "none yet" : `${value} percent`;
      return yearText(state, seriesOf(state, table), Number(value));
    },
    draw: (state) => {
      series = seriesOf(state, table);
      bet = betOf(series, state.known);
      const width = widthOf(stage);
      const frame = curveBox(series, width);
      main.setAttribute("viewBox", `0 0 ${width} ${frame.height}`);
      drawn.innerHTML = curveDrawing(state, series, bet, width);
      showHandles(
        series.x.slice(0, state.seen ? undefined : state.known).map((x, i) => {
          const value = series.y[i] as number;
          const kind = i < state.known ? "known" : "later";
          return { x: frame.x(x), y: frame.y(value), value, name: `${x}`, text: percent(value), kind };
        }),
      );
      drawBets(state, series, width);
      reveal.textContent = state.seen ? "Hide what came" : "Show what came";
      find<HTMLElement>(".seed").hidden = technologies[state.thing] !== undefined;
      find<HTMLOptionElement>('option[value="car"]').textContent = state.seen ? "Automobile" : "A secret, from 1915";
    },
    sentence: (state) => {
      const { size } = movesOf(state.moved);
      const yours = size === 0 ? "" : `, ${size} moved by you`;
      const told = `${name(state)}: ${state.known} points known, up to ${yearText(state, series, state.known)}${yours}. ${betText(bet)}.`;
      if (!state.seen) return told;
      const end = endOf(series);
      const players = [
        { who: "the curve", says: bet.kind === "bet" ? bet.ceiling : Number.NaN },
        { who: "“100 percent”", says: 100 },
        ...(state.bet < 0 ? [] : [{ who: "you", says: state.bet }]),
      ];
      const names = (right: boolean) =>
        players
          .filter(({ says }) => isRight(says, end) === right)
          .map(({ who }) => who)
          .join(", ") || "nobody";
      const held = holds(bet, end);
      const bar = held === undefined ? "" : ` The curve's bar ${held ? "holds" : "misses"} it.`;
      const verdicts = `${told} It came to ${percent(end)}. Right, within a tenth: ${names(true)}. Wrong: ${names(false)}.${bar}`;
      if (kept?.key !== series.y.join()) return verdicts;
      return `${verdicts}${scoreText(earlyScore(series, kept.bets))}`;
    },
  });
  reveal.addEventListener("click", () => page.set({ seen: 1 - page.state.seen }));
  find<HTMLSelectElement>("#thing").addEventListener("input", () => {
    const fresh = { moved: "", bet: -1, seen: 0 };
    page.set({ ...fresh, known: knownAtFirst(seriesOf({ ...page.state, ...fresh }, table)) });
  });
  find("[data-seed]").addEventListener("click", () => page.set({ seed: (page.state.seed % 999) + 1 }));
  Object.assign(globalThis, { explorable: { state: () => page.state, numbers: () => numbers(bet) } });
}

/** What a test, or a reader in the console, compares with Node. */
const numbers = (bet: Bet) =>
  bet.kind === "failed" ? bet : { parameters: bet.fit.parameters, lower: bet.lower, upper: bet.upper };

void start();
