/**
 * C = A B, or C += A B: A of m rows and k columns with free strides (so that it may stand transposed), B and C by rows.
 * n is a multiple of 8. Each number of C is summed over k in order, in a block of 4 x 8 that stays in registers.
 */
export function gemm(
  m: i32,
  n: i32,
  k: i32,
  a: i32,
  strideRow: i32,
  strideK: i32,
  b: i32,
  strideB: i32,
  c: i32,
  strideC: i32,
  accumulate: i32,
): void {
  const nextRow = (<usize>strideRow) << 2;
  const nextK = (<usize>strideK) << 2;
  const nextB = (<usize>strideB) << 2;
  const nextC = (<usize>strideC) << 2;
  let rowA = (<usize>a) << 2;
  let rowC = (<usize>c) << 2;
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    for (let j = 0; j < n; j += 8) {
      const c0 = rowC + ((<usize>j) << 2);
      const c1 = c0 + nextC;
      const c2 = c1 + nextC;
      const c3 = c2 + nextC;
      let s00 = f32x4.splat(0);
      let s01 = s00;
      let s10 = s00;
      let s11 = s00;
      let s20 = s00;
      let s21 = s00;
      let s30 = s00;
      let s31 = s00;
      if (accumulate) {
        s00 = v128.load(c0);
        s01 = v128.load(c0, 16);
        s10 = v128.load(c1);
        s11 = v128.load(c1, 16);
        s20 = v128.load(c2);
        s21 = v128.load(c2, 16);
        s30 = v128.load(c3);
        s31 = v128.load(c3, 16);
      }
      let a0 = rowA;
      let a1 = a0 + nextRow;
      let a2 = a1 + nextRow;
      let a3 = a2 + nextRow;
      let at = ((<usize>b) << 2) + ((<usize>j) << 2);
      for (let l = 0; l < k; l++) {
        const b0 = v128.load(at);
        const b1 = v128.load(at, 16);
        let x = v128.load32_splat(a0);
        s00 = f32x4.add(s00, f32x4.mul(x, b0));
        s01 = f32x4.add(s01, f32x4.mul(x, b1));
        x = v128.load32_splat(a1);
        s10 = f32x4.add(s10, f32x4.mul(x, b0));
        s11 = f32x4.add(s11, f32x4.mul(x, b1));
        x = v128.load32_splat(a2);
        s20 = f32x4.add(s20, f32x4.mul(x, b0));
        s21 = f32x4.add(s21, f32x4.mul(x, b1));
        x = v128.load32_splat(a3);
        s30 = f32x4.add(s30, f32x4.mul(x, b0));
        s31 = f32x4.add(s31, f32x4.mul(x, b1));
        a0 += nextK;
        a1 += nextK;
        a2 += nextK;
        a3 += nextK;
        at += nextB;
      }
      v128.store(c0, s00);
      v128.store(c0, s01, 16);
      v128.store(c1, s10);
      v128.store(c1, s11, 16);
      v128.store(c2, s20);
      v128.store(c2, s21, 16);
      v128.store(c3, s30);
      v128.store(c3, s31, 16);
    }
    rowA += nextRow << 2;
    rowC += nextC << 2;
  }
  // What is left of the rows, one by one.
  for (; i < m; i++) {
    for (let j = 0; j < n; j += 8) {
      const place = rowC + ((<usize>j) << 2);
      let s0 = f32x4.splat(0);
      let s1 = s0;
      if (accumulate) {
        s0 = v128.load(place);
        s1 = v128.load(place, 16);
      }
      let x = rowA;
      let at = ((<usize>b) << 2) + ((<usize>j) << 2);
      for (let l = 0; l < k; l++) {
        const value = v128.load32_splat(x);
        s0 = f32x4.add(s0, f32x4.mul(value, v128.load(at)));
        s1 = f32x4.add(s1, f32x4.mul(value, v128.load(at, 16)));
        x += nextK;
        at += nextB;
      }
      v128.store(place, s0);
      v128.store(place, s1, 16);
    }
    rowA += nextRow;
    rowC += nextC;
  }
}
