import { freshCases } from "./data";
import { fitFormula, fits as fresh } from "./fresh/fits";
import { fits as real } from "./real/fits";
import { testCases } from "./testCases";

/** A formula with its points needs no code of its own. */
const formulas = freshCases.flatMap(({ id, fit }) => (fit ? [[id, () => fitFormula(fit)] as const] : []));

testCases("fits", { real, fresh: { ...fresh, ...Object.fromEntries(formulas) } });
