"""Reference values of single functions, by scipy: distribution functions, binomial likelihoods, robust losses.

    peers/bin/python scripts/bench/scipy_values.py > test/fixtures/fit/values.json      (the venv of scipy_fixture.py)
"""

import json
import sys

import numpy as np
from scipy import stats
from scipy.optimize import least_squares, minimize

ps = [1e-6, 0.001, 0.025, 0.3, 0.5, 0.84, 0.975, 0.9999]
distributions = {
    "studentQuantile": [[p, v, float(stats.t.ppf(p, v))] for p in ps for v in (1, 2, 3, 10, 23, 500)],
    "studentCdf": [[t, v, float(stats.t.cdf(t, v))] for t in (-8, -2.5, 0.1, 1, 30) for v in (1, 2, 7, 100)],
    "normalQuantile": [[p, float(stats.norm.ppf(p))] for p in ps],
    "normalCdf": [[z, float(stats.norm.cdf(z))] for z in (-30, -8, -1, 0, 0.3, 2, 6)],
    "chiSquaredCdf": [[x, v, float(stats.chi2.cdf(x, v))] for x in (0.01, 1, 5, 40) for v in (1, 2, 9, 50)],
    "chiSquaredSurvival": [[x, v, float(stats.chi2.sf(x, v))] for x in (0.01, 1, 5, 40, 300) for v in (1, 2, 9, 50)],
    "chiSquaredQuantile": [[p, v, float(stats.chi2.ppf(p, v))] for p in ps for v in (1, 2, 9, 50)],
    "fSurvival": [[f, a, b, float(stats.f.sf(f, a, b))] for f in (0.1, 1, 3, 40) for a in (1, 2, 6) for b in (3, 20, 90)],
    "fQuantile": [[p, a, b, float(stats.f.ppf(p, a, b))] for p in ps for a in (1, 2, 6) for b in (3, 20)],
}

rng = np.random.default_rng(7)


def binomial_case(chance, free_ceiling):
    x = np.linspace(18, 25, 12)
    n = rng.integers(40, 400, 12)
    truth = np.array([0.9 if free_ceiling else 1.0, 1.6, 21.8])

    def share(p):
        L, k, m = (p[0], p[1], p[2]) if free_ceiling else (1.0, p[0], p[1])
        return chance + (1 - chance) * L / (1 + np.exp(-k * (x - m)))

    start = truth if free_ceiling else truth[1:]
    successes = rng.binomial(n, share(start))

    def loss(p):
        q = np.clip(share(p), 1e-12, 1 - 1e-12)
        return -np.sum(successes * np.log(q) + (n - successes) * np.log(1 - q))

    best = minimize(loss, start, method="Nelder-Mead", options={"xatol": 1e-12, "fatol": 1e-14, "maxiter": 20000, "maxfev": 20000}).x
    # Fisher information with derivatives by central differences, and one scoring step, which Nelder-Mead's digits need.
    for _ in range(20):
        h = 1e-6 * np.maximum(1, np.abs(best))
        d = np.stack([(share(best + h * e) - share(best - h * e)) / (2 * h[j]) for j, e in enumerate(np.eye(len(best)))], 1)
        q = share(best)
        w = n / (q * (1 - q))
        information = d.T @ (w[:, None] * d)
        best = best + np.linalg.solve(information, d.T @ (w * (successes / n - q)))
    return {
        "chance": chance, "freeCeiling": free_ceiling, "x": x.tolist(), "successes": successes.tolist(), "trials": n.tolist(),
        "parameters": best.tolist(), "standardErrors": np.sqrt(np.diag(np.linalg.inv(information))).tolist(),
        "logLikelihood": float(np.sum(stats.binom.logpmf(successes, n, share(best)))),
    }


def robust_case(loss, name):
    x = np.linspace(0, 10, 30)
    y = 2 / (1 + np.exp(-1.3 * (x - 5))) + 0.05 * rng.standard_normal(30)
    y[[4, 17, 25]] += [1.5, -1.2, 2.0]

    def residual(p):
        return p[0] / (1 + np.exp(-p[1] * (x - p[2]))) - y

    best = least_squares(residual, [2, 1.3, 5], loss=loss, f_scale=0.1, xtol=1e-15, ftol=1e-15, gtol=1e-15, x_scale="jac")
    return {"loss": name, "scale": 0.1, "x": x.tolist(), "y": y.tolist(), "parameters": best.x.tolist(), "cost": float(2 * best.cost)}


json.dump(
    {
        "distributions": distributions,
        "binomial": [binomial_case(c, f) for c in (0, 0.25) for f in (False, True)],
        "robust": [robust_case(*pair) for pair in (("huber", "huber"), ("soft_l1", "softL1"), ("cauchy", "cauchy"))],
    },
    sys.stdout,
)
