// Plotly, loaded when the first figure is to be drawn.

interface Figure {
  readonly data: unknown[];
  readonly layout: object;
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

/** Draws a figure into a node; its text stands there where that fails. */
export async function draw(node: HTMLElement, figure: Figure, text: string, root: URL): Promise<void> {
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
export const free = (node: HTMLElement): void => (globalThis as unknown as { Plotly?: Plotly }).Plotly?.purge(node);
