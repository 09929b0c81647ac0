// page.js: what every page does at once, in a few kilobytes. What makes cells live is loaded on the first click.
import { Bets } from "./bets/bets";
import { isExported, loadScript } from "./carried";
import { element } from "./element";
import { offerPlots } from "./figures";
import type { Page } from "./live/main";
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

/** @param first the cell that was clicked, which is then ready to be written in */
async function goLive(button: HTMLButtonElement, page: Page): Promise<void> {
  if (button.disabled) return;
  button.disabled = true;
  button.textContent = "Starting…";
  try {
    await loadScript("assets/live.js", page.root);
  } catch {
    button.disabled = false;
    button.textContent = "Edit and run";
    const problem = isExported() ? "This browser is too old to unpack the page." : "No connection: try again.";
    button.insertAdjacentHTML("afterend", `<span role="alert">${problem}</span>`);
    return;
  }
  for (const answer of document.querySelectorAll(".turn")) answer.remove();
  await (globalThis as unknown as { live: { begin(page: Page): Promise<void> } }).live.begin(page);
}

/** Makes a notebook's cells live by the button of the page, or by a click into one. */
function offerLife(button: HTMLButtonElement, root: URL): void {
  const bets = new Bets(document);
  const begin = (first?: string) => void goLive(button, { root, bets, first });
  button.addEventListener("click", () => begin());
  for (const cell of document.querySelectorAll<HTMLElement>("section.cell")) {
    const source = cell.querySelector<HTMLElement>(".source > pre");
    source?.setAttribute("role", "group");
    source?.setAttribute("aria-label", "Code; Enter makes it live");
    source?.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a")) return;
      // Who marks text wants to copy it.
      if (getSelection()?.isCollapsed !== false) begin(cell.dataset.id);
    });
    source?.addEventListener("keydown", ({ key, target }) => {
      if (key === "Enter" && target === source) begin(cell.dataset.id);
    });
    if (!cell.classList.contains("exercise")) continue;
    const answer = element("button", { type: "button", textContent: "Write your answer" });
    answer.addEventListener("click", () => {
      answer.textContent = "Starting…";
      begin(cell.dataset.id);
    });
    cell.querySelector(".source")?.after(element("p", { className: "turn" }, [answer]));
  }
  // The address carries changes of cells.
  if (location.hash.startsWith("#cells=")) begin();
}

const root = new URL(document.body.dataset.root || "./", location.href);
reachScrollers();
addEventListener("resize", () => reachScrollers());
document.querySelector(".theme")?.addEventListener("click", switchTheme);
const button = document.querySelector<HTMLButtonElement>("button.live");
if (button) offerLife(button, root);
offerPlots(root);
const query = document.querySelector<HTMLInputElement>("#query");
const found = document.querySelector<HTMLElement>("#found");
if (query && found) search(query, found, root);
