"""Time of Vicsek's flock in numba, for scripts/bench/vicsek.mjs: options on standard input, nanoseconds a bird and step on standard output.

    python -m venv peers && peers/bin/pip install numba==0.68.0      PEERS_PYTHON=peers/bin/python

As ours: birds kept sorted by cell (of the radius' width; ours are half as wide), each pair looked at once ("pairs"), and a second one that looks at each pair twice but writes
only its own sums ("gather"), which a compiler can turn into vector instructions. The faster of the two is what ours is compared with.
"""

import json
import sys
import time

import numba
import numpy as np
from numba import njit


@njit
def place_in_cells(x, y, across, box, starts, places):
    starts[:] = 0
    for i in range(x.size):
        cell = min(across - 1, int(y[i] / box * across)) * across + min(across - 1, int(x[i] / box * across))
        places[i] = cell
        starts[cell + 1] += 1
    for cell in range(across * across):
        starts[cell + 1] += starts[cell]
    filled = starts[:-1].copy()
    for i in range(x.size):
        cell = places[i]
        places[i] = filled[cell]
        filled[cell] += 1


@njit(fastmath=True)
def pair_span(x, y, c, s, sum_c, sum_s, i, first, last, shift_x, shift_y, reach):
    a = b = 0.0
    at_x, at_y = x[i] - shift_x, y[i] - shift_y
    for j in range(first, last):
        dx, dy = x[j] - at_x, y[j] - at_y
        if dx * dx + dy * dy <= reach:
            a += c[j]
            b += s[j]
            sum_c[j] += c[i]
            sum_s[j] += s[i]
    sum_c[i] += a
    sum_s[i] += b


@njit(fastmath=True)
def gather_span(x, y, c, s, sum_c, sum_s, i, first, last, shift_x, shift_y, reach):
    a = b = 0.0
    at_x, at_y = x[i] - shift_x, y[i] - shift_y
    for j in range(first, last):
        dx, dy = x[j] - at_x, y[j] - at_y
        near = 1.0 if dx * dx + dy * dy <= reach else 0.0
        a += near * c[j]
        b += near * s[j]
    sum_c[i] += a
    sum_s[i] += b


@njit(fastmath=True)
def pairs(x, y, c, s, sum_c, sum_s, starts, across, box, reach):
    sum_c[:] = c
    sum_s[:] = s
    for row in range(across):
        own = row * across
        wraps = row == across - 1
        below = 0 if wraps else own + across
        down = box if wraps else 0.0
        for column in range(across):
            cell = own + column
            first, last = column == 0, column == across - 1
            end = starts[cell + 1]
            right = end if last else starts[cell + 2]
            begin = starts[below + (0 if first else column - 1)]
            stop = starts[below + (column + 1 if last else column + 2)]
            for i in range(starts[cell], end):
                pair_span(x, y, c, s, sum_c, sum_s, i, i + 1, right, 0.0, 0.0, reach)
                pair_span(x, y, c, s, sum_c, sum_s, i, begin, stop, 0.0, down, reach)
                if first:
                    k = below + across - 1
                    pair_span(x, y, c, s, sum_c, sum_s, i, starts[k], starts[k + 1], -box, down, reach)
                if last:
                    pair_span(x, y, c, s, sum_c, sum_s, i, starts[own], starts[own + 1], box, 0.0, reach)
                    pair_span(x, y, c, s, sum_c, sum_s, i, starts[below], starts[below + 1], box, down, reach)


@njit(fastmath=True)
def gather(x, y, c, s, sum_c, sum_s, starts, across, box, reach):
    sum_c[:] = 0.0
    sum_s[:] = 0.0
    for row in range(across):
        for step in range(-1, 2):
            other = row + step
            down = 0.0
            if other < 0:
                other, down = across - 1, -box
            elif other == across:
                other, down = 0, box
            base = other * across
            for column in range(across):
                first, last = column == 0, column == across - 1
                begin = starts[base + (0 if first else column - 1)]
                stop = starts[base + (column + 1 if last else column + 2)]
                for i in range(starts[row * across + column], starts[row * across + column + 1]):
                    gather_span(x, y, c, s, sum_c, sum_s, i, begin, stop, 0.0, down, reach)
                    if first:
                        k = base + across - 1
                        gather_span(x, y, c, s, sum_c, sum_s, i, starts[k], starts[k + 1], -box, down, reach)
                    if last:
                        gather_span(x, y, c, s, sum_c, sum_s, i, starts[base], starts[base + 1], box, down, reach)


@njit
def move(x, y, c, s, sum_c, sum_s, box, speed, noise):
    for i in range(x.size):
        angle = noise * (np.random.random() - 0.5)
        turn_c, turn_s = np.cos(angle), np.sin(angle)
        length = np.sqrt(sum_c[i] ** 2 + sum_s[i] ** 2)
        new_c, new_s = (sum_c[i] / length, sum_s[i] / length) if length > 1e-12 else (c[i], s[i])
        x[i] = (x[i] + speed * c[i]) % box
        y[i] = (y[i] + speed * s[i]) % box
        c[i] = new_c * turn_c - new_s * turn_s
        s[i] = new_c * turn_s + new_s * turn_c


@njit
def reorder(values, places, spare):
    for i in range(values.size):
        spare[places[i]] = values[i]


def steps(sums, flock, spare, work, across, box, speed, noise, count):
    starts, places, sum_c, sum_s = work
    for _ in range(count):
        place_in_cells(flock[0], flock[1], across, box, starts, places)
        for values, other in zip(flock, spare):
            reorder(values, places, other)
        flock, spare = spare, flock
        sums(*flock, sum_c, sum_s, starts, across, box, 1.0)
        move(*flock, sum_c, sum_s, box, speed, noise)
    return flock, spare


def measure(sums, birds, density, noise, warmup):
    rng = np.random.default_rng(1)
    box = np.sqrt(birds / density)
    across = int(box)
    heading = rng.uniform(0, 2 * np.pi, birds)
    flock = [rng.uniform(0, box, birds), rng.uniform(0, box, birds), np.cos(heading), np.sin(heading)]
    spare = [np.empty(birds) for _ in flock]
    work = (np.zeros(across**2 + 1, np.int64), np.zeros(birds, np.int64), np.empty(birds), np.empty(birds))
    flock, spare = steps(sums, flock, spare, work, across, box, 0.03, noise, warmup)
    count = max(2, 40_000 // birds)
    best = float("inf")
    for _ in range(60):
        start = time.perf_counter()
        flock, spare = steps(sums, flock, spare, work, across, box, 0.03, noise, count)
        best = min(best, (time.perf_counter() - start) / count / birds)
    return 1e9 * best, float(np.hypot(flock[2].mean(), flock[3].mean()))


given = json.load(sys.stdin)
found = {}
for name, sums in (("pairs", pairs), ("gather", gather)):
    found[name], va = measure(sums, given["birds"], given["density"], given["noise"], given["warmup"])
print(json.dumps({**found, "polarization": va, "version": numba.__version__}))
