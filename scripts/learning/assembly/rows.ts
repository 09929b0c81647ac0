/** out = the transpose of a: `rows` x `columns` becomes `columns` x `rows`. */
export function transpose(rows: i32, columns: i32, a: i32, strideA: i32, out: i32, strideOut: i32): void {
  for (let i = 0; i < rows; i++) {
    let from = (<usize>(a + i * strideA)) << 2;
    let to = (<usize>(out + i)) << 2;
    for (let j = 0; j < columns; j++) {
      store<f32>(to, load<f32>(from));
      from += 4;
      to += (<usize>strideOut) << 2;
    }
  }
}

/** out[r] = sum over positions of table[tokens[r, position]]: the product of one-hot rows and a matrix, by looking its rows up. */
export function gatherRows(rows: i32, positions: i32, width: i32, tokens: i32, table: i32, out: i32): void {
  let token = (<usize>tokens) << 2;
  let to = (<usize>out) << 2;
  const bytes = (<usize>width) << 2;
  for (let r = 0; r < rows; r++) {
    for (let position = 0; position < positions; position++) {
      const from = (<usize>(table + load<i32>(token) * width)) << 2;
      if (position === 0) {
        for (let j: usize = 0; j < bytes; j += 16) v128.store(to + j, v128.load(from + j));
      } else {
        for (let j: usize = 0; j < bytes; j += 16) {
          v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(from + j)));
        }
      }
      token += 4;
    }
    to += bytes;
  }
}

/** table[tokens[r, position]] += d[r]: the gradient of `gatherRows`. */
export function scatterRows(rows: i32, positions: i32, width: i32, tokens: i32, d: i32, table: i32): void {
  let token = (<usize>tokens) << 2;
  let from = (<usize>d) << 2;
  const bytes = (<usize>width) << 2;
  for (let r = 0; r < rows; r++) {
    for (let position = 0; position < positions; position++) {
      const to = (<usize>(table + load<i32>(token) * width)) << 2;
      for (let j: usize = 0; j < bytes; j += 16) {
        v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(from + j)));
      }
      token += 4;
    }
    from += bytes;
  }
}

/** x[r] += row, for each of the rows. */
export function addRow(rows: i32, width: i32, x: i32, row: i32): void {
  const bytes = (<usize>width) << 2;
  const from = (<usize>row) << 2;
  let to = (<usize>x) << 2;
  for (let r = 0; r < rows; r++) {
    for (let j: usize = 0; j < bytes; j += 16) {
      v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(from + j)));
    }
    to += bytes;
  }
}

/** row += the sum of d[r] over the rows, in order. */
export function sumRows(rows: i32, width: i32, d: i32, row: i32): void {
  const bytes = (<usize>width) << 2;
  const to = (<usize>row) << 2;
  let from = (<usize>d) << 2;
  for (let r = 0; r < rows; r++) {
    for (let j: usize = 0; j < bytes; j += 16) {
      v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(from + j)));
    }
    from += bytes;
  }
}
