import { emergence as fresh } from "./fresh/emergence";
import { emergence as real } from "./real/emergence";
import { testCases } from "./testCases";

testCases("emergence", { real, fresh });
