// The figure of the token model: one ruler large, all six small.
import { axes, type Box, box, clipped, dot, errorBar, label, line, type Place, scale, segment } from "../parts/plot";
import { guess, isThrown, type Ruler, type Score, sizes, type TokenState, theory } from "./model";

export const names: Readonly<Record<Ruler, string>> = {
  loss: "loss of a token (nats)",
  exact: "exact match",
  tokens: "right tokens (share)",
  edits: "wrong tokens per answer",
  choice: "choice of the right option",
  brier: "Brier score",
};

const decades = [6, 11] as const;
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const power = (exponent: number) => `10${[...String(exponent)].map((digit) => raised[Number(digit)]).join("")}`;
const sizesAlong = (steps: number) => Array.from({ length: steps + 1 }, (_, i) => 10 ** (6 + (5 * i) / steps));
const grid = sizesAlong(150);
/** A jump is drawn upright. */
const fineGrid = sizesAlong(3000);

/** The largest value that an axis has to show. */
function topOf(ruler: Ruler, state: TokenState): number {
  if (ruler === "edits") return state.length;
  if (ruler === "loss") return Math.max(guess, theory("loss", state)(sizes[0] as number));
  return 1;
}

function curveIn({ x, y }: Box, ruler: Ruler, state: TokenState, kind: string): string {
  const exact = theory(ruler, state);
  return line(
    (ruler === "choice" ? fineGrid : grid).map((N): Place => [x(Math.log10(N)), y(exact(N))]),
    kind,
  );
}

export const tokenHeight = 290;

const rulerBox = (top: number, width: number) => box(decades, [0, top], { width, height: tokenHeight, right: 20 });

/** Another ruler's curve over the figure of one that goes up to 1. */
export const rulerCurve = (ruler: Ruler, state: TokenState, width: number, kind: string) =>
  curveIn(rulerBox(1, width), ruler, state, kind);

export function tokenDrawing(state: TokenState, scores: readonly Score[], width: number): string {
  const ruler = state.ruler as Ruler;
  const top = topOf(ruler, state);
  const frame = rulerBox(top, width);
  const { x, y } = frame;
  const dots = scores.map(({ size, value, lower, upper }) => {
    const at = x(Math.log10(size));
    const bar = lower === undefined || upper === undefined ? "" : errorBar(at, y(upper), y(lower), "whisker ink");
    return bar + dot([at, y(value)], "known", 4.5);
  });
  const limit =
    state.ruler === "choice" ? label(`right above p = ${state.threshold.toFixed(2)}`, [x(6) + 8, y(0.93)], "tick") : "";
  const zero = segment([x(6), y(0)], [x(11), y(0)], "axis");
  return [
    axes(frame, {
      x: { label: "size (parameters)", at: [6, 7, 8, 9, 10, 11], text: power },
      y: { label: `${names[ruler]}${["loss", "edits", "brier"].includes(ruler) ? ", low is good" : ""}` },
    }),
    zero,
    clipped(frame, "ruler-clip", curveIn(frame, ruler, state, "curve")),
    ...dots,
    limit,
    label(isThrown(ruler) ? "line: theory, dots: test" : "line: theory, no dice", [x(6), tokenHeight - 6], "tick"),
  ].join("");
}

/** A ruler in small, for the switch. */
export function smallDrawing(ruler: Ruler, state: TokenState): string {
  const [x, y] = [scale(decades, [4, 128]), scale([0, topOf(ruler, state)], [52, 8])];
  const frame = { x, y, width: 132, height: 60 };
  return segment([x(6), y(0)], [x(11), y(0)], "axis") + curveIn(frame, ruler, state, "curve");
}
