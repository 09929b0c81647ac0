// The caption under a figure is part of the figure, so that a notebook, the picture beside it and a page all show it.
import type { Annotation, Figure, Frame, Layout } from "./figure";
import { requireText } from "./input";
import { textWidth } from "./labels";
import { quiet } from "./palette";
import { defaultHeight, size, margin as usual } from "./theme";

/**
 * Width in pixels that a caption may take by `textWidth`, which overestimates: some 480. A figure is 560 wide in JupyterLab on a
 * projector of 1,024 pixels at 150 %, where a longer line would be cut; long names on the upright axis push the caption to the
 * right by some 40.
 */
const lineWidth = 560;
const lineHeight = Math.round(size.note * 1.35);

/** Numbers of the figures that this session has shown, by key: a cell that runs again keeps its number. */
const numbers = new Map<string, number>();

/** A caption with its key and number. */
export interface Caption {
  readonly key: string;
  readonly number: number;
  readonly text: string;
}

/** Numbers a caption: the next number for a new key, the old one for a known key. */
export function captionOf(caller: string, text: string, key: string = text): Caption {
  requireText(caller, "the caption", text, "Nothing, nothing, nothing, and then half of all words.");
  requireText(caller, "the key", key, "jump");
  const number = numbers.get(key) ?? numbers.size + 1;
  numbers.set(key, number);
  return { key, number, text };
}

/** Lines of a text, broken between words. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trimStart();
    if (lines.length > 0 && textWidth(longer, size.note) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Lines of a caption: as few as fit, and of much the same length, so that no word is left alone on the last. */
function captionLines(text: string): string[] {
  let lines = wrapped(text, lineWidth);
  for (let width = lineWidth; width > 0; width -= 10) {
    const narrower = wrapped(text, width);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

const plainText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The figure with its caption below, in every state of a slider or menu. */
export function withCaption(figure: Figure, { number, text }: Caption): Figure {
  const { layout, frames } = figure;
  const head = `Figure ${number}.`;
  const lines = captionLines(`${head} ${text}`).map(plainText);
  const margin = layout.margin ?? { l: usual.left, r: usual.right, t: usual.top, b: usual.bottom };
  const room = lines.length * lineHeight + 14;
  const note: Annotation = {
    name: "caption",
    text: lines.join("<br>").replace(head, `<b>${head}</b>`),
    align: "left",
    font: { size: size.note, color: quiet },
    showarrow: false,
    x: 0,
    xref: "paper",
    xanchor: "left",
    xshift: 8 - margin.l,
    y: 0,
    yref: "paper",
    yanchor: "top",
    yshift: -margin.b,
  };
  const noted = (part: Layout): Layout => ({ ...part, annotations: [...(part.annotations ?? []), note] });
  return {
    ...figure,
    layout: {
      ...noted(layout),
      height: (layout.height ?? defaultHeight) + room,
      margin: { ...margin, b: margin.b + room },
      ...(layout.updatemenus ? { updatemenus: (layout.updatemenus as Menu[]).map((menu) => inMenu(menu, noted)) } : {}),
    },
    ...(frames ? { frames: frames.map((frame): Frame => ({ ...frame, layout: noted(frame.layout ?? {}) })) } : {}),
  };
}

interface Menu {
  readonly type?: string;
  readonly buttons?: readonly { readonly args?: readonly unknown[] }[];
}

/** A menu whose choices set the annotations anew sets the caption with them. */
function inMenu(menu: Menu, noted: (part: Layout) => Layout): Menu {
  if (menu.type !== "dropdown" || menu.buttons === undefined) return menu;
  const buttons = menu.buttons.map((button) => {
    const [traces, layout, ...rest] = button.args ?? [];
    return { ...button, args: [traces, noted((layout ?? {}) as Layout), ...rest] };
  });
  return { ...menu, buttons };
}
