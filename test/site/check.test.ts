// What is checked of a site before it is published.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkSite, mostBytes } from "../../scripts/site/check/index.mjs";

describe("the check of a site", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "emergence-check-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function problemsOf(files: Record<string, string>): string[] {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return checkSite(folder).problems;
  }

  it("takes links to pages, folders with an index, anchors, data and other hosts", () => {
    const links = ["sub/b.html#here", "sub/", "#own", "sub/b.html?x=1#%C3%BCber", "https://example.org/a?b&amp;c"];
    const page = `<p id="own">${links.map((href) => `<a title="a > b" href="${href}">x</a>`).join("")}</p>`;
    const other = '<link rel="icon" href="data:,"><h2 id="here"></h2><a href=".." id="über">up</a>';
    const pages = { "index.html": page, "sub/b.html": other, "sub/index.html": "" };
    expect(problemsOf({ ...pages, "s.css": "p{background:url(sub/a%20b.svg)}", "sub/a b.svg": "<svg></svg>" })).toEqual(
      [],
    );
    expect(checkSite(folder).external).toEqual(["https://example.org/a?b&c"]);
  });

  it("finds what leads nowhere, in pages, styles and the search", () => {
    const found = [{ href: "a.html#one" }, { href: "a.html#two" }, { href: "b.html" }];
    expect(
      problemsOf({
        "a.html":
          '<p id="one"><a href="#none"></a><a href="/a.html"></a><img src="no.svg"><a href="../a.html"></a></p>',
        ...{ "s.css": '@import "t.css";', "assets/search.json": JSON.stringify(found), "sub/c.txt": "" },
        "sub/d.html": '<a href="https://exa mple"></a><a href="../sub"></a>',
      }),
    ).toEqual(
      [
        ...["a.html: #none", "a.html: /a.html", "a.html: no.svg", "a.html: ../a.html"],
        ...["assets/search.json: a.html#two", "assets/search.json: b.html", "s.css: t.css"],
        ...["sub/d.html: https://exa mple", "sub/d.html: ../sub"],
      ].map((link) => `leads nowhere: ${link}`),
    );
  });

  it("finds what would be asked of other hosts, but lets a reader go there", () => {
    expect(
      problemsOf({
        "a.html":
          '<script src="https://cdn.example/x.js"></script><img src="//example.org/y.png"><a href="https://example.org">z</a>',
        "s.css": "@font-face{src:url('http://example.org/f.woff2')}",
        "s.js": 'const about="https://example.org";fetch(`https://example.org/d.json`);fetch("d.json")',
      }),
    ).toEqual(
      [
        ...["a.html: https://cdn.example/x.js", "a.html: //example.org/y.png"],
        ...["s.css: http://example.org/f.woff2", "s.js: https://example.org/d.json"],
      ].map((request) => `asks another host: ${request}`),
    );
  });

  it("says when it is too large", () => {
    writeFileSync(join(folder, "a.bin"), "");
    truncateSync(join(folder, "a.bin"), mostBytes + 1);
    expect(checkSite(folder).problems).toEqual([expect.stringMatching(/^too large: .* MB/)]);
  });
});
