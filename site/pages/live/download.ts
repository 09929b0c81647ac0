// The page's cells as a notebook file for Jupyter, with the reader's changes.
import { carriedText } from "../carried";
import type { Cell } from "./cell";

interface Notebook {
  readonly cells: { readonly id: string; readonly cell_type: string; source: string | string[] }[];
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: the server answers ${response.status}`);
  return response.text();
}

/** @param name of the course's notebook beside the page, without outputs */
export async function download(name: string, cells: readonly Cell[]): Promise<void> {
  const text = (await carriedText(name)) ?? (await fetchText(new URL(name, location.href).href));
  const notebook: Notebook = JSON.parse(text);
  const texts = new Map(cells.map((cell) => [cell.id, cell.text]));
  for (const cell of notebook.cells) {
    const text = cell.cell_type === "code" ? texts.get(cell.id) : undefined;
    if (text !== undefined) cell.source = text;
  }
  const file = new Blob([`${JSON.stringify(notebook, null, 1)}\n`], { type: "application/x-ipynb+json" });
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(file),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
