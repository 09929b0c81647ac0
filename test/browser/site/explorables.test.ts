// Explorables as a reader has them: by keys alone, by the words of the text, on a phone, in the dark; and their numbers are Node's.
/// <reference lib="dom" />
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../../scripts/setup/places.mjs";
import { explorables } from "../../../scripts/site/explorables.mjs";
import { type Averages, exactly, usual as magnet, World } from "../../../site/explorables/magnet/model.js";
import { addressOf, readState, type State } from "../../../site/explorables/parts/address.js";
import * as curve from "../../../site/explorables/s-curve/model.js";
import * as tokens from "../../../site/explorables/tokens/model.js";
import { adoption } from "../../site/adoption.js";
import { faultsOf } from "./faults.js";
import { type Notes, Reader } from "./reader.js";
import { found, openLimit, Site } from "./site.js";

const screenshots = join(root, ".cache", "screenshots");
const usual: Readonly<Record<string, State>> = { "s-curve": curve.usual, tokens: tokens.usual, magnet };
const names = explorables.map(({ name }) => name);

/** What a page tells of itself in the console. */
interface Told {
  state(): State;
  numbers(): unknown;
  frames?(): { readonly rate: number; readonly work: number };
}
declare const explorable: Told;

interface MagnetNumbers {
  readonly sweeps: number;
  readonly temperature: number;
  readonly magnetizations: readonly number[];
  readonly averages?: Averages;
}

