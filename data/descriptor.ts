import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A column, as datapackage.json describes it (Frictionless Table Schema). */
export type Field = {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
  readonly description: string;
  readonly unit?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
    readonly pattern?: string;
  };
};

/** A table, as datapackage.json describes it (Frictionless Tabular Data Resource, with a few entries of our own). */
export type Resource = {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  /** What a row is, and what to know before using it */
  readonly description: string;
  /** How the rows came out of the publisher's file */
  readonly derivation: string;
  /** Figures by which a good load is recognized */
  readonly sanityCheck: string;
  /** What the table must not be used for */
  readonly limitations: string;
  readonly rows: number;
  readonly bytes: number;
  readonly hash: string;
  readonly sources: readonly { readonly title: string; readonly path: string; readonly version?: string }[];
  readonly licenses: readonly { readonly name: string; readonly title: string; readonly path?: string }[];
  readonly schema: { readonly fields: readonly Field[]; readonly primaryKey: readonly string[] };
};

/** The folder that holds datapackage.json and tables/: the sources stand in it, what is compiled one level down. */
export const folder: string = basename(__dirname) === "dist" ? dirname(__dirname) : __dirname;

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

/** All tables that datapackage.json describes, read once per process. */
export const resources: readonly Resource[] = frozen(
  JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")).resources,
);
