// The figure of the S-curve: what is known, the curve with its shading, the bets at the right edge; below, all bets so far.
import { axes, type Box, band, box, clipped, dot, errorBar, label, line, type Place, segment } from "../parts/plot";
import { type Bet, type CurveState, endless, endOf, isInvented, type Series } from "./model";

const most = 110;
/** Pixels for the players' names. */
const besides = 116;

export function curveBox({ x }: Series, width: number): Box {
  const span = [x[0] as number, x.at(-1) as number] as const;
  return box(span, [0, most], { width, height: 320, right: besides });
}

const shown = (value: number) => (value > endless ? "no end" : value >= 10 ? value.toFixed(0) : value.toFixed(1));

/** Moves labels apart that would stand on one another. */
function apart(heights: readonly number[], gap: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] as number) - (heights[b] as number));
  const placed = [...heights];
  for (const [n, i] of order.entries()) {
    const above = order[n - 1];
    if (above !== undefined) placed[i] = Math.max(placed[i] as number, (placed[above] as number) + gap);
  }
  return placed;
}

/** Who bets what on the end, at the right edge. */
function players(frame: Box, state: CurveState, bet: Bet, end: number): string {
  const edge = frame.x(frame.x.domain[1]);
  const top = frame.y(most);
  const height = (value: number) => Math.max(top, frame.y(value));
  const all = [
    { text: "100 percent", value: 100, kind: "hundred" },
    ...(bet.kind === "bet" ? [{ text: `curve: ${shown(bet.ceiling)}`, value: bet.ceiling, kind: "curve" }] : []),
    ...(state.bet >= 0 ? [{ text: `you: ${state.bet}`, value: state.bet, kind: "you" }] : []),
    ...(state.seen ? [{ text: `came to ${shown(end)}`, value: end, kind: "came" }] : []),
  ];
  const heights = apart(
    all.map(({ value }) => height(value)),
    17,
  );
  const marks = all.map(({ text, value, kind }, i) => {
    const at = heights[i] as number;
    const leader = line(
      [
        [edge + 3, height(value)],
        [edge + 13, height(value)],
        [edge + 18, at],
        [edge + 22, at],
      ],
      `leader ${kind}`,
    );
    return leader + label(text, [edge + 26, at + 4], `player ${kind}`);
  });
  const isSure = bet.kind === "bet" && Number.isFinite(bet.upper - bet.lower) && bet.ceiling < most;
  const spread = isSure
    ? errorBar(edge + 8, height(Math.min(most, bet.upper)), frame.y(Math.max(0, bet.lower)), "whisker curve")
    : "";
  return marks.join("") + spread;
}

export function curveDrawing(state: CurveState, series: Series, bet: Bet, width: number): string {
  const frame = curveBox(series, width);
  const { x, y } = frame;
  const [from, to] = x.domain;
  const grid = Array.from({ length: 121 }, (_, i) => from + ((to - from) * i) / 120);
  const now = series.x[state.known - 1] as number;
  let curve = "";
  if (bet.kind === "bet") {
    const { value, lower, upper } = bet.fit.band(grid);
    const places = (heights: readonly number[]) => grid.map((at, i): Place => [x(at), y(heights[i] as number)]);
    const edges = [lower, upper].map((heights) => heights.map((each) => Math.max(-50, Math.min(300, each))));
    const isKnown = edges.flat().every(Number.isFinite);
    curve =
      (isKnown ? band(places(edges[0] as number[]), places(edges[1] as number[]), "band curve") : "") +
      line(places(value), "curve");
  }
  const names = {
    x: { label: isInvented(state.thing) ? "year" : "", text: String },
    y: { label: series.of === undefined ? "share (percent)" : `share of ${series.of} (percent)` },
  };
  return [
    axes(frame, names),
    segment([x(from), y(100)], [x(to), y(100)], "guide hundred"),
    segment([x(now), y(0)], [x(now), y(most)], "now"),
    label(
      "known so far",
      [x(now) + (now - from > 0.75 * (to - from) ? -5 : 5), y(most) + 10],
      "tick",
      now - from > 0.75 * (to - from) ? "end" : "start",
    ),
    clipped(frame, "curve-clip", curve),
    players(frame, state, bet, endOf(series)),
  ].join("");
}

/** The dots themselves, for the picture: on the page they are handles. */
export function dotsDrawing(state: CurveState, series: Series, width: number): string {
  const { x, y } = curveBox(series, width);
  return series.x
    .map((at, i) => [at, series.y[i] as number] as const)
    .filter((_, i) => state.seen || i < state.known)
    .map(([at, share], i) => dot([x(at), y(share)], i < state.known ? "known" : "later", 3.5))
    .join("");
}

export const betsHeight = 160;

/** All bets of the curve up to now; up to the last where the end is shown. */
export function betsDrawing(state: CurveState, series: Series, bets: Series, width: number): string {
  const span = [series.x[0] as number, series.x.at(-1) as number] as const;
  const frame = box(span, [0, 200], { width, height: betsHeight, right: besides });
  const { x, y } = frame;
  const now = series.x[state.known - 1] as number;
  const top = y(200);
  const dots = bets.x.map((at, i) => {
    if (!state.seen && at > now) return "";
    const bet = bets.y[i] as number;
    const height = bet <= 200 ? y(bet) : top;
    return dot(
      [x(at), height],
      `${bet <= 200 ? "bet" : "bet beyond"}${at === now ? " present" : ""}`,
      at === now ? 5 : 3,
    );
  });
  const end = endOf(series);
  const right = state.seen
    ? `<rect class="right" x="${x(span[0])}" y="${y(1.1 * end)}" width="${x(span[1]) - x(span[0])}" height="${y(0.9 * end) - y(1.1 * end)}"/>` +
      label("right", [x(span[1]) + 26, y(end) + 4], "player came")
    : "";
  return [
    axes(frame, {
      x: { label: "bet made in this year", text: String },
      y: {
        label: "all bets of the curve on the end",
        at: [0, 100, 200],
        text: (value) => (value === 200 ? "200+" : String(value)),
      },
    }),
    right,
    segment([x(span[0]), y(100)], [x(span[1]), y(100)], "guide hundred"),
    ...dots,
  ].join("");
}
