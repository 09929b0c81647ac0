// Plotly, loaded when the first figure is to be drawn.

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

function load(root: URL): Promise<Plotly> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("assets/plotly.js", root).href;
    script.onload = () => resolve((globalThis as unknown as { Plotly: Plotly }).Plotly);
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
  waiting.set(node, () => void draw(node, figure, text, root));
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
  (globalThis as unknown as { Plotly?: Plotly }).Plotly?.purge(node);
}
