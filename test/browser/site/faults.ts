// Faults of accessibility, as axe-core finds them.
/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../../../scripts/setup/places.mjs";

const axe = readFileSync(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");

interface Result {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

interface View {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly width: number;
  /** Rules whose outcome may differ from the view before; none named: all. */
  readonly rules?: readonly string[];
}

const views: readonly View[] = [
  { name: "light", colorScheme: "light", width: 1280 },
  { name: "dark", colorScheme: "dark", width: 1280, rules: ["color-contrast", "link-in-text-block"] },
  { name: "phone", colorScheme: "dark", width: 390, rules: ["scrollable-region-focusable", "target-size"] },
];

/** Serious faults of what a page shows, in light, dark, and on a phone: rule, number of places, the first. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(axe);
  for (const { name, colorScheme, width, rules } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    const found = await page.evaluate(async (rules) => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Result> } };
      const options = rules === null ? {} : { runOnly: { type: "rule", values: rules } };
      return (await axe.run({ resultTypes: ["violations"], ...options })).violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 200)}`);
    }, rules ?? null);
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  return faults;
}
