export { emergence } from "./emergence";
export { fits } from "./fits";
export { information } from "./information";
export { metrics } from "./metrics";
export { shown } from "./shown";
export { systems } from "./systems";
