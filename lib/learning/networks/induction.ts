import type { Machine } from "../kernels/kernels";
import { exp32 } from "../kernels/plain/exp32";
import type { InductionAttention } from "../models/inductionAttention";
import type { Network, Parameter } from "./network";
import { padded } from "./padded";

const capacity = 64;

/**
 * An `inductionAttention` for sequences of k symbols. Layer 2 needs sums over the past only, which are carried along, so that a sequence costs
 * a square of its length in layer 1 and nothing like it elsewhere. All in double precision, on weights and gradients of 32 bits, the same on
 * both paths.
 */
export function induction(machine: Machine, model: InductionAttention, length: number, k: number): Network {
  const distances: Parameter = { name: "distances", rows: 1, columns: length, at: 0, stride: padded(length) };
  const matrix: Parameter = {
    name: "matrix",
    rows: k,
    columns: k,
    at: distances.stride,
    stride: padded(k),
    rate: model.matrixRate,
  };
  const size = matrix.at + k * matrix.stride;
  const wide = padded(k);
  const outputStride = length * wide;
  const [weights, gradients] = [machine.reserve(size), machine.reserve(size)];
  const inputs = machine.reserve(capacity * length);
  const [outputs, slopes] = [machine.reserve(capacity * outputStride), machine.reserve(capacity * outputStride)];
  // softmax(v) up to each distance: exp(v) over its running sum. Then, of every example, z and the sums S_t[j][c] of z_u[j] over u <= t with x_u = c.
  const raised = new Float64Array(length);
  const running = new Float64Array(length);
  const z = new Float64Array(capacity * length * k);
  const sums = new Float64Array(capacity * length * k * k);

  function prepareDistances(): void {
    const floats = machine.floats();
    const v = floats.subarray(weights, weights + length);
    const largest = v.reduce((most, value) => Math.max(most, value), -Infinity);
    let sum = 0;
    for (let s = 0; s < length; s++) {
      raised[s] = exp32(Math.fround((v[s] as number) - largest));
      sum += raised[s] as number;
      running[s] = sum;
    }
  }

  return {
    parameters: [distances, matrix],
    size,
    weights,
    gradients,
    capacity,
    inputs,
    outputs,
    slopes,
    outputStride,
    groupStride: wide,
    initialize() {
      const floats = machine.floats();
      for (let i = 0; i < k; i++) {
        const at = weights + matrix.at + i * matrix.stride;
        floats.fill(model.initial, at, at + k);
      }
    },
    prepare() {},
    forward(examples) {
      prepareDistances();
      const floats = machine.floats();
      const symbols = machine.integers();
      const at = weights + matrix.at;
      z.fill(0, 0, examples * length * k);
      for (let e = 0; e < examples; e++) {
        const x = inputs + e * length;
        for (let t = 0; t < length; t++) {
          const row = e * length + t;
          const total = running[t] as number;
          for (let s = 0; s <= t; s++) {
            const place = row * k + (symbols[x + t - s] as number);
            z[place] = (z[place] as number) + (raised[s] as number) / total;
          }
          const now = symbols[x + t] as number;
          const to = outputs + e * outputStride + t * wide;
          for (let c = 0; c < k; c++) {
            let logit = 0;
            for (let j = 0; j < k; j++) {
              const before = t === 0 ? 0 : (sums[((row - 1) * k + j) * k + c] as number);
              const sum = before + (c === now ? (z[row * k + j] as number) : 0);
              sums[(row * k + j) * k + c] = sum;
              logit += (floats[at + now * matrix.stride + j] as number) * sum;
            }
            floats[to + c] = logit;
          }
        }
      }
    },
    backward(examples) {
      const floats = machine.floats();
      const symbols = machine.integers();
      const at = weights + matrix.at;
      const slopeV = new Float64Array(length);
      const slopeW = new Float64Array(k * k);
      const later = new Float64Array(k * k);
      const slopeZ = new Float64Array(k);
      for (let e = 0; e < examples; e++) {
        const x = inputs + e * length;
        later.fill(0);
        for (let t = length - 1; t >= 0; t--) {
          const row = e * length + t;
          const now = symbols[x + t] as number;
          const from = slopes + e * outputStride + t * wide;
          let mean = 0;
          for (let j = 0; j < k; j++) {
            const weight = floats[at + now * matrix.stride + j] as number;
            for (let c = 0; c < k; c++) {
              const slope = floats[from + c] as number;
              slopeW[now * k + j] = (slopeW[now * k + j] as number) + slope * (sums[(row * k + j) * k + c] as number);
              later[j * k + c] = (later[j * k + c] as number) + weight * slope;
            }
            slopeZ[j] = later[j * k + now] as number;
            mean += (slopeZ[j] as number) * (z[row * k + j] as number);
          }
          const total = running[t] as number;
          for (let s = 0; s <= t; s++) {
            const slope = (slopeZ[symbols[x + t - s] as number] as number) - mean;
            slopeV[s] = (slopeV[s] as number) + ((raised[s] as number) / total) * slope;
          }
        }
      }
      for (let s = 0; s < length; s++) {
        floats[gradients + s] = (floats[gradients + s] as number) + (slopeV[s] as number);
      }
      for (let i = 0; i < k * k; i++) {
        const place = gradients + matrix.at + Math.floor(i / k) * matrix.stride + (i % k);
        floats[place] = (floats[place] as number) + (slopeW[i] as number);
      }
    },
  };
}
