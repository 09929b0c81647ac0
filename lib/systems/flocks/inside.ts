/** Coordinate wrapped into a periodic box: from 0 to below its side. */
export function inside(value: number, box: number): number {
  if (value >= 0 && value < box) return value;
  const moved = value - box * Math.floor(value / box);
  return moved < box ? moved : 0;
}
