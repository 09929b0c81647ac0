import { metrics as fresh } from "./fresh/metrics";
import { metrics as real } from "./real/metrics";
import { testCases } from "./testCases";

testCases("metrics", { real, fresh });
