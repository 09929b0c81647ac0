// The part of node:util that the kit uses. `inspect` is Node's own code.
import { format, formatWithOptions, inspect } from "node-inspect-extracted";

const custom = Symbol.for("nodejs.util.promisify.custom");

type Callback = (error: unknown, value?: unknown) => void;

const promisify = Object.assign(
  (work: (...args: unknown[]) => unknown) =>
    (work as { [custom]?: unknown })[custom] ??
    ((...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const done: Callback = (error, value) => (error ? reject(error) : resolve(value));
        work(...args, done);
      })),
  { custom },
);

/** Whether a value is what its name says, in whichever thread it was made. */
const is = (name: string) => (value: unknown) => Object.prototype.toString.call(value) === `[object ${name}]`;

const types = {
  ...{ isArrayBuffer: is("ArrayBuffer"), isSharedArrayBuffer: is("SharedArrayBuffer"), isDataView: is("DataView") },
  ...{ isMap: is("Map"), isSet: is("Set"), isDate: is("Date"), isRegExp: is("RegExp"), isPromise: is("Promise") },
  ...{ isModuleNamespaceObject: is("Module"), isNativeError: is("Error") },
  isTypedArray: (value: unknown): boolean => ArrayBuffer.isView(value) && !(value instanceof DataView),
};

export const util = { format, formatWithOptions, inspect, promisify, types, TextDecoder, TextEncoder };
