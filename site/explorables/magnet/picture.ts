// The picture of the page on the first page of the site: a magnet cooled step by step, beside the theory.
import { paper } from "../parts/paper";
import { picture } from "../parts/plot";
import { chartGround, chartHeight, chartLive } from "./drawing";
import { isCooled, usual, World } from "./model";

const state = { ...usual, program: "cool", theory: 1 };
const world = new World(state);
while (!isCooled(world.sweeps)) world.sweep();
export default picture(480, chartHeight, paper, chartGround(state, 480) + chartLive(world, 480));
