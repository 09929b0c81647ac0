// The stationary state of a small road, by the rules written out once more and every outcome of every slowdown: nothing of lib is used.

export interface Chain {
  readonly flow: number;
  readonly jammedShare: number;
  readonly states: number;
}

/** All states a road can be in are cells with a speed or -1; power iteration on the chain between them, from cars that stand in one queue. */
export function stationary(cells: number, cars: number, maxSpeed: number, p: number, pStart: number = p): Chain {
  const queue: number[] = Array.from({ length: cells }, (_, cell) => (cell < cars ? 0 : -1));
  const index = new Map<string, number>([[queue.join(), 0]]);
  const states = [queue];
  const edges: { from: number; to: number; chance: number }[] = [];
  for (let from = 0; from < states.length; from++) {
    const road = states[from] as number[];
    for (let pattern = 0; pattern < 2 ** cars; pattern++) {
      const { next, chance } = outcome(road, (car) => ((pattern >> car) & 1) === 1, maxSpeed, p, pStart);
      if (chance === 0) continue;
      const key = next.join();
      let to = index.get(key);
      if (to === undefined) {
        to = states.length;
        index.set(key, to);
        states.push(next);
      }
      edges.push({ from, to, chance });
    }
  }
  let chances = new Float64Array(states.length);
  chances[0] = 1;
  for (let change = 1; change > 1e-14; ) {
    const after = new Float64Array(states.length);
    for (const { from, to, chance } of edges) after[to] = (after[to] as number) + chance * (chances[from] as number);
    change = after.reduce((most, value, i) => Math.max(most, Math.abs(value - (chances[i] as number))), 0);
    chances = after;
  }
  const mean = (of: (speed: number) => number) =>
    states.reduce(
      (sum, road, i) => sum + (chances[i] as number) * road.reduce((total, v) => total + (v < 0 ? 0 : of(v)), 0),
      0,
    );
  return { flow: mean((v) => v) / cells, jammedShare: mean((v) => (v === 0 ? 1 : 0)) / cars, states: states.length };
}

/** Where one pattern of slowdowns leads, and how likely the pattern is: cars in the order of cells. */
function outcome(
  road: readonly number[],
  slowed: (car: number, speed: number) => boolean,
  maxSpeed: number,
  p: number,
  pStart: number,
): { next: number[]; chance: number } {
  const next: number[] = road.map(() => -1);
  let chance = 1;
  let car = 0;
  for (const [cell, before] of road.entries()) {
    if (before < 0) continue;
    let gap = 0;
    while (gap < road.length - 1 && (road[(cell + gap + 1) % road.length] as number) < 0) gap++;
    const slows = slowed(car, before);
    const here = before === 0 ? pStart : p;
    chance *= slows ? here : 1 - here;
    const speed = Math.min(before + 1, maxSpeed, gap);
    const left = slows ? Math.max(0, speed - 1) : speed;
    next[(cell + left) % road.length] = left;
    car++;
  }
  return { next, chance };
}

/** One step in which each slowdown is sure: for chances of 0 and 1 only. */
export function sureStep(road: readonly number[], maxSpeed: number, p: 0 | 1, pStart: 0 | 1 = p): number[] {
  return outcome(road, (_, speed) => (speed === 0 ? pStart : p) === 1, maxSpeed, p, pStart).next;
}
