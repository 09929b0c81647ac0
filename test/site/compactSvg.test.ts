import { describe, expect, it } from "vitest";
import { compactSvg } from "../../scripts/site/page/compactSvg.mjs";

const svg = (content: string) => `<svg class="main-svg" width="8" height="5">${content}</svg>`;

describe("compactSvg", () => {
  it("leaves out classes, empty groups, and what every shape is anyway", () => {
    const path =
      '<path class="xgrid crisp" d="M0,28v356" style="stroke: rgb(227, 0, 15); stroke-opacity: 1; opacity: 1;"/>';
    const plain = '<path d="M0,28v356" style="stroke:#e3000f"/>';
    expect(compactSvg(svg(`<g class="x"><g class="y"/></g><g class="z">${path}</g>`))).toBe(
      `<svg width="8" height="5"><g>${plain}</g></svg>`,
    );
  });

  it("keeps a property that a parent gives otherwise", () => {
    const below = '<g style="fill-opacity: 0.6;"><path d="M0,0" style="fill-opacity: 1;"/></g>';
    expect(compactSvg(svg(below))).toContain('<path d="M0,0" style="fill-opacity:1"/>');
    expect(compactSvg(svg('<path d="M0,0" style="fill-opacity: 0.6;"/>'))).toContain("fill-opacity:0.6");
  });

  it("changes no text, and nothing where a style sheet may ask for classes", () => {
    const text = '<text style="fill: none;">rgb(1, 2, 3) class="a"; opacity: 1; {g}</text>';
    expect(compactSvg(svg(text))).toContain('>rgb(1, 2, 3) class="a"; opacity: 1; {g}<');
    const styled = svg('<style>.a { fill: red; }</style><g class="a"/>');
    expect(compactSvg(styled)).toBe(styled);
  });
});
