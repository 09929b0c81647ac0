import { describe } from "vitest";
import { triesFunctions } from "./ofFunctions";
import { isOfKit, silenced } from "./tried";

silenced();

describe("bad input to plot, data and run", () => {
  triesFunctions(isOfKit);
});
