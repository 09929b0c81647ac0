// The tests of functions, of the rooms that a file names.
import { it } from "vitest";
import type { Anything } from "./exports";
import { onlyData } from "./free";
import { further } from "./further";
import type { Specimen } from "./specimens";
import { calls, expectNoFault, isOfCatalogue, lastName, longTitle, pathOf, slow, specimenOf, title } from "./tried";

const tried = (long: boolean) => (name: string, call: Anything) => {
  const path = pathOf(name);
  const names = [lastName(path), ...(isOfCatalogue(path) ? ["metricCatalogue"] : [])];
  const data = onlyData.has(name) || isOfCatalogue(path);
  return expectNoFault(name, call, further[name] ?? (specimenOf(path) as Specimen), { names, data, long });
};

/** @param isHere whether a call's path is one of the file's */
export function triesFunctions(isHere: (path: string) => boolean): void {
  const here = calls.filter(([name]) => isHere(pathOf(name)));
  it.each(here)(title, tried(false));
  it.each(here)(longTitle, slow, tried(true));
}
