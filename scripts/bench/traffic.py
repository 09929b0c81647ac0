"""Time of Nagel-Schreckenberg traffic in numba, for scripts/bench/traffic.mjs: a road on standard input, seconds and flow on standard output.

The same rules, the same ring, one number a car a step from numba's own generator, drawn inside the loop; compiled before the clock starts.

    python -m venv peers && peers/bin/pip install numba==0.68.0      PEERS_PYTHON=peers/bin/python
"""

import json
import sys
import time

import numba
import numpy as np


@numba.njit
def seeded(seed):
    np.random.seed(seed)


@numba.njit
def run(positions, speeds, cells, top, slowdown, steps):
    cars = positions.size
    moved = 0
    for _ in range(steps):
        first = positions[0]
        for car in range(cars):
            ahead = positions[car + 1] if car + 1 < cars else first
            gap = ahead - positions[car] - 1
            if gap < 0:
                gap += cells
            speed = min(speeds[car] + 1, top, gap)
            if speed > 0 and np.random.random() < slowdown:
                speed -= 1
            speeds[car] = speed
            moved += speed
            here = positions[car] + speed
            positions[car] = here - cells if here >= cells else here
    return moved


given = json.load(sys.stdin)
cells, cars, steps = given["cells"], given["cars"], given["steps"]
seeded(1)
rng = np.random.default_rng(1)
positions = np.sort(rng.choice(cells, cars, replace=False)).astype(np.int64)
speeds = np.zeros(cars, dtype=np.int64)
args = (np.int64(cells), np.int64(given["maxSpeed"]), given["slowdown"])
run(positions, speeds, *args, given["warmup"])
taken = float("inf")
flow = 0.0
for _ in range(given["runs"]):
    start = time.perf_counter()
    flow += run(positions, speeds, *args, steps) / (cells * steps * given["runs"])
    taken = min(taken, time.perf_counter() - start)
print(json.dumps({"seconds": taken, "flow": flow, "version": numba.__version__}))
