import { requireKind } from "@emergence/lib/core";
import type { Judge } from "./exercise";
import { requireText } from "./input";

/** UTF-8 from base64, in Node and in a browser. */
const decoded = (text: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));

/**
 * The judge of an exercise in a hand-out: the same judge, in a form in which nobody reads the answer by accident.
 *
 * `npm run hand-out` writes it; no one else has to. It is no secret: whoever decodes it can read it, and grading takes the course's
 * own judge. `text` is JavaScript in base64, an expression that is a function of the answer; `scope` has the names of the notebook
 * that it uses.
 *
 * @throws if `text` is no such function
 * @example
 * sealed("YT0+YT09PWhhbGZ8fCJObyI=", { half: 0.5 })(0.5); // => true
 */
export function sealed(text: string, scope: Readonly<Record<string, unknown>>): Judge<unknown> {
  requireText("sealed", "the text", text, "YT0+YT09PTQ=");
  requireKind("sealed", "the scope", scope, "object");
  const judge: unknown = (() => {
    try {
      const names = Object.keys(scope).join();
      return new Function("scope", `"use strict";const {${names}}=scope;return (${decoded(text)});`)(scope);
    } catch {
      return undefined;
    }
  })();
  if (typeof judge === "function") return judge as Judge<unknown>;
  throw new TypeError(
    `sealed: got a text of ${text.length} characters that is no judge; it must be as npm run hand-out wrote it, so take the cell from the hand-out again`,
  );
}
