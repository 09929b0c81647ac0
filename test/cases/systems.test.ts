import { systems as fresh } from "./fresh/systems";
import { systems as real } from "./real/systems";
import { testCases } from "./testCases";

testCases("systems", { real, fresh });
