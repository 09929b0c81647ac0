// page.js: what every page does at once, in a few kilobytes. What makes cells live is loaded on the first click.
import { reachScrollers } from "./scrollers";
import { search } from "./search";

function switchTheme(): void {
  const root = document.documentElement;
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // Where a page may keep nothing, the choice holds until it is left.
  }
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} cannot be loaded`));
    document.head.append(script);
  });
}

/** @param cell the one that was clicked, which is then ready to be written in */
async function goLive(button: HTMLButtonElement, root: URL, cell?: string): Promise<void> {
  if (button.disabled) return;
  button.disabled = true;
  button.textContent = "Starting…";
  try {
    await loadScript(new URL("assets/live.js", root).href);
  } catch {
    button.disabled = false;
    button.textContent = "Edit and run";
    button.insertAdjacentHTML("afterend", '<span role="alert">No connection: try again.</span>');
    return;
  }
  (globalThis as unknown as { live: { begin(root: URL, cell?: string): void } }).live.begin(root, cell);
}

const root = new URL(document.body.dataset.root || "./", location.href);
reachScrollers();
addEventListener("resize", () => reachScrollers());
document.querySelector(".theme")?.addEventListener("click", switchTheme);
const button = document.querySelector<HTMLButtonElement>("button.live");
if (button) {
  button.addEventListener("click", () => void goLive(button, root));
  for (const cell of document.querySelectorAll<HTMLElement>("section.cell")) {
    const source = cell.querySelector<HTMLElement>(".source > pre");
    const begin = () => {
      // Who marks text wants to copy it.
      if (getSelection()?.isCollapsed !== false) void goLive(button, root, cell.dataset.id);
    };
    source?.addEventListener("click", ({ target }) => {
      if (!(target as Element).closest("a")) begin();
    });
    source?.addEventListener("keydown", ({ key, target }) => {
      if (key === "Enter" && target === source) begin();
    });
  }
}
const query = document.querySelector<HTMLInputElement>("#query");
const found = document.querySelector<HTMLElement>("#found");
if (query && found) search(query, found, root);
