// The editor of a cell: CodeMirror, with completion and help from the kernel.
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { minimalSetup } from "codemirror";
import type { Kernel } from "../../kernel/client";

/** The page's colours; CodeMirror's own style is for white pages. */
const look = EditorView.theme({
  "&.cm-focused": { outline: "2px solid var(--accent)", borderRadius: "0.5rem" },
  ".cm-content": { padding: "0.7rem 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 0.9rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  ".cm-tooltip": {
    ...{ color: "var(--ink)", background: "var(--paper)", border: "1px solid var(--line)" },
    ...{ borderRadius: "0.4rem", overflow: "hidden" },
  },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "0.86rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent)", color: "var(--on-accent)" },
});

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly kernel: Kernel;
  /** Shift+Enter: runs the cell and goes on; Ctrl+Enter: runs it. */
  onRun(goesOn: boolean): void;
  /** @param byHand a person has written, rather than the page */
  onChange(byHand: boolean): void;
}

function completions(kernel: Kernel) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    if (!context.explicit) {
      // A number has nothing to complete, though it may end in a point.
      if (context.matchBefore(/(?<![\w$.])\.?\d[\w.]*$/)) return null;
      if (context.matchBefore(/[\w$.]$|["']\w*$/) === null) return null;
    }
    const answer = await kernel.complete(context.state.doc.toString(), context.pos);
    if (answer === null || context.aborted || answer.matches.length === 0) return null;
    const options = answer.matches.map((label, i) => ({ label, boost: Math.max(-99, -i / 10) }));
    return { from: answer.cursor_start, to: answer.cursor_end, options, filter: false };
  };
}

function help(kernel: Kernel) {
  return hoverTooltip(async (view, pos) => {
    const word = view.state.wordAt(pos);
    const text = word && (await kernel.inspect(view.state.doc.toString(), word.to));
    if (!word || !text) return null;
    return {
      pos: word.from,
      end: word.to,
      create() {
        const dom = Object.assign(document.createElement("pre"), { className: "help", textContent: text });
        return { dom };
      },
    };
  });
}

export function createEditor({ parent, text, label, kernel, onRun, onChange }: EditorOptions): EditorView {
  const run = (goesOn: boolean) => () => {
    onRun(goesOn);
    return true;
  };
  const keys = [
    { key: "Shift-Enter", run: run(true) },
    { key: "Mod-Enter", run: run(false) },
  ];
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of(keys)),
        minimalSetup,
        look,
        keymap.of([indentWithTab]),
        javascript({ typescript: true }),
        syntaxHighlighting(classHighlighter),
        autocompletion({ override: [completions(kernel)] }),
        help(kernel),
        EditorView.contentAttributes.of({
          // What can be written in takes the focus anyway; it is said for those who look whether keys reach what scrolls.
          tabindex: "0",
          ...{ "aria-label": label, autocapitalize: "off", spellcheck: "false" },
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          onChange(update.transactions.some((each) => ["input", "delete"].some((kind) => each.isUserEvent(kind))));
        }),
      ],
    }),
  });
}
