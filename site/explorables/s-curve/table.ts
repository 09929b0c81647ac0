// The table of the page, from the file that the notebooks read.
import csv from "../../../data/tables/adoption/adoption.csv";
import { tableOf } from "./model";

export const table = tableOf(csv);
