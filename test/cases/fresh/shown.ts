import { bars, heatmap, lines, points, table } from "@emergence/plot";
import { type Cell, separate } from "../../../scripts/update/cells.mjs";
import type { Code } from "../data";
import { messageOf, misfit, poorErrors } from "../messageOf";
import { printed } from "../printed";

const axes = { x: "x (u)", y: "y (u)" };
const count = (length: number) => Array.from({ length }, (_, i) => i);
const textOf = (cell: Cell | undefined) => [cell?.source ?? ""].flat().join("");
const code = (id: string, source: string): Cell => ({
  cell_type: "code",
  execution_count: null,
  id,
  metadata: {},
  outputs: [],
  source: source.match(/[^\n]*\n|[^\n]+$/g) ?? [],
});
const prose = (id: string, source: string): Cell => ({ ...code(id, source), cell_type: "markdown" });

export const shown: Readonly<Record<string, Code>> = {
  K03() {
    const x = count(900_000);
    const y = x.map((at) => Math.sin(at / 1e5));
    return { drawn: messageOf(() => lines([{ name: "a", x, y }], axes)) === undefined };
  },
  K04() {
    const x = count(1_000_000).map((i) => i + 1);
    return {
      drawn: messageOf(() => points([{ name: "a", x, y: x }], { ...axes, logX: true, logY: true })) === undefined,
    };
  },
  K05() {
    const rows = count(100_000).map((i) => ({ index: i, square: i * i }));
    const text = printed(() => table(rows));
    return { short: text.length < 1e6, told: /\b(100|99)[,. ]?\d{3} (more )?rows/.test(text) };
  },
  L05() {
    const x = misfit([new Date(2020, 0, 1), new Date(2021, 0, 1)]);
    const message = messageOf(() => points([{ name: "a", x, y: [1, 2] }], axes));
    return { ok: message === undefined || /date/i.test(message) };
  },
  P01() {
    const cells = [code("b", "<<<<<<< REMOTE CELL DELETED >>>>>>>\nconst mine = 4;")];
    return { kept: textOf(separate(cells).at(-1)) };
  },
  P02() {
    const yours = "My title\n=======\none";
    const theirs = "The title\n=======\ntwo";
    const merged = prose("a", `<<<<<<< local\n${yours}\n=======\n${theirs}\n>>>>>>> remote`);
    const side = (text: string) => ({ cells: [prose("a", text)], metadata: {}, nbformat: 4, nbformat_minor: 5 });
    const [, one, other] = separate([merged], { yours: side(yours), theirs: side(theirs) });
    return { yours: textOf(one), theirs: textOf(other) };
  },
  P03() {
    const lesson = prose("a", "Git writes\n\n<<<<<<< local\nmine\n=======\ntheirs\n>>>>>>> remote\n\naround both.");
    const own = { cells: [lesson], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    return { same: JSON.stringify(separate([lesson], { yours: own, theirs: own })) === JSON.stringify([lesson]) };
  },
  P04() {
    const mark = (text: string) => prose("0000", `<span style="color:red"><b>${text}</b></span>`);
    const marks = ["<<<<<<< local", "=======", ">>>>>>> remote"].map(mark);
    const cells = [marks[0], prose("a", "alice"), marks[1], prose("b", "bob"), marks[2]] as Cell[];
    return {
      order: separate(cells)
        .map(textOf)
        .filter((text) => /^(alice|bob)$/.test(text))
        .join("|"),
    };
  },
  P05() {
    const merged = code("a", "<<<<<<< local\nmine\n||||||| base\nold\n=======\ntheirs\n>>>>>>> remote");
    const [, one, other] = separate([merged]);
    return { yours: textOf(one), theirs: textOf(other) };
  },
  P06() {
    const merged = code("a", "<<<<<<< local\r\nmine\r\n=======\r\ntheirs\r\n>>>>>>> remote");
    return {
      marks: separate([merged])
        .map(textOf)
        .some((text) => /<{7}|={7}|>{7}/.test(text)),
    };
  },
  Q05() {
    const none = misfit(undefined);
    const nothing = misfit(null);
    return {
      poor: poorErrors({
        lines: () => lines(none, axes),
        lines2: () => lines([none], axes),
        points: () => points([{ name: "a", x: nothing, y: [1] }], axes),
        points2: () => points([{ name: "a", x: [1], y: [1] }], none),
        bars: () => bars(none, none, axes),
        heatmap: () => heatmap(none, none),
        table: () => table(none),
        table2: () => table([none]),
      }),
    };
  },
};
