// The page of the magnet.
import type { Estimate } from "@emergence/lib/core";
import { begin } from "../parts/explorable";
import { likesMotion } from "../parts/likesMotion";
import { loop } from "../parts/loop";
import { widthOf } from "../parts/plot";
import { ready } from "../parts/ready";
import { drawBoard, themeColours } from "./board";
import { chartGround, chartHeight, chartLive, courseDrawing, courseHeight } from "./drawing";
import { criticalTemperature, exactly, isCooled, legal, type MagnetState, usual, World } from "./model";

const find = <T extends Element>(selector: string) => document.querySelector(selector) as T;
const boards = [...document.querySelectorAll<HTMLCanvasElement>("canvas.board")];
const charts = find<HTMLElement>(".charts");
const [ground, live] = [find<SVGGElement>("svg.chart .ground"), find<SVGGElement>("svg.chart .moving")];
const [chart, course] = [find<SVGSVGElement>("svg.chart"), find<SVGSVGElement>("svg.course")];
const runButton = find<HTMLButtonElement>("[data-run]");
const theoryButton = find<HTMLButtonElement>("[data-theory]");
/** Milliseconds of a frame for sweeps: the rest is for drawing. */
const patience = 10;
/** Milliseconds between the numbers that are read, and between sentences while it runs. */
const readRest = 250;
const sayRest = 10_000;

/** With a minus as it is printed, and none before zero. */
const signed = (value: number, places = 2) =>
  value
    .toFixed(places)
    .replace(/^-(?=.*[1-9])/, "−")
    .replace("-", "");
/** To two digits of the error. */
function withError({ mean, standardError }: Estimate): string {
  const places = Math.max(2, Math.min(5, 1 - Math.floor(Math.log10(standardError || 1e-9))));
  return `${signed(mean, places)} ± ${standardError.toFixed(places)}`;
}

