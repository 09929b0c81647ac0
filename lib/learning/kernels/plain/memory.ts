/** The memory that the plain kernels work on; `floats` and `integers` are two views of it. */
export interface Memory {
  floats: Float32Array;
  integers: Int32Array;
}
