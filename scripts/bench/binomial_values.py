"""Reference values of binomial tests, by scipy: upper tails, and the smallest accuracy that a test finds with given power.

    peers/bin/python scripts/bench/binomial_values.py > test/fixtures/stats/binomial.json      (the venv of scipy_fixture.py)
"""

import json
import sys

import scipy
from scipy.optimize import brentq
from scipy.stats import binom

tails = [
    [k, n, p, float(binom.sf(k - 1, n, p))]
    for n, ks in ((1, (0, 1)), (29, (0, 7, 12, 29)), (745, (200, 260, 300)), (6607, (3200, 3400, 3600)))
    for k in ks
    for p in (0.05, 0.25, 1 / 3, 0.5)
]


def detectable(n, chance, level, power):
    critical = next(k for k in range(1, n + 1) if binom.sf(k - 1, n, chance) <= level)
    return critical, float(brentq(lambda s: binom.sf(critical - 1, n, s) - power, 1e-9, 1 - 1e-12, xtol=1e-14))


shares = [
    [n, chance, level, power, *detectable(n, chance, level, power)]
    for n in (29, 65, 188, 745, 2285)
    for chance in (0.1, 0.25, 0.5)
    for level, power in ((0.05, 0.8), (0.001, 0.9))
]
json.dump({"scipy": scipy.__version__, "tails": tails, "shares": shares}, sys.stdout)
sys.stdout.write("\n")
