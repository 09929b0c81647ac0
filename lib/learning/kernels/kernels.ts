/**
 * What networks compute with: functions on one memory of 32-bit floats. Every place is a number of floats from its beginning;
 * the width of rows is a multiple of 8, and what pads a row is 0. There are two sets, WebAssembly with SIMD and plain TypeScript,
 * which agree to the last bit: each does the same operations on each number in the same order.
 */
export interface Kernels {
  /** Which of the two sets this is. */
  readonly path: "simd" | "plain";
  /** C = A B (or C += A B if `accumulate` is 1): A is m x k with free strides, B and C stand by rows, n is a multiple of 8. */
  gemm(
    m: number,
    n: number,
    k: number,
    a: number,
    strideRow: number,
    strideK: number,
    b: number,
    strideB: number,
    c: number,
    strideC: number,
    accumulate: number,
  ): void;
  /** out[j, i] = a[i, j] */
  transpose(rows: number, columns: number, a: number, strideA: number, out: number, strideOut: number): void;
  /** out[r] = sum over positions of table[tokens[r, position]], tokens being whole numbers. */
  gatherRows(rows: number, positions: number, width: number, tokens: number, table: number, out: number): void;
  /** table[tokens[r, position]] += d[r] */
  scatterRows(rows: number, positions: number, width: number, tokens: number, d: number, table: number): void;
  /** x[r] += row */
  addRow(rows: number, width: number, x: number, row: number): void;
  /** row += sum of d[r] */
  sumRows(rows: number, width: number, d: number, row: number): void;
  /** y = x^2 */
  square(n: number, x: number, y: number): void;
  /** d *= 2 x */
  squareBack(n: number, x: number, d: number): void;
  /** y = x where x > 0, else 0 */
  relu(n: number, x: number, y: number): void;
  /** d = d where y > 0, else 0 */
  reluBack(n: number, y: number, d: number): void;
  /** y = tanh x */
  tanh(n: number, x: number, y: number): void;
  /** d *= 1 - y^2 */
  tanhBack(n: number, y: number, d: number): void;
  /** y = factor x */
  scaled(n: number, x: number, y: number, factor: number): void;
  /** d = factor (x - target) */
  difference(n: number, x: number, target: number, d: number, factor: number): void;
  /** d[r, label] = factor (x[r, label] - 1) */
  labelGradient(
    rows: number,
    stride: number,
    x: number,
    labels: number,
    strideLabel: number,
    d: number,
    factor: number,
  ): void;
  /** d = factor (softmax x - one-hot label), for `classes` numbers of each row */
  softmaxGradient(
    rows: number,
    classes: number,
    stride: number,
    x: number,
    labels: number,
    strideLabel: number,
    d: number,
    factor: number,
  ): void;
  /** d[r, 0] = factor (1 / (1 + exp(-x[r, 0])) - bit[r]) */
  logisticGradient(rows: number, stride: number, x: number, bits: number, d: number, factor: number): void;
  /** y = x inverse, inverse = 1 / sqrt(mean of x^2 + 1e-6), row by row */
  normalize(rows: number, width: number, x: number, y: number, inverses: number): void;
  /** dx += inverse (d - y mean(d y)) */
  normalizeBack(rows: number, width: number, y: number, inverses: number, d: number, dx: number): void;
  /** Causal attention on rows of queries, keys and values: out_t = sum over u <= t of w_tu v_u, w_t = softmax of factor q_t . k_u, kept. */
  attend(
    examples: number,
    length: number,
    heads: number,
    size: number,
    factor: number,
    qkv: number,
    out: number,
    weights: number,
    strideW: number,
  ): void;
  /** slopes += gradient of `attend` with respect to queries, keys and values; `room` is for `length` floats. */
  attendBack(
    examples: number,
    length: number,
    heads: number,
    size: number,
    factor: number,
    qkv: number,
    d: number,
    weights: number,
    strideW: number,
    slopes: number,
    room: number,
  ): void;
  /** g += coupled w, m and v forget, w = shrink w - rate m / (sqrt(correction v) + epsilon) */
  adam(
    n: number,
    w: number,
    g: number,
    m: number,
    v: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    correction: number,
    shrink: number,
    coupled: number,
  ): void;
  /** velocity = momentum velocity + g + coupled w, w -= rate velocity */
  sgd(n: number, w: number, g: number, velocity: number, rate: number, momentum: number, coupled: number): void;
}

/** A set of kernels with its memory. Views end with the next `reserve`, which may move it. */
export interface Machine {
  readonly kernels: Kernels;
  /** Place of so many new floats, all 0, rounded up to a multiple of 16. */
  reserve(floats: number): number;
  /** The memory as 32-bit floats. */
  floats(): Float32Array;
  /** The same memory as whole numbers. */
  integers(): Int32Array;
}
