// The outputs of a live cell, as they come.
import { comparisonType, type Row, withSources } from "../../../scripts/site/page/numbers.mjs";
import type { Display, Output } from "../../kernel/messages";
import { isExported } from "../carried";
import { element } from "../element";
import { drawInView, type Figure, free } from "../plotly";

const plotlyType = "application/vnd.plotly.v1+json";

export class Outputs {
  private readonly byId = new Map<string, HTMLElement>();

  constructor(
    private readonly node: HTMLElement,
    private readonly root: URL,
    /** What pages do to outputs when they have come. */
    private readonly dress: (within: HTMLElement) => void,
  ) {}

  /** Takes all away; the place stays as high as it was until the cell has ended, so that the page does not jump. */
  begin(): void {
    this.node.style.minHeight = `${this.node.offsetHeight}px`;
    for (const plot of this.node.querySelectorAll<HTMLElement>(".plot")) free(plot);
    this.byId.clear();
    this.node.replaceChildren();
  }

  end(): void {
    this.node.style.minHeight = "";
  }

  add(output: Output): void {
    switch (output.type) {
      case "stream":
        this.print(output.content.name, output.content.text);
        break;
      case "error": {
        const box = element("pre", { className: "error" });
        box.setAttribute("role", "alert");
        box.textContent = output.content.traceback.join("\n");
        this.node.append(box);
        break;
      }
      case "update_display_data":
        this.update(output.content);
        break;
      default:
        this.show(output.content);
    }
  }

  private print(name: string, text: string): void {
    const last = this.node.lastElementChild;
    const block = last?.classList.contains(name) ? last : element("pre", { className: `stream ${name}` });
    block.append(text);
    if (block !== last) this.node.append(block);
  }

  private show(content: Display): void {
    const node = this.rendered(content);
    const id = content.transient?.display_id;
    if (id !== undefined) this.byId.set(id, node);
    this.node.append(node);
    if (node.dataset.bet !== undefined || node.dataset.reveal !== undefined) this.dress(node);
  }

  private update(content: Display): void {
    const id = content.transient?.display_id ?? "";
    const before = this.byId.get(id);
    if (before === undefined) return;
    const node = this.rendered(content);
    this.byId.set(id, node);
    before.replaceWith(node);
  }

  private rendered({ data, metadata }: Display): HTMLElement {
    const text = String(data["text/plain"] ?? "");
    if (data[plotlyType] !== undefined) {
      const figure = element("figure", { className: "figure live" });
      const plot = element("div", { className: "plot" });
      plot.textContent = text;
      const { key } = (metadata?.caption ?? {}) as { key?: string };
      if (key !== undefined) figure.id = `figure-${key}`; // the text refers to it
      figure.setAttribute("aria-label", String(metadata?.alt ?? text));
      figure.append(plot);
      drawInView(plot, data[plotlyType] as Figure, text, this.root);
      return figure;
    }
    if (data["text/html"] !== undefined) {
      const box = element("div", { className: "html" });
      const html = String(data["text/html"]);
      const rows = data[comparisonType] as Row[] | undefined;
      box.innerHTML = rows === undefined ? html : withSources(html, rows, isExported() ? undefined : this.root.href);
      for (const name of ["bet", "reveal", "exercise"])
        if (metadata?.[name] !== undefined) box.dataset[name] = JSON.stringify(metadata[name]);
      // An exercise's judgement is what the reader waits for.
      if (metadata?.exercise !== undefined) box.setAttribute("role", "status");
      return box;
    }
    const block = element("pre", { className: "value" });
    block.textContent = text;
    return block;
  }
}
