import { shown as fresh } from "./fresh/shown";
import { shown as real } from "./real/shown";
import { testCases } from "./testCases";

testCases("shown", { real, fresh });
