// Plotly, loaded when the first figure is to be drawn.
import { loadScript } from "./carried";
import { element } from "./element";

export interface Figure {
  readonly data: readonly { readonly type?: string }[];
  readonly layout: { readonly height?: number };
  readonly config?: object;
  readonly frames?: unknown[];
}

interface Plotly {
  newPlot(node: HTMLElement, figure: Figure): Promise<void>;
  purge(node: HTMLElement): void;
  readonly PlotSchema: { get(): { readonly traces: object } };
}

let loading: Promise<Plotly> | undefined;

/** Plotly where it has been loaded, by this script of the page or by the other. */
const loaded = () => (globalThis as unknown as { Plotly?: Plotly }).Plotly;

function load(root: URL): Promise<Plotly> {
  const there = loaded();
  if (there) return Promise.resolve(there);
  loading ??= loadScript("assets/plotly.js", root).then(
    () => loaded() as Plotly,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Draws what comes into view, or near it. */
const inView = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      inView.unobserve(target);
      waiting.get(target)?.();
      waiting.delete(target);
    }
  },
  { rootMargin: "400px" },
);
const waiting = new WeakMap<Element, () => void>();

/** Draws a figure once its place is in view: a page of many figures need not hold them all, nor load what draws them. */
export function drawInView(node: HTMLElement, figure: Figure, text: string, root: URL): void {
  node.style.minHeight = `${figure.layout.height ?? 450}px`;
  whenInView(node, () => void draw(node, figure, text, root));
}

/** Draws a figure in place of what a node holds, which stays where that fails; false for a figure that a page cannot draw. */
export async function drawOver(node: HTMLElement, figure: Figure, root: URL): Promise<boolean> {
  const plotly = await load(root);
  if (missing(plotly, figure).length > 0) return false;
  const plot = element("div", { className: "plot" });
  node.replaceChildren(plot);
  await plotly.newPlot(plot, figure);
  return true;
}

/** Calls once a node is in view, or near it. */
export function whenInView(node: Element, call: () => void): void {
  waiting.set(node, call);
  inView.observe(node);
}

/** What the kit's own figures are made of. */
const ours = ["scatter", "bar", "heatmap"];

/** Traces that the bundle of a page cannot draw, such as surfaces: it would draw points in their place. */
function missing(plotly: Plotly, { data }: Figure): string[] {
  const others = data.map(({ type = "scatter" }) => type).filter((type) => !ours.includes(type));
  if (others.length === 0) return others;
  const known = plotly.PlotSchema.get().traces;
  return [...new Set(others)].filter((type) => !Object.hasOwn(known, type));
}

/** Draws a figure into a node; its text stands there where that fails. */
async function draw(node: HTMLElement, figure: Figure, text: string, root: URL): Promise<void> {
  try {
    const plotly = await load(root);
    if (!node.isConnected) return; // the cell has run again meanwhile
    const others = missing(plotly, figure);
    if (others.length > 0) {
      node.textContent = `${text}\n\nA page draws figures of two axes alone, without ${others.join(", ")}: open the notebook in Jupyter.`;
      return;
    }
    node.textContent = "";
    await plotly.newPlot(node, figure);
  } catch {
    node.textContent = text;
  }
}

/** Frees what a figure holds. */
export function free(node: HTMLElement): void {
  inView.unobserve(node);
  loaded()?.purge(node);
}