async function start(): Promise<void> {
  await ready;
  let world = new World(usual);
  let colours = themeColours(boards[0] as HTMLCanvasElement);
  let [read, said] = [0, 0];
  let side = 0;

  function draw(): void {
    const width = widthOf(charts);
    for (const [i, magnet] of world.magnets.entries())
      drawBoard(boards[i] as HTMLCanvasElement, magnet.spins, world.state.size, colours);
    live.innerHTML = chartLive(world, width);
    course.innerHTML = courseDrawing(world, width);
  }

  function showNumbers(): void {
    const { state, temperature, field, magnets, sweeps } = world;
    const averages = magnets[0]?.averages();
    const exact = state.theory ? exactly(state.size, temperature, field) : undefined;
    const waiting = state.program === "loop" ? "it changes" : "wait";
    const cells: Record<string, string> = {
      sweeps: String(sweeps),
      rate: frames.running
        ? `${frames.rate} frames a second`
        : isOver()
          ? "cooled: Run begins anew"
          : "paused: press Run",
      m: averages ? withError(averages.magnetization) : waiting,
      energy: averages ? withError(averages.energy) : waiting,
      exactM: exact ? signed(exact.magnetization, 4) : state.theory ? "not known" : "hidden",
      exactEnergy: exact ? signed(exact.energy, 4) : state.theory ? "not known" : "hidden",
      lattice: state.size === 4 ? "counted: 65,536 states" : field ? "in a field" : "of an infinite board (Yang)",
    };
    for (const [name, text] of Object.entries(cells)) find<HTMLElement>(`[data-show="${name}"]`).textContent = text;
  }

  const isOver = () => world.state.program === "cool" && isCooled(world.sweeps);

  /** The same magnet from its first sweep on. */
  function restart(): void {
    world = new World(world.state);
    side = 0;
  }

  function advance(count: number): void {
    const begun = performance.now();
    const { temperature } = world;
    for (let done = 0; done < count && !isOver() && performance.now() - begun < patience; done++) world.sweep();
    if (isOver()) frames.pause();
    if (world.temperature !== temperature) showThermometer(world.temperature);
    draw();
    const now = performance.now();
    if (now - read > readRest || !frames.running) {
      read = now;
      showNumbers();
    }
    const m = world.magnets[0]?.magnetization ?? 0;
    const turned = Math.abs(m) > 0.5 && Math.sign(m) !== side;
    if (turned) side = Math.sign(m);
    if (!turned && now - said < sayRest && frames.running) return;
    said = now;
    page.say();
  }

  const frames = loop(
    () => advance(page.state.speed),
    (running) => {
      runButton.textContent = running ? "Pause" : "Run";
      showNumbers();
    },
  );

  /** A program moves the thermometer itself. */
  function showThermometer(temperature: number): void {
    const input = find<HTMLInputElement>("#temperature");
    input.value = String(temperature);
    input.setAttribute("aria-valuetext", temperature.toFixed(2));
    find<HTMLElement>('[data-for="temperature"]').textContent = temperature.toFixed(2);
  }

  const page = begin<MagnetState>({
    usual,
    legal,
    text: (name, value) => {
      if (name === "bet") return value === 0 ? "none yet" : `below ${Number(value).toFixed(2)}`;
      return name === "temperature" || name === "field" ? signed(Number(value)) : String(value);
    },
    draw: (state, begun) => {
      const before = world.state;
      // Another board is another magnet; another temperature is the same one, hotter or colder.
      const anew = (["size", "start", "seed", "twin", "program"] as const).some((name) => state[name] !== before[name]);
      const { readings } = world;
      if (begun || anew) {
        world = new World(state);
        side = 0;
        if (!begun && state.size === before.size) world.readings.push(...readings);
      } else {
        Object.assign(world, { state });
        world.change(
          state.program === "cool" ? world.temperature : state.temperature,
          state.program === "loop" ? world.field : state.field,
        );
      }
      const width = widthOf(charts);
      chart.setAttribute("viewBox", `0 0 ${width} ${chartHeight}`);
      course.setAttribute("viewBox", `0 0 ${width} ${courseHeight}`);
      ground.innerHTML = chartGround(state, width);
      (boards[1] as HTMLElement).hidden = !state.twin;
      theoryButton.textContent = state.theory ? "Hide the theory" : "Show the theory";
      find<HTMLElement>(".seed-text").textContent = state.twin
        ? `seeds ${state.seed} and ${state.seed + 1}`
        : `seed ${state.seed}`;
      find<HTMLInputElement>("#field").disabled = state.program === "loop";
      if (state.program === "cool") showThermometer(world.temperature);
      draw();
      showNumbers();
      if (begun && likesMotion()) frames.run();
    },
    sentence: ({ size, theory, bet, program }) => {
      const { temperature, field, magnets, sweeps } = world;
      const sides = magnets.map(({ magnetization }) => signed(magnetization));
      const told = `Temperature ${signed(temperature)}${field ? `, field ${signed(field)}` : ""}, after ${sweeps} sweeps: the mean spin is ${sides.join(", of the second ")}.`;
      const average = program === "loop" ? undefined : magnets[0]?.averages()?.magnetization;
      const measured = average ? ` Its size is ${withError(average)} on average.` : "";
      const exact = theory ? exactly(size, temperature, field)?.magnetization : undefined;
      const known =
        exact === undefined ? "" : ` Exact: ${exact.toFixed(4)}, ${size === 4 ? "counted" : "on an infinite board"}.`;
      if (!theory || field) return told + measured + known;
      const yours = bet ? `; you bet ${bet.toFixed(2)}` : "";
      return `${told}${measured}${known} The critical temperature is ${criticalTemperature.toFixed(3)}${yours}.`;
    },
  });

  runButton.addEventListener("click", () => {
    if (isOver()) restart();
    if (frames.running) frames.pause();
    else frames.run();
    page.say();
  });
  find("[data-step]").addEventListener("click", () => {
    frames.pause();
    if (isOver()) restart();
    advance(1);
  });
  find("[data-theory]").addEventListener("click", () => page.set({ theory: 1 - page.state.theory }));
  find("[data-seed]").addEventListener("click", () => page.set({ seed: (page.state.seed % 999) + 1 }));
  find("#temperature").addEventListener("input", () => {
    if (page.state.program === "cool") page.set({ program: "none" });
  });
  const repaint = () => {
    colours = themeColours(boards[0] as HTMLCanvasElement);
    draw();
  };
  document.querySelector(".theme")?.addEventListener("click", repaint);
  // Paper has the light colours.
  for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", repaint);
  Object.assign(globalThis, {
    explorable: {
      state: () => page.state,
      frames: () => ({ rate: frames.rate, work: frames.work }),
      numbers: () => ({
        ...{ sweeps: world.sweeps, temperature: world.temperature, criticalTemperature },
        magnetizations: world.magnets.map(({ magnetization }) => magnetization),
        averages: world.magnets[0]?.averages(),
      }),
    },
  });
}

void start();
