// The training step of scripts/bench/learning.mjs in tfjs, on its plain and its WebAssembly backend, one thread.

/**
 * @param {NodeJS.Require} peers looks packages up where they are installed
 * @param {{ modulus: number, width: number, pairs: number, steps: number, stretches: number }} setup
 * @param {(call: () => void) => number} seconds processor time of a call
 */
export async function tfjsRates(peers, { modulus, width, pairs }, seconds) {
  /** @type {Record<string, { best: number, mean: number, loss?: number } | { missing: string }>} */
  const rates = {};
  for (const backend of ["cpu", "wasm"]) {
    const name = `tfjs, ${backend}`;
    try {
      const tf = peers("@tensorflow/tfjs-core");
      peers(`@tensorflow/tfjs-backend-${backend}`);
      await tf.setBackend(backend);
      await tf.ready();
      rates[name] = timed(tf, { modulus, width, pairs, steps: 5, stretches: 5 }, seconds);
    } catch (error) {
      rates[name] = { missing: String(error instanceof Error ? error.message.split("\n")[0] : error) };
    }
  }
  return rates;
}

/**
 * @param {any} tf
 * @param {{ modulus: number, width: number, pairs: number, steps: number, stretches: number }} setup
 * @param {(call: () => void) => number} seconds
 */
function timed(tf, { modulus: p, width, pairs, steps, stretches }, seconds) {
  const chosen = Array.from({ length: p * p }, (_, i) => i).filter((i) => (i * 7919) % (p * p) < pairs);
  const rows = (/** @type {number} */ size, /** @type {(pair: number) => number[]} */ ones) => {
    const values = new Float32Array(chosen.length * size);
    chosen.forEach((pair, i) => {
      for (const one of ones(pair)) values[i * size + one] = 1;
    });
    return tf.tensor2d(values, [chosen.length, size]);
  };
  const x = rows(2 * p, (pair) => [Math.floor(pair / p), p + (pair % p)]);
  const y = rows(p, (pair) => [(Math.floor(pair / p) + (pair % p)) % p]);
  let state = [
    tf.randomNormal([2 * p, width], 0, 8 ** -0.5, "float32", 1),
    tf.randomNormal([width, p], 0, width ** -0.5, "float32", 2),
  ].map((w) => ({ w, m: tf.zerosLike(w), v: tf.zerosLike(w) }));
  const lossOf = () =>
    tf.tidy(() => {
      const logits = tf.matMul(tf.square(tf.matMul(x, state[0]?.w)), state[1]?.w);
      return tf.mean(tf.sum(tf.square(tf.sub(logits, y)), 1)).dataSync()[0];
    });
  let t = 0;
  const step = () => {
    t++;
    const next = tf.tidy(() => {
      const [u, w] = [state[0]?.w, state[1]?.w];
      const sums = tf.matMul(x, u);
      const hidden = tf.square(sums);
      const slope = tf.mul(tf.sub(tf.matMul(hidden, w), y), 2 / chosen.length);
      const back = tf.mul(tf.mul(tf.matMul(slope, w, false, true), sums), 2);
      return [tf.matMul(x, back, true), tf.matMul(hidden, slope, true)].map((g, i) => {
        const { w, m, v } = /** @type {any} */ (state[i]);
        const first = tf.add(tf.mul(m, 0.9), tf.mul(g, 0.1));
        const second = tf.add(tf.mul(v, 0.98), tf.mul(tf.square(g), 0.02));
        const size = tf.add(tf.sqrt(tf.div(second, 1 - 0.98 ** t)), 1e-8);
        const move = tf.div(tf.mul(first, 0.01 / (1 - 0.9 ** t)), size);
        return { w: tf.sub(tf.mul(w, 1 - 0.01 * 0.3), move), m: first, v: second };
      });
    });
    for (const part of state) tf.dispose(part);
    state = next;
    state[1]?.w.dataSync();
  };
  for (let i = 0; i < steps; i++) step();
  const taken = Array.from({ length: stretches }, () => seconds(() => Array.from({ length: steps }, step)));
  const mean = (steps * stretches) / taken.reduce((sum, time) => sum + time, 0);
  return { best: steps / Math.min(...taken), mean, loss: lossOf() };
}
