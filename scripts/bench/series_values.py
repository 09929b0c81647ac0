"""Reference values for series and systems, by plain counting with numpy, apart from the kit's code.

    python -m venv peers && peers/bin/pip install numpy==2.4.6
    peers/bin/python scripts/bench/series_values.py > test/fixtures/measures/series.json

Transfer entropy and active information of random series, plain and with the Miller-Madow term; Psi, Delta and Gamma of random systems of two or three
parts with a macro variable that is a function of the parts; the same for normal variables from a covariance matrix, by determinants.
"""

import itertools
import json
import math
import sys
from collections import Counter

import numpy as np

rng = np.random.default_rng(20251123)


def bits(counts):
    p = np.array(list(counts), dtype=float)
    p = p[p > 0] / p.sum()
    return float(-(p * np.log2(p)).sum())


def entropy(rows, corrected):
    seen = Counter(rows)
    extra = (len(seen) - 1) / (2 * len(rows) * math.log(2)) if corrected else 0
    return bits(seen.values()) + extra


def transfer(source, target, k, l, corrected):
    first = max(k, l)
    rows = [(target[t], tuple(source[t - l : t]), tuple(target[t - k : t])) for t in range(first, len(target))]
    h = lambda *places: entropy([tuple(row[p] for p in places) for row in rows], corrected)  # noqa: E731
    return h(0, 2) + h(1, 2) - h(0, 1, 2) - h(2)


def active(series, k, corrected):
    rows = [(series[t], tuple(series[t - k : t])) for t in range(k, len(series))]
    h = lambda *places: entropy([tuple(row[p] for p in places) for row in rows], corrected)  # noqa: E731
    return h(0) + h(1) - h(0, 1)


def series():
    cases = []
    for case in range(12):
        letters = 2 + case % 2
        source = rng.integers(0, letters, 200)
        noise = rng.random(200) < 0.3
        fresh = rng.integers(0, letters, 200)
        target = np.where(noise, fresh, (np.roll(source, 1) + (np.roll(fresh, 1) if case % 3 == 0 else 0)) % letters)
        source, target = source.tolist(), target.tolist()
        values = [
            {
                "history": k,
                "sourceHistory": l,
                "correction": name,
                "transfer": transfer(source, target, k, l, name != "none"),
                "active": active(target, k, name != "none"),
            }
            for k, l, name in itertools.product((1, 2, 3), (1, 2), ("none", "millerMadow"))
        ]
        cases.append({"source": source, "target": target, "values": values})
    return cases


def systems():
    cases = []
    for case in range(12):
        n, letters = 2 + case % 2, 2 + (case // 2) % 2
        states = list(itertools.product(range(letters), repeat=n))
        joint = rng.dirichlet(np.full(len(states) ** 2, 0.3)).reshape(len(states), len(states))
        macro = [sum(s) % letters if case % 4 < 2 else int(sum(s) > letters - 1) for s in states]
        rows, p = [], []
        for (a, x), (b, y) in itertools.product(enumerate(states), repeat=2):
            if joint[a, b] > 0:
                rows.append([*x, macro[a], *y, macro[b]])
                p.append(float(joint[a, b]))

        def info(i, j):
            table = Counter()
            for row, value in zip(rows, p):
                table[(row[i], row[j])] += value
            left, right = Counter(), Counter()
            for (u, v), value in table.items():
                left[u] += value
                right[v] += value
            return sum(value * math.log2(value / (left[u] * right[v])) for (u, v), value in table.items())

        now, later, v, w = range(n), range(n + 1, 2 * n + 1), n, 2 * n + 1
        cases.append(
            {
                "parts": n,
                "outcomes": rows,
                "probabilities": p,
                "psi": info(v, w) - sum(info(i, w) for i in now),
                "delta": max(info(v, j) - sum(info(i, j) for i in now) for j in later),
                "gamma": max(info(v, j) for j in later),
            }
        )
    return cases


def normal():
    cases = []
    for _ in range(6):
        n = 3
        a = rng.normal(size=(n, n))
        a *= 0.8 / max(abs(np.linalg.eigvals(a)))
        noise = np.eye(n) + 0.3
        now = np.zeros((n, n))
        for _ in range(500):
            now = a @ now @ a.T + noise
        w = rng.normal(size=n)
        mix = np.vstack([np.eye(n), w])
        both = np.block([[now, now @ a.T], [a @ now, now]])
        big = np.kron(np.eye(2), mix) @ both @ np.kron(np.eye(2), mix).T

        def info(i, j):
            pair = big[np.ix_([i, j], [i, j])]
            return 0.5 * math.log2(pair[0, 0] * pair[1, 1] / np.linalg.det(pair))

        v, u, parts, later = n, 2 * n + 1, range(n), range(n + 1, 2 * n + 1)
        cases.append(
            {
                "covariance": big.tolist(),
                "psi": info(v, u) - sum(info(i, u) for i in parts),
                "delta": max(info(v, j) - sum(info(i, j) for i in parts) for j in later),
                "gamma": max(info(v, j) for j in later),
            }
        )
    return cases


json.dump({"series": series(), "systems": systems(), "normal": normal()}, sys.stdout)
print()
