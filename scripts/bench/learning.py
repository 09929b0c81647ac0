"""Training steps per second of processor time in numpy and JAX, for scripts/bench/learning.mjs: settings on standard input, rates on standard output.

The same network, loss, optimizer and 32-bit floats, one thread: h = (x U)^2 for one-hot pairs x, logits h W, squared error, AdamW.

    python -m venv peers && peers/bin/pip install numpy==2.4.6 jax==0.10.2      PEERS_PYTHON=peers/bin/python
"""

import json
import os
import sys
import time

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", JAX_PLATFORMS="cpu")
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import numpy as np

given = json.load(sys.stdin)
p, width, count, steps, stretches = (given[k] for k in ("modulus", "width", "pairs", "steps", "stretches"))
rate, decay, beta1, beta2, epsilon = 0.01, 0.3, 0.9, 0.98, 1e-8
rng = np.random.default_rng(1)
chosen = rng.permutation(p * p)[:count]
a, b = chosen // p, chosen % p
one_hot = np.zeros((count, 2 * p), dtype=np.float32)
one_hot[np.arange(count), a] = one_hot[np.arange(count), p + b] = 1
target = np.zeros((count, p), dtype=np.float32)
target[np.arange(count), (a + b) % p] = 1
start = [
    (rng.normal(size=(2 * p, width)) * 8**-0.5).astype(np.float32),
    (rng.normal(size=(width, p)) * width**-0.5).astype(np.float32),
]


def adam_w(weights, gradients, means, squares, t):
    for w, g, m, v in zip(weights, gradients, means, squares):
        w *= np.float32(1 - rate * decay)
        m *= np.float32(beta1)
        m += np.float32(1 - beta1) * g
        v *= np.float32(beta2)
        v += np.float32(1 - beta2) * (g * g)
        w -= np.float32(rate / (1 - beta1**t)) * m / (np.sqrt(v * np.float32(1 / (1 - beta2**t))) + np.float32(epsilon))


def numpy_run(lookup):
    weights = [w.copy() for w in start]
    means, squares = [np.zeros_like(w) for w in start], [np.zeros_like(w) for w in start]
    factor = np.float32(2 / count)

    def step(t):
        u, w = weights
        sums = u[a] + u[p + b] if lookup else one_hot @ u
        hidden = sums * sums
        slope = factor * (hidden @ w - target)
        back = (slope @ w.T) * (2 * sums)
        adam_w(weights, [one_hot.T @ back, hidden.T @ slope], means, squares, t)

    return timed(step), float(np.mean(np.sum(((one_hot @ weights[0]) ** 2 @ weights[1] - target) ** 2, axis=1)))


def timed(step):
    rates, t = [], 0
    for _ in range(stretches):
        before = time.process_time()
        for _ in range(steps):
            t += 1
            step(t)
        rates.append(steps / (time.process_time() - before))
    return {"best": max(rates), "mean": stretches / sum(1 / r for r in rates)}


def jax_run():
    import jax
    import jax.numpy as jnp

    x, y = jnp.asarray(one_hot), jnp.asarray(target)
    loss = lambda ws: jnp.mean(jnp.sum((jnp.square(x @ ws[0]) @ ws[1] - y) ** 2, axis=1))

    @jax.jit
    def update(ws, ms, vs, t):
        gs = jax.grad(loss)(ws)
        ms = [beta1 * m + (1 - beta1) * g for m, g in zip(ms, gs)]
        vs = [beta2 * v + (1 - beta2) * g * g for v, g in zip(vs, gs)]
        scale = rate / (1 - beta1**t)
        ws = [
            w * (1 - rate * decay) - scale * m / (jnp.sqrt(v / (1 - beta2**t)) + epsilon)
            for w, m, v in zip(ws, ms, vs)
        ]
        return ws, ms, vs

    state = [[jnp.asarray(w) for w in start], [jnp.zeros_like(w) for w in start], [jnp.zeros_like(w) for w in start]]
    state = list(update(*state, 1.0))

    def step(t):
        state[:] = update(*state, float(t))
        state[0][0].block_until_ready()

    return timed(step), float(loss(state[0]))


results = {}
for name, run in {
    f"numpy {np.__version__}, one-hot": lambda: numpy_run(False),
    f"numpy {np.__version__}, rows looked up": lambda: numpy_run(True),
    "JAX, compiled": jax_run,
}.items():
    try:
        rates, final = run()
        results[name] = {**rates, "loss": final}
    except ImportError as error:
        results[name] = {"missing": str(error)}
print(json.dumps(results))
