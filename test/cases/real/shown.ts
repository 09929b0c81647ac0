import { curves, fit } from "@emergence/lib/fit";
import { lines, points, table } from "@emergence/plot";
import { type Cell, separate } from "../../../scripts/update/cells.mjs";
import type { Code } from "../data";
import { messageOf, misfit } from "../messageOf";
import { printed } from "../printed";

const axes = { x: "x (u)", y: "y (u)" };

/** Tables, plots, notebooks, and texts where numbers belong. */
export const shown: Readonly<Record<string, Code>> = {
  E01() {
    const texts = misfit(["0.12", "0.3", "0.5"]); // what a CSV gives, typed any as in the question
    return { tellsText: /text|string|"0\.12"/.test(messageOf(() => fit(curves.line, [1, 2, 3], texts)) ?? "") };
  },
  E03() {
    const figure = points([{ name: "a", x: [0, 1, 10, 100], y: [0, 1, -5, 100] }], { ...axes, logX: true, logY: true });
    const notes = JSON.stringify(figure.layout.annotations);
    const [y] = figure.data.map((trace) => (trace as { readonly y: readonly unknown[] }).y);
    return { said: /2 points at or below 0/.test(notes), y0: y?.[2] === null };
  },
  E05() {
    const x = misfit([new Date(2020, 0, 1), new Date(2021, 0, 1)]);
    return { ok: messageOf(() => lines([{ name: "a", x, y: [1, 2] }], axes)) === undefined };
  },
  E07() {
    const source = ["<<<<<<< LOCAL CELL DELETED >>>>>>>\n", "const x = 3;"];
    const cell: Cell = { cell_type: "code", id: "b", metadata: {}, outputs: [], execution_count: null, source };
    return { last: [separate([cell]).at(-1)?.source ?? ""].flat().join("") };
  },
  E09() {
    const text = printed(() =>
      table([
        { größe: null, 准确率: 0.2 },
        { größe: 2, 准确率: 0.5 },
      ]),
    );
    return { a: /größe/.test(text) && /准确率/.test(text) && /–/.test(text) };
  },
};
