// The style of a drawing on white paper: the pictures on the first page stand in both themes.
import style from "./drawing.css";

const colours: Readonly<Record<string, string>> = {
  ink: "#1f2430",
  quiet: "#59606d",
  line: "#d9dde3",
  paper: "#ffffff",
  first: "#2f40d8",
  second: "#b4540a",
  third: "#1a7a45",
  accent: "#2f40d8",
};

export const paper = `text{font-family:system-ui,sans-serif}${style.replace(/var\(--([\w-]+)\)/g, (_: string, name: string) => colours[name] ?? "#1f2430")}`;
