// On a page, the special functions that fits and random numbers use are compiled a moment later than everything else.
export { compiled as ready } from "cephes";
