// Search over all texts of the site, which a build script has written into one file.

interface Entry {
  readonly href: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}

const most = 12;
const around = 70;

/** The place in a text where the first word stands, with what is around it. */
function excerpt(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word);
  const from = Math.max(0, at - around);
  const end = Math.min(text.length, at + word.length + around);
  return `${from > 0 ? "…" : ""}${text.slice(from, end)}${end < text.length ? "…" : ""}`;
}

/** Entries that have all words: those that have them in a heading first. */
function matches(entries: readonly Entry[], words: readonly string[]): Entry[] {
  const rank = ({ title, heading }: Entry) =>
    words.filter((word) => `${title} ${heading}`.toLowerCase().includes(word)).length;
  return entries
    .filter(({ title, text }) => words.every((word) => `${title} ${text}`.toLowerCase().includes(word)))
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, most);
}

function item({ href, title, heading, text }: Entry, word: string, root: URL): HTMLLIElement {
  const li = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(href, root).href;
  link.textContent = heading && heading !== title ? `${title} › ${heading}` : title;
  const line = document.createElement("p");
  line.textContent = excerpt(text, word);
  li.append(link, line);
  return li;
}

export function search(query: HTMLInputElement, found: HTMLElement, root: URL): void {
  let entries: Promise<Entry[]> | undefined;
  const load = () => {
    entries ??= fetch(new URL("assets/search.json", root)).then((response) => response.json());
    return entries;
  };
  query.addEventListener("focus", () => void load());
  query.addEventListener("input", async () => {
    const asked = query.value;
    const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
    const all = await load();
    if (query.value !== asked) return; // a later letter has its own answer
    const list = words.length === 0 ? [] : matches(all, words);
    found.replaceChildren(...list.map((entry) => item(entry, words[0] as string, root)));
    if (words.length > 0 && list.length === 0) found.textContent = "Nothing has all these words.";
  });
}
