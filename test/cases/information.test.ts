import { information as fresh } from "./fresh/information";
import { information as real } from "./real/information";
import { testCases } from "./testCases";

testCases("information", { real, fresh });
