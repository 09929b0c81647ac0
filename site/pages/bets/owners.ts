// Which bets come before which outputs.

/** What a cell shows, as far as bets go. */
export interface Seen {
  /** Questions that it asks. */
  readonly asks: readonly string[];
  /** Questions that it settles. */
  readonly settles: readonly string[];
  /** Whether it shows anything else: a figure, a table, a check. */
  readonly shows: boolean;
}

/**
 * For each cell, the questions to be bet on before its outputs are looked at. What is shown between a bet and its end waits, and the
 * end itself; if several bets are open there, it waits for those that end first. Cells that ask never wait.
 */
export function owners(cells: readonly Seen[]): string[][] {
  const asked = new Map(cells.flatMap(({ asks }, at) => asks.map((question) => [question, at] as const)));
  const settled = cells.flatMap(({ settles }, end) => settles.map((question) => ({ question, end })));
  return cells.map(({ asks, settles, shows }, at) => {
    if (asks.length > 0 || (!shows && settles.length === 0)) return [];
    const open = settled.filter(({ question, end }) => (asked.get(question) ?? Infinity) < at && at <= end);
    const first = Math.min(...open.map(({ end }) => end));
    return open.filter(({ end }) => end === first).map(({ question }) => question);
  });
}
