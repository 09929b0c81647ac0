"""Liquid and vapor of van der Waals' fluid by scipy, for test/fixtures/systems/van-der-waals.json: equal areas by root finding on the isotherm itself.

    python -m venv peers && peers/bin/pip install scipy==1.17.0
    peers/bin/python scripts/bench/van_der_waals_values.py > test/fixtures/systems/van-der-waals.json

Not the way of lib/systems/fluid, which solves in closed form: here the pressure is sought at which the two outer volumes of the isotherm, found by
brentq, cut off areas that quad makes equal.
"""

import json

import numpy as np
import scipy
from scipy.integrate import quad
from scipy.optimize import brentq


def pressure(v, t):
    return 8 * t / (3 * v - 1) - 3 / v**2


def outer_volumes(p, t):
    # p = 8 T / (3 v - 1) - 3 / v^2 as a cubic: 3 p v^3 - (p + 8 T) v^2 + 9 v - 3 = 0
    roots = np.sort(np.roots([3 * p, -(p + 8 * t), 9, -3]).real)
    polish = lambda v: brentq(lambda x: pressure(x, t) - p, v * (1 - 1e-4), v * (1 + 1e-4), xtol=1e-15, rtol=1e-15)
    return polish(roots[0]), polish(roots[2])


def area(p, t):
    liquid, vapor = outer_volumes(p, t)
    return quad(lambda v: pressure(v, t) - p, liquid, vapor, epsabs=1e-13, epsrel=1e-13, limit=500)[0]


rows = []
for t in [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98]:
    # spinodal pressures bracket the answer: roots of 4 T v^3 = (3 v - 1)^2 above 1/3
    limits = sorted(v.real for v in np.roots([4 * t, -9, 6, -1]) if v.real > 1 / 3)
    low = max(pressure(limits[0], t), 1e-9) + 1e-6
    high = pressure(limits[1], t) - 1e-6
    p = brentq(area, low, high, args=(t,), xtol=1e-15, rtol=1e-14)
    liquid, vapor = outer_volumes(p, t)
    rows.append({"temperature": t, "pressure": p, "liquid": liquid, "vapor": vapor})
print(json.dumps({"scipy": scipy.__version__, "rows": rows}, indent=2))
