// Kernels of @emergence/lib/learning in AssemblyScript, 32-bit floats, four at a time. Every argument that is a place counts
// floats from the beginning of memory. Each kernel does the same operations on each number in the same order as its twin in
// lib/learning/kernels/plain, so that the two agree to the last bit. Hence no relaxed SIMD, whose fused products depend on the machine.
export { relu, reluBack, square, squareBack, tanh, tanhBack } from "./activations";
export { attend, attendBack, normalize, normalizeBack } from "./attention";
export { gemm } from "./gemm";
export { difference, labelGradient, logisticGradient, scaled, softmaxGradient } from "./losses";
export { adam, sgd } from "./optimizers";
export { addRow, gatherRows, scatterRows, sumRows, transpose } from "./rows";

/** Where data of the caller may begin, in bytes. */
export function base(): usize {
  return __heap_base;
}
