// The figures of the magnet: magnetization over temperature, or over the field, and its course in time.
import { axes, type Box, box, clipped, dot, errorBar, label, line, type Place, segment } from "../parts/plot";
import { coldest, criticalTemperature, exactly, hottest, type MagnetState, type World } from "./model";

export const chartHeight = 270;
export const courseHeight = 170;
/** Sweeps of the course in time that are seen. */
const seen = 1000;
const kinds = ["curve", "twin"];

const minus = (value: number) => String(value).replace("-", "−");

const chartBox = (state: MagnetState, width: number): Box =>
  state.program === "loop"
    ? box([-1, 1], [-1, 1], { width, height: chartHeight })
    : box([coldest, hottest], [0, 1], { width, height: chartHeight });

const temperatures = (from: number, to: number, steps: number) =>
  Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);

/** |m| as it is known: Yang's curve is vertical at Tc, so that places there lie close. */
function theoryPlaces({ size }: MagnetState, field: number, { x, y }: Box): Place[] {
  const at =
    size === 4
      ? temperatures(coldest, hottest, 70)
      : [
          ...temperatures(coldest, criticalTemperature - 0.05, 60),
          ...temperatures(criticalTemperature - 0.05, criticalTemperature, 60),
          ...temperatures(criticalTemperature + 1e-9, hottest, 1),
        ];
  return at.map((T) => [x(T), y(exactly(size, T, field)?.magnetization ?? Number.NaN)]);
}

/** What stays while the magnet moves. */
export function chartGround(state: MagnetState, width: number): string {
  const frame = chartBox(state, width);
  const { x, y } = frame;
  if (state.program === "loop")
    return axes(frame, {
      x: { label: "field", at: [-1, -0.5, 0, 0.5, 1], text: minus },
      y: { label: "mean spin m", at: [-1, -0.5, 0, 0.5, 1], text: minus },
    });
  const field = state.program === "cool" ? 0 : state.field;
  const isKnown = state.theory === 1 && (field === 0 || state.size === 4);
  const mark = (T: number, text: string, height: number, isBefore: boolean) =>
    segment([x(T), y(0)], [x(T), y(1)], "now") +
    label(text, [x(T) + (isBefore ? -6 : 6), y(height)], "tick halo", isBefore ? "end" : "start");
  return [
    axes(frame, { x: { label: "temperature", at: [1, 2, 3, 4] }, y: { label: "size of the mean spin, |m|" } }),
    label("pale: now; full: average", [x(coldest), chartHeight - 6], "tick"),
    isKnown ? line(theoryPlaces(state, field, frame), "theory") : "",
    isKnown && field === 0 ? mark(criticalTemperature, `Tc = ${criticalTemperature.toFixed(3)}`, 0.93, false) : "",
    isKnown ? label(state.size === 4 ? "counted" : "infinite board", [x(coldest) + 8, y(0.87)], "theory") : "",
    state.bet ? mark(state.bet, "your bet", 0.5, state.bet > 1.2) : "",
  ].join("");
}

/** What moves: averages so far, the live points, or the loop. */
export function chartLive(world: World, width: number): string {
  const { state, temperature, readings, trace, magnets } = world;
  const frame = chartBox(state, width);
  const { x, y } = frame;
  if (state.program === "loop") {
    const paths = magnets.map((_, i) =>
      line(
        trace.map(({ field, magnetizations }): Place => [x(field), y(magnetizations[i] as number)]),
        kinds[i] as string,
      ),
    );
    const heads = magnets.map(({ magnetization }, i) => dot([x(world.field), y(magnetization)], `${kinds[i]} head`, 6));
    return paths.join("") + heads.join("");
  }
  const past = readings.map(({ temperature: T, mean, standardError }) => {
    const spread = 2 * standardError;
    return errorBar(x(T), y(mean + spread), y(mean - spread), "whisker quiet") + dot([x(T), y(mean)], "past", 3.5);
  });
  const now = magnets.map((magnet, i) => {
    const average = magnet.averages()?.magnetization;
    const faint = dot([x(temperature), y(Math.abs(magnet.magnetization))], `${kinds[i]} faint`, 4);
    if (average === undefined) return faint;
    const spread = 2 * average.standardError;
    const bar = errorBar(x(temperature), y(average.mean + spread), y(average.mean - spread), `whisker ${kinds[i]}`);
    return faint + bar + dot([x(temperature), y(average.mean)], `${kinds[i]} head`, 6);
  });
  return clipped(frame, "chart-clip", [...past, ...now].join(""));
}

/** The course of m over the last sweeps. */
export function courseDrawing(world: World, width: number): string {
  const { sweeps, history, state } = world;
  const from = Math.max(0, sweeps - seen);
  const frame = box([from, Math.max(seen, sweeps)], [-1, 1], { width, height: courseHeight });
  const { x, y } = frame;
  // In a field, m has one sign: no guide stands for both.
  const isEven = state.theory === 1 && world.field === 0;
  const known = isEven ? exactly(state.size, world.temperature, 0)?.magnetization : undefined;
  const guides = known === undefined ? [] : [known, -known];
  const [left, right] = frame.x.domain.map(x) as [number, number];
  // No more places than pixels.
  const every = Math.max(1, Math.round(seen / (right - left)));
  const courses = history.map((course, i) => {
    const begun = sweeps - course.length + 1;
    const places = course
      .map((m, at): [number, number] => [begun + at, m])
      .filter(([at]) => at >= from && at % every === 0)
      .map(([at, m]): Place => [x(at), y(m)]);
    return line(places, `${kinds[i]} thin`);
  });
  return [
    axes(frame, {
      x: { label: "sweeps", text: String },
      y: { label: "mean spin m, in time", at: [-1, 0, 1], text: minus },
    }),
    ...guides.map((m) => segment([left, y(m)], [right, y(m)], "theory")),
    clipped(frame, "course-clip", courses.join("")),
  ].join("");
}
