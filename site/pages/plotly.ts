// Plotly, loaded when the first figure is to be drawn.
import { element } from "./element";

export interface Figure {
  readonly data: unknown[];
  readonly layout: { readonly height?: number };
  readonly config?: object;
  readonly frames?: unknown[];
}

interface Plotly {
  newPlot(node: HTMLElement, figure: Figure): Promise<void>;
  purge(node: HTMLElement): void;
}

let loading: Promise<Plotly> | undefined;

/** Plotly where it has been loaded, by this script of the page or by the other. */
const loaded = () => (globalThis as unknown as { Plotly?: Plotly }).Plotly;

function load(root: URL): Promise<Plotly> {
  const there = loaded();
  if (there) return Promise.resolve(there);
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("assets/plotly.js", root).href;
    script.onload = () => resolve(loaded() as Plotly);
    script.onerror = () => {
      loading = undefined;
      reject(new Error("plotly.js cannot be loaded"));
    };
    document.head.append(script);
  });
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

/** Draws a figure in place of what a node holds, which stays where that fails. */
export async function drawOver(node: HTMLElement, figure: Figure, root: URL): Promise<void> {
  const plotly = await load(root);
  const plot = element("div", { className: "plot" });
  node.replaceChildren(plot);
  await plotly.newPlot(plot, figure);
}

/** Calls once a node is in view, or near it. */
export function whenInView(node: Element, call: () => void): void {
  waiting.set(node, call);
  inView.observe(node);
}

/** Draws a figure into a node; its text stands there where that fails. */
async function draw(node: HTMLElement, figure: Figure, text: string, root: URL): Promise<void> {
  try {
    const plotly = await load(root);
    if (!node.isConnected) return; // the cell has run again meanwhile
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
