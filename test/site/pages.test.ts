// What pages are made of, piece by piece.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readNotebook } from "../../scripts/notebooks/refresh.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { question, searchEntries } from "../../scripts/site/page/front.mjs";
import { highlighted } from "../../scripts/site/page/highlight.mjs";
import { linkedCode, withRowAnchors } from "../../scripts/site/page/linkedCode.mjs";
import { markdownOf } from "../../scripts/site/page/markdown.mjs";
import { withOpenNumbers, withSources } from "../../scripts/site/page/numbers.mjs";
import { outputsOf } from "../../scripts/site/page/outputs.mjs";
import { pictureSize } from "../../scripts/site/page/pictureSize.mjs";
import { escapeHtml, plainText, slug } from "../../scripts/site/page/text.mjs";

const pages = new Set(["notebooks/04-s-curves.ipynb", "data/README.md"]);
const markdown = markdownOf(join(root, "notebooks", "00-start-here.ipynb"), pages);

describe("markdown", () => {
  it("leads from notebook to notebook, and to nothing that has no page", () => {
    expect(markdown("[04](04-s-curves.ipynb) and [data](../data/README.md#licenses)")).toBe(
      '<p><a href="04-s-curves.html">04</a> and <a href="../data/README.html#licenses">data</a></p>\n',
    );
    expect(markdown("[a script](../scripts/build.mjs)")).toBe("<p>a script</p>\n");
    expect(markdown("[arXiv](https://arxiv.org/abs/2206.07682)")).toContain('href="https://arxiv.org/abs/2206.07682"');
  });

  it("draws formulas, and takes no price for one", () => {
    expect(markdown("at $T = 2$")).toContain('<span class="katex">');
    expect(markdown("$$x^2$$")).toContain('<span class="katex-display">');
    expect(markdown("from $5 to $6, and `$a$`")).not.toContain("katex");
    expect(() => markdown("$\\nonsense{$")).toThrow(/KaTeX/);
  });

  it("gives headings the anchors that GitHub gives, and leads to figures by their keys", () => {
    expect(markdown("## 2. What does *zero* mean?")).toContain('<h2 id="2-what-does-zero-mean">');
    expect(markdown("In Figure 3<!--jump--> it")).toContain('<a href="#figure-jump">Figure 3</a>');
    const beside = markdownOf(join(root, "docs", "exercises.md"), pages);
    expect(beside("In Figure 3<!--jump--> it")).toBe("<p>In Figure 3 it</p>\n"); // which has no figures
  });
});

