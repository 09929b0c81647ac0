// The picture of the page on the first page of the site.

import { paper } from "../parts/paper";
import { picture } from "../parts/plot";
import { curveDrawing, dotsDrawing } from "./drawing";
import { betOf, seriesOf, usual } from "./model";
import { table } from "./table";

const state = { ...usual, known: 37, seen: 1 };
const series = seriesOf(state, table);
const width = 640;
const drawing = curveDrawing(state, series, betOf(series, state.known), width) + dotsDrawing(state, series, width);
export default picture(width, 400, paper, drawing);
