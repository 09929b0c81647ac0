# Lowest two levels of -psi'' + v (y^2 - 1)^2 psi = e psi by another method, for test/lib/systems/doubleWell: a matrix in the lowest states of a
# harmonic oscillator around 0. python3 scripts/bench/double_well_values.py > test/fixtures/doubleWell.json
import json

import numpy as np


def lowest(v, parity, count):
    """Lowest level of one parity in `count` oscillator states of frequency w."""
    w = 1.5 * np.sqrt(v)
    size = 2 * count + 6
    y = np.diag(np.sqrt(np.arange(1, size) / (2 * w)), 1)
    y += y.T
    y2 = y @ y
    kinetic = np.diag(w * (2 * np.arange(size) + 1)) - w * w * y2
    h = kinetic + v * (y2 @ y2 - 2 * y2 + np.eye(size))
    states = 2 * np.arange(count) + parity
    return np.linalg.eigvalsh(h[np.ix_(states, states)])[0]


rows = []
for v in (6, 10, 20, 40, 80, 160):
    even, odd = lowest(v, 0, 60), lowest(v, 1, 60)
    change = abs(lowest(v, 0, 80) - even) + abs(lowest(v, 1, 80) - odd)
    rows.append({"v": v, "even": even, "splitting": odd - even, "change": change})
print(json.dumps(rows, indent=2))
