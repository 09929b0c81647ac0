import { expect } from "vitest";
import { load } from "../../../data/load";
import type { TableName, Tables } from "../../../data/schema";

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The one row that fits; none or several are a fault of the test or of the table. */
export function row<Name extends TableName>(name: Name, fits: Partial<Tables[Name]>): Tables[Name] {
  const wanted = Object.entries(fits);
  const found = load(name).filter((candidate) =>
    wanted.every(([key, value]) => candidate[key as keyof Tables[Name]] === value),
  );
  expect(found, `${name} ${JSON.stringify(fits)}`).toHaveLength(1);
  return found[0] as Tables[Name];
}