describe("text", () => {
  it("is made harmless, plain, and an anchor", () => {
    expect(escapeHtml(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    expect(plainText("**Bold** [link](x.ipynb) `code` <!--c-->")).toBe("Bold link code");
    expect(slug("1. S-curves & *friends*")).toBe("1-s-curves--friends");
    expect(slug("[04 · S-curves](../notebooks/04-s-curves.ipynb)")).toBe("04--s-curves");
  });

  it("is coloured as code without loss of a character", () => {
    const code = 'const a: number[] = [1, 2]; // "x" < 3\nconst b = `t`;\n\n';
    const back = highlighted(code)
      .replace(/<\/?span[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&quot;", '"');
    expect(back).toBe(code);
    expect(highlighted("const a = 1;")).toBe(
      '<span class="tok-keyword">const</span> a = <span class="tok-number">1</span>;',
    );
  });
});

describe("outputs", () => {
  it("are shown by kind, and text is no HTML", () => {
    const outputs = [
      { output_type: "stream", name: "stdout", text: ["a <b>\n"] },
      { output_type: "execute_result", data: { "text/plain": ["<1>"] }, metadata: {} },
      { output_type: "display_data", data: { "text/html": ["<b>1</b>"], "text/plain": ["1"] }, metadata: {} },
      { output_type: "error", ename: "E", evalue: "e", traceback: ["E: <e>"] },
    ];
    expect(outputsOf(outputs, "", () => "").split("\n")).toEqual([
      '<pre class="stream stdout">a &lt;b&gt;',
      "</pre>",
      "<pre>&lt;1&gt;</pre>",
      '<div class="html"><b>1</b></div>',
      '<pre class="error">E: &lt;e&gt;</pre>',
    ]);
  });

  it("keep the place of every picture of the notebooks", () => {
    const all: { name: string; content: string | Buffer }[] = [];
    for (const name of readdirSync(join(root, "notebooks")).filter((each) => each.endsWith(".ipynb"))) {
      for (const cell of readNotebook(join(root, "notebooks", name)).cells)
        outputsOf(cell.outputs ?? [], "", (picture) => String(all.push(picture)));
    }
    const kept = all.filter(({ name }) => !name.endsWith(".plot"));
    // Each with what draws it anew.
    expect(kept.length).toBe(all.length / 2);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.some(({ name }) => name.endsWith(".jpg"))).toBe(true);
    // An SVG says what is to be seen on it.
    const drawn = kept.filter(({ name }) => name.endsWith(".svg"));
    expect(drawn.filter(({ content }) => !/^<svg role="img"[^>]*><title>[^<]{20,}</.test(String(content)))).toEqual([]);
    for (const { name, content } of kept) {
      const { width = 0, height = 0 } = pictureSize(content) ?? {};
      expect(width / height, name).toBeGreaterThan(0.3);
      expect(width / height, name).toBeLessThan(5);
    }
  });
});

describe("published numbers", () => {
  const head = ["value", "published", "here", "difference", "verdict", "source"];
  const cells = ["height", "2 m", "2.01", "0.01", "✓ reproduced", "A 1999 &amp; B"];
  const row = (tag: string, texts: string[]) => `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
  const html = `<table><thead>${row("th", head)}</thead><tbody>${row("td", cells)}${row("td", cells)}</tbody></table>`;
  const entry = { id: "the-height", claim: "height <of it>", note: "", allowed: 0.1 };

  it("open their source, our value and the verdict", () => {
    const open = withSources(html, [entry, { ...entry, id: "the-other", note: "Read off.", allowed: null }], "../");
    const [first = "", second = ""] = open.split("<tbody>")[1]?.split("</tr>") ?? [];
    expect(first).toContain("height &lt;of it&gt;");
    for (const text of ["2.01", "✓ reproduced", "A 1999 &amp; B"]) expect(first).toContain(`<dd>${text}</dd>`);
    expect(first).toContain('<a href="../FIDELITY.html#the-height">');
    expect(first).toContain("allowed difference");
    expect(second).toContain("<p>Read off.</p>");
    expect(second).not.toContain("allowed difference");
    const ids = [...open.matchAll(/popovertarget="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(open).toContain(`id="${id}" popover`);
  });
  it("open in the text too, where three digits or more are those of one value", () => {
    const value = (id: string, published: number) => ({ id, published, content: `<p>${id}</p>` });
    const values = [
      value("points", 4879),
      value("slope", -4.682),
      value("boiling", 100),
      value("twin", 2.311),
      value("other", 2.309),
    ];
    const opened = (text: string) => {
      const open = withOpenNumbers(markdown(text), values);
      return [...open.matchAll(/class="number"[^>]*>([^<]*)<\/button>/g)].map(([, number]) => number);
    };
    expect(opened("4,879 points, −4.68 of slope, and −4.682.")).toEqual(["4,879", "4.68", "4.682"]);
    // Too few digits, zeros at the end, parts of other numbers, a value that two have, another value.
    expect(opened("4.7, at 100 degrees, 14,879 and 4.6825, 2.31 of both, 4.69")).toEqual([]);
    expect(opened("`4,879` and [4,879](https://example.org) and $4.68$ and $a_{4.68}$\n\n## 4,879")).toEqual([]);
    expect(opened("$x$ is 4,879")).toEqual(["4,879"]);
    expect(withOpenNumbers("<p>4,879</p>", values)).toMatch(
      /<\/button><\/p><div class="panel"[^>]*popover><p>points<\/p><\/div>$/,
    );
    expect(withOpenNumbers("<p>4,879</p>", [])).toBe("<p>4,879</p>");
  });
  it("in years are years", () => {
    expect(withOpenNumbers("<p>in 1972</p>", [{ id: "a", published: 1972, content: "" }])).toBe("<p>in 1972</p>");
  });
  it("stay as they are in a table that is another than the rows say", () => {
    expect(withSources(html, [], "")).toBe(html);
  });
  it("and tables are led to from the code that reads them", () => {
    const places = { reference: new Map([["a-b", "F.html#a-b"]]), load: new Map([["ants", "t.html#ants"]]) };
    const link = (code: string) => linkedCode(highlighted(code), places, "../");
    expect(link('reference("a-b")')).toContain('<a href="../F.html#a-b">a-b</a>');
    expect(link('load("ants")')).toContain('<a href="../t.html#ants">ants</a>');
    expect(link('load("bees") + preload("ants")')).not.toContain("<a");
  });
  it("have each row of the list by an anchor of its own; those of one value lead to each other", () => {
    const row = (id: string) => `<tr>\n<td><code>${id}</code></td></tr>`;
    const list = `<h2 id="x"><a href="04.html">04</a></h2>${row("a-b")}${row("c")}<h2>05</h2>${row("a-b")}<h2>06</h2>${row("a-b")}`;
    expect(withRowAnchors(list).split("</tr>")).toEqual([
      '<h2 id="x"><a href="04.html">04</a></h2><tr id="a-b">\n<td><code>a-b</code> also in <a href="#a-b.2">05</a>, <a href="#a-b.3">06</a></td>',
      '<tr id="c">\n<td><code>c</code></td>',
      '<h2>05</h2><tr id="a-b.2">\n<td><code>a-b</code> also in <a href="#a-b">04</a>, <a href="#a-b.3">06</a></td>',
      '<h2>06</h2><tr id="a-b.3">\n<td><code>a-b</code> also in <a href="#a-b">04</a>, <a href="#a-b.2">05</a></td>',
      "",
    ]);
  });
  it("are all reachable in the list that is published", () => {
    const text = readFileSync(join(root, "FIDELITY.md"), "utf8");
    const html = withRowAnchors(markdownOf(join(root, "FIDELITY.md"), pages)(text));
    const anchors = [...html.matchAll(/<tr id="([^"]*)">/g)].map(([, id]) => id);
    expect(anchors.length).toBe([...text.matchAll(/^\| `[\w-]+` \|/gm)].length);
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

describe("the first page", () => {
  it("has of each notebook of the seminar the question that it opens with", () => {
    const names = readdirSync(join(root, "notebooks")).filter((each) => /^\d\d.*\.ipynb$/.test(each));
    for (const name of names) {
      const asked = question(readNotebook(join(root, "notebooks", name)));
      expect(asked, name).toMatch(/\?$/);
      expect(asked.length, name).toBeLessThan(200);
    }
    const opening = "# 1 · A\n\n**Who says *emerge*, and to whom?** He says **so**. And **this is not the question**.";
    const cells = [{ cell_type: "markdown", source: opening }];
    expect(question({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 })).toBe("Who says emerge, and to whom?");
  });
});

describe("the search", () => {
  it("has an entry per heading, with its anchor", () => {
    const notebook = {
      cells: [
        { cell_type: "markdown", source: "# 04 · S-curves\n\nA **rise**." },
        { cell_type: "code", source: "1", outputs: [] },
        { cell_type: "markdown", source: "## 1. The end\n\nNobody knows." },
      ],
      ...{ metadata: {}, nbformat: 4, nbformat_minor: 5 },
    };
    expect(searchEntries({ href: "a.html", title: "04 · S-curves", notebook })).toEqual([
      { href: "a.html", title: "04 · S-curves", heading: "04 · S-curves", text: "04 · S-curves A rise." },
      { href: "a.html#1-the-end", title: "04 · S-curves", heading: "1. The end", text: "1. The end Nobody knows." },
    ]);
  });
});

describe("figures of live cells", () => {
  it("are drawn by the version that draws the committed pictures", () => {
    const versionOf = (name: string) =>
      JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
    expect(versionOf("plotly.js-cartesian-dist-min")).toBe(versionOf("plotly.js-dist"));
  });
});