describe.skipIf(found === null && !process.env.CI)("explorables", () => {
  let site: Site;
  const notes: Notes = { foreign: [], problems: [] };

  async function open(name: string, hash = "", options: Parameters<Site["page"]>[0] = {}): Promise<Reader> {
    const reader = await Reader.open(site, notes, `explorables/${name}.html${hash}`, options);
    await reader.page.waitForFunction(() => "explorable" in globalThis);
    return reader;
  }
  const stateOf = (page: Page) => page.evaluate(() => explorable.state());
  const numbersOf = <T>(page: Page) => page.evaluate(() => explorable.numbers()) as Promise<T>;
  const sentence = (page: Page) => page.locator(".told").textContent();
  const pressTo = async (page: Page, label: string, key: string) => {
    await page.getByRole("slider", { name: label, exact: true }).focus();
    await page.keyboard.press(key);
  };
  /** A magnet that moves only step by step. */
  const atRest = { reducedMotion: "reduce" } as const;

  beforeAll(async () => {
    site = await Site.open("/a/folder/");
    mkdirSync(screenshots, { recursive: true });
  }, openLimit);
  afterAll(() => site?.close());

  it.each(names)(
    "%s: each word and each preset gives the state that it speaks of, and its address gives it again",
    { tags: ["slow"] },
    async (name) => {
      const { page, close } = await openWith(name);
      const words = page.locator("button[data-to]");
      const count = await words.count();
      expect(count).toBeGreaterThan(5);
      for (let i = 0; i < count; i++) {
        const word = words.nth(i);
        const target = readState(usual[name] as State, (await word.getAttribute("data-to")) as string);
        await word.focus();
        await page.keyboard.press("Enter");
        expect(await stateOf(page), `${name}: ${await word.textContent()}`).toEqual(target);
        expect(await word.getAttribute("aria-pressed")).toBe("true");
      }
      const last = await stateOf(page);
      const hash = `#${addressOf(usual[name] as State, last)}`;
      await page.waitForFunction((told) => location.hash === told, hash);
      const again = await open(name, hash, atRest);
      expect(await stateOf(again.page)).toEqual(last);
      await again.close();
      await page.getByRole("button", { name: "Reset" }).click();
      expect(await stateOf(page)).toEqual(usual[name]);
      await page.waitForFunction(() => location.hash === "");
      await close();
    },
  );

  async function openWith(name: string) {
    const reader = await open(name, "", atRest);
    return { page: reader.page, close: () => reader.close() };
  }

  it("s-curve: the curve's numbers are Node's, also for points that were moved", async () => {
    const states = [
      "",
      "#known=37",
      "#known=30&moved=28:12_29:90",
      "#thing=waves&known=20&seed=7",
      "#thing=cable&known=19",
    ];
    for (const hash of states) {
      const reader = await open("s-curve", hash);
      const state = (await stateOf(reader.page)) as curve.CurveState;
      const here = curve.betOf(curve.seriesOf(state, adoption), state.known);
      const there = await numbersOf<{ parameters: Record<string, number>; lower: number; upper: number }>(reader.page);
      if (here.kind === "failed") throw new Error(here.reason);
      for (const [parameter, value] of Object.entries(here.fit.parameters))
        expect((there.parameters[parameter] as number) / value, `${hash} ${parameter}`).toBeCloseTo(1, 6);
      expect(there.lower).toBeCloseTo(here.lower, 4);
      expect(there.upper).toBeCloseTo(here.upper, 4);
      await reader.close();
    }
  });

  it("s-curve: by keys alone, a point moves, the curve with it, and the sentence says so", async () => {
    const reader = await open("s-curve");
    const { page } = reader;
    await expect.poll(() => sentence(page)).toContain("The curve bets that it ends at 63 percent");
    for (let i = 0; i < 30 && !(await reader.hasFocus(".handle")); i++) await page.keyboard.press("Tab");
    expect(await reader.hasFocus(".handle")).toBe(true);
    for (let i = 0; i < 15; i++) await page.keyboard.press("ArrowRight");
    const focused = page.locator(".handle:focus");
    expect(await focused.getAttribute("aria-label")).toBe("1930");
    const before = Number(await focused.getAttribute("aria-valuenow"));
    for (const key of ["ArrowUp", "PageUp", "ArrowDown", "Shift+ArrowUp"]) await page.keyboard.press(key);
    expect(Number(await focused.getAttribute("aria-valuenow"))).toBeCloseTo(before + 15, 5);
    expect(((await stateOf(page)) as curve.CurveState).moved).toBe(`15:${before + 15}`);
    await expect.poll(() => sentence(page)).toContain("up to 1931, 1 moved by you");
    expect(await sentence(page)).not.toContain("63 percent");
    // Tab leaves the points at once.
    await page.keyboard.press("Tab");
    expect(await reader.hasFocus("#thing")).toBe(true);
    await pressTo(page, "Known up to", "ArrowRight");
    await pressTo(page, "Your bet on the end", "End");
    await page.getByRole("button", { name: "Show what came" }).focus();
    await page.keyboard.press("Enter");
    expect(await stateOf(page)).toMatchObject({ known: 18, bet: 100, seen: 1 });
    await expect.poll(() => sentence(page)).toContain("It came to 92 percent");
    await reader.close();
  });

  it("s-curve: a pointer drags a point, and what came is hidden until it is asked for", async () => {
    const reader = await open("s-curve");
    const { page } = reader;
    expect(await page.locator(".handle").count()).toBe(17);
    expect(await page.locator(".below .bet").count()).toBeLessThan(17);
    const box = await page.locator(".handle").nth(12).boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    const before = await numbersOf<{ parameters: { L: number } }>(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 60, { steps: 4 });
    await page.mouse.up();
    expect(((await stateOf(page)) as curve.CurveState).moved).toMatch(/^1[0-4]:/);
    expect((await numbersOf<{ parameters: { L: number } }>(page)).parameters.L).not.toBe(before.parameters.L);
    await page.getByLabel("What rises").selectOption("colour");
    expect(await stateOf(page)).toMatchObject({ thing: "colour", moved: "", seen: 0 });
    await reader.close();
  });

  it("tokens: the answers are those of Node, and every ruler is reached by keys", async () => {
    const reader = await open("tokens", "#length=8&questions=500&seed=5");
    const { page } = reader;
    const state = (await stateOf(page)) as tokens.TokenState;
    const there = await numbersOf<{ answers: tokens.Answers[]; p: number[]; scores: tokens.Score[] }>(page);
    const answers = tokens.answersOf(state);
    expect(there.answers).toEqual(answers);
    for (const [i, p] of there.p.entries()) expect(p).toBeCloseTo(tokens.lawOf(state).p(tokens.sizes[i] as number), 12);
    await page.locator("input[name=ruler]:checked").focus();
    const seen = new Set<string>();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("ArrowRight");
      const { ruler } = (await stateOf(page)) as tokens.TokenState;
      seen.add(ruler);
      const { scores } = await numbersOf<{ scores: tokens.Score[] }>(page);
      for (const [n, score] of tokens.scoresOf(ruler as tokens.Ruler, { ...state, ruler }, answers).entries())
        expect(scores[n]?.value).toBeCloseTo(score.value, 9);
    }
    expect(seen.size).toBe(6);
    await pressTo(page, "Tokens of an answer", "End");
    await pressTo(page, "Questions of the test", "Home");
    await pressTo(page, "Choice: right above p =", "Home");
    await pressTo(page, "Exponent of the loss", "End");
    expect(await stateOf(page)).toMatchObject({ length: 64, questions: 5, threshold: 0.1, exponent: 1 });
    expect(await page.locator(".formula").textContent()).toBe("loss = (N / 107)−1");
    await expect.poll(() => sentence(page)).toContain("64 tokens, 5 questions");
    await reader.close();
  });

  it("tokens: the sentence keeps the right tokens back until they are asked for or bet on", async () => {
    const reader = await open("tokens");
    const { page } = reader;
    await expect.poll(() => sentence(page)).toContain("No answer is right up to 32 million parameters");
    expect(await sentence(page)).not.toContain("right tokens");
    await page.getByRole("button", { name: "Show right tokens" }).click();
    await expect.poll(() => sentence(page)).toContain("there the share of right tokens is 0.50");
    await reader.close();
  });

  it("magnet: rests where little motion is asked for; step, run, pause and reset by keys", async () => {
    const reader = await open("magnet", "", atRest);
    const { page } = reader;
    const press = async (name: string) => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
    };
    expect((await numbersOf<MagnetNumbers>(page)).sweeps).toBe(0);
    await expect.poll(() => sentence(page)).toContain("after 0 sweeps: the mean spin is 0.00.");
    // The coins of the start are whole numbers: the same everywhere.
    const world = new World(magnet);
    expect((await numbersOf<MagnetNumbers>(page)).magnetizations).toEqual([world.magnets[0]?.magnetization]);
    for (let i = 0; i < 3; i++) await press("One sweep");
    expect((await numbersOf<MagnetNumbers>(page)).sweeps).toBe(3);
    await press("Run");
    await page.waitForFunction(() => (explorable.numbers() as MagnetNumbers).sweeps > 20);
    await press("Pause");
    const { sweeps } = await numbersOf<MagnetNumbers>(page);
    await page.waitForTimeout(100);
    expect((await numbersOf<MagnetNumbers>(page)).sweeps).toBe(sweeps);
    await pressTo(page, "temperature", "End");
    expect(await stateOf(page)).toMatchObject({ temperature: 4 });
    expect((await numbersOf<MagnetNumbers>(page)).sweeps).toBe(sweeps);
    await expect.poll(() => sentence(page)).toContain(`Temperature 4.00, after ${sweeps} sweeps`);
    await press("Reset");
    expect((await numbersOf<MagnetNumbers>(page)).sweeps).toBe(0);
    await reader.close();
  });

  it("magnet: on 16 spins its averages are the counted ones, within their errors", async () => {
    const reader = await open("magnet", "#size=4&temperature=2.5&start=up&speed=64&theory=1");
    const { page } = reader;
    await page.waitForFunction(() => (explorable.numbers() as MagnetNumbers).sweeps > 4000);
    const { averages } = await numbersOf<MagnetNumbers>(page);
    const exact = exactly(4, 2.5, 0);
    if (averages === undefined || exact === undefined) throw new Error("no averages");
    // Student's t of 9 degrees: beyond 4.8 in one of a thousand.
    for (const name of ["magnetization", "energy"] as const)
      expect(Math.abs(averages[name].mean - exact[name]) / averages[name].standardError, name).toBeLessThan(4.8);
    await page.getByRole("button", { name: "Pause" }).click();
    expect(await page.locator('[data-show="exactEnergy"]').textContent()).toBe(
      exact.energy.toFixed(4).replace("-", "−"),
    );
    await reader.close();
  });

  it("magnet: draws its spins in the colours of the theme, also of another one", async () => {
    const reader = await open("magnet", "", { ...atRest, colorScheme: "light" });
    const { page } = reader;
    const colours = () =>
      page.evaluate(() => {
        const board = document.querySelector("canvas.board") as HTMLCanvasElement;
        const { data } = (board.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, 64, 64);
        const drawn = new Set<string>();
        for (let i = 0; i < data.length; i += 4) drawn.add(`rgb(${[...data.slice(i, i + 3)].join(", ")})`);
        const { color, backgroundColor } = getComputedStyle(board);
        return { drawn: [...drawn].sort(), theme: [color, backgroundColor].sort() };
      });
    const light = await colours();
    expect(light.drawn).toEqual(light.theme);
    await page.getByRole("button", { name: "Light or dark" }).click();
    const dark = await colours();
    expect(dark.drawn).toEqual(dark.theme);
    expect(dark.theme).not.toEqual(light.theme);
    await reader.close();
  });

  it("magnet: two seeds choose two sides", async () => {
    const reader = await open("magnet");
    const { page } = reader;
    await page.getByRole("button", { name: "quench" }).click();
    const sides = await page.waitForFunction(() => {
      const { magnetizations, sweeps } = explorable.numbers() as MagnetNumbers;
      return magnetizations.length === 2 && sweeps > 400 && magnetizations.map(Math.round);
    });
    expect(await sides.jsonValue()).toEqual([-1, 1]);
    await page.screenshot({ path: join(screenshots, "explorable-quench.png") });
    await reader.close();
  });

  it("magnet: cools by itself, and tells how many frames it draws", async () => {
    const reader = await open("magnet", "#program=cool&speed=64&theory=1");
    const { page } = reader;
    await page.waitForFunction(() => (explorable.numbers() as MagnetNumbers).sweeps > 3000);
    const { rate, work } = await page.evaluate(() => explorable.frames?.() ?? { rate: 0, work: 0 });
    console.log(`magnet: ${rate} frames a second, ${work.toFixed(1)} ms of work in each`);
    await page.waitForFunction(() => (explorable.numbers() as MagnetNumbers).temperature === 1);
    await page.getByRole("button", { name: "Run" }).waitFor();
    expect(await page.locator(".chart .past").count()).toBe(25);
    await page.getByRole("button", { name: "Run" }).click();
    await page.waitForFunction(() => (explorable.numbers() as MagnetNumbers).temperature > 3);
    await reader.close();
  });

  it.each(names)(
    "%s fits a phone and a desk, light and dark, without a serious fault of accessibility",
    { tags: ["slow"] },
    async (name) => {
      for (const width of [390, 1280])
        for (const colorScheme of ["light", "dark"] as const) {
          const reader = await open(name, "", { viewport: { width, height: 844 }, colorScheme, ...atRest });
          await expect.poll(() => sentence(reader.page)).not.toBe("");
          const wide = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(wide).toBeLessThanOrEqual(0);
          await reader.page.screenshot({ path: join(screenshots, `explorable-${name}-${width}-${colorScheme}.png`) });
          await reader.close();
        }
      const reader = await open(name, "", atRest);
      await expect.poll(() => sentence(reader.page)).not.toBe("");
      expect(await faultsOf(reader.page)).toEqual([]);
      await reader.close();
    },
  );

  it("bring the figure into view where the effect of a word or of the main button would not be seen", async () => {
    const reader = await open("tokens", "", { viewport: { width: 390, height: 844 }, ...atRest });
    const { page } = reader;
    await page.getByRole("button", { name: "64 tokens" }).click();
    const seen = () => {
      const { top, bottom } = (document.querySelector("svg.main") as Element).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    };
    await page.waitForFunction(seen);
    expect(await stateOf(page)).toMatchObject({ length: 64 });
    const reveal = page.getByRole("button", { name: "Show right tokens" });
    await reveal.evaluate((button) => button.scrollIntoView({ block: "center" }));
    expect(await page.evaluate(seen)).toBe(false);
    await reveal.click();
    await page.waitForFunction(seen);
    await reader.close();
  });

  it("are led to from the first page and from the notebooks that they belong to", { tags: ["slow"] }, async () => {
    for (const { title, notebooks } of explorables) {
      for (const path of ["index.html", ...notebooks.map((each) => each.replace(".ipynb", ".html"))]) {
        const reader = await Reader.open(site, notes, path);
        await reader.page.getByRole("link", { name: title }).first().click();
        await reader.page.getByRole("heading", { level: 1, name: title }).waitFor();
        await reader.close();
      }
    }
  });

  it("ask nothing of other machines, and nothing failed on them", () => {
    expect(notes).toEqual({ foreign: [], problems: [] });
  });
});
