import { tables as fresh } from "./fresh/tables";
import { testCases } from "./testCases";

testCases("tables", { fresh });
