// Which bets come before which outputs.

/** What a cell shows, as far as bets go. */
export interface Seen {
  /** Questions that it asks. */
  readonly asks: readonly string[];
  /** Questions that it settles. */
  readonly settles: readonly string[];
  readonly hasFigure: boolean;
}

/**
 * For each cell, the questions to be bet on before its outputs are looked at. Between a bet and its end figures wait, and the end
 * itself; if several bets are open there, those that end first.
 */
export function owners(cells: readonly Seen[]): string[][] {
  const asked = new Map(cells.flatMap(({ asks }, at) => asks.map((question) => [question, at] as const)));
  const settled = cells.flatMap(({ settles }, end) => settles.map((question) => ({ question, end })));
  return cells.map(({ settles, hasFigure }, at) => {
    if (!hasFigure && settles.length === 0) return [];
    const open = settled.filter(({ question, end }) => (asked.get(question) ?? Infinity) < at && at <= end);
    const first = Math.min(...open.map(({ end }) => end));
    return open.filter(({ end }) => end === first).map(({ question }) => question);
  });
}
