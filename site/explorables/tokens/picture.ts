// The picture of the page on the first page of the site: exact match of some answers, and their right tokens.
import { paper } from "../parts/paper";
import { label, picture } from "../parts/plot";
import { rulerCurve, tokenDrawing, tokenHeight } from "./drawing";
import { answersOf, scoresOf, usual } from "./model";

const width = 640;
const tokens =
  rulerCurve("tokens", usual, width, "twin") + label("right tokens, of the same answers", [60, 48], "tick");
const exact = tokenDrawing(usual, scoresOf("exact", usual, answersOf(usual)), width);
export default picture(width, tokenHeight, paper, exact + tokens);
