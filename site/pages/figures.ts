// Pictures that become figures to be hovered over, zoomed and moved, without a kernel.
import { unpacked } from "./carried";
import { element } from "./element";
import { drawOver, type Figure, whenInView } from "./plotly";

/** Whether one has been asked for: then what draws them is there, and the others follow as they come into view. */
let isAsked = false;

async function draw(node: HTMLElement, root: URL): Promise<void> {
  const image = node.querySelector("img");
  const response = await fetch(new URL(node.dataset.plot as string, location.href));
  if (!response.ok) throw new Error(`${node.dataset.plot}: the server answers ${response.status}`);
  const figure = JSON.parse(await unpacked(response)) as Figure;
  if (image === null || !node.contains(image)) return; // its cell has run meanwhile
  const hadFocus = node.contains(document.activeElement);
  const isDrawn = await drawOver(node, figure, root);
  delete node.dataset.plot;
  if (!isDrawn) {
    node.querySelector(".ask")?.remove();
    return;
  }
  if (hadFocus) {
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
  }
  node.setAttribute("aria-label", image.alt);
  node.classList.add("live");
}

/** Gives every picture a button that makes it a figure. A click on it does so too: it shows sliders that one wants to move. */
export function offerPlots(root: URL): void {
  const nodes = document.querySelectorAll<HTMLElement>("[data-plot]");
  for (const node of nodes) {
    const ask = element("button", { type: "button", className: "ask", textContent: "Interactive" });
    const begin = async () => {
      if (ask.disabled) return;
      ask.disabled = true;
      ask.textContent = "Loading…";
      try {
        await draw(node, root);
      } catch {
        ask.disabled = false;
        ask.textContent = "No connection: try again";
        return;
      }
      if (isAsked) return;
      isAsked = true;
      for (const other of document.querySelectorAll<HTMLElement>("[data-plot]"))
        whenInView(other, () => other.querySelector<HTMLButtonElement>(".ask")?.click());
    };
    ask.addEventListener("click", () => void begin());
    node.querySelector("img")?.addEventListener("click", () => void begin());
    node.append(ask);
  }
}
