"""Reference values for equations of motion and for oscillators: scipy's DOP853 at a tolerance of 1e-13, and scipy's quadrature.

    python -m venv peers && peers/bin/pip install scipy==1.17.1
    peers/bin/python scripts/bench/solve_values.py > test/fixtures/systems/solve.json
"""

import json
import math

from scipy.integrate import quad, solve_ivp
from scipy.optimize import brentq

problems = {
    "vanDerPol": (lambda t, x: [x[1], 2 * (1 - x[0] ** 2) * x[1] - x[0]], [2, 0], [0, 1, 5, 10, 20]),
    "lorenz": (
        lambda t, x: [10 * (x[1] - x[0]), x[0] * (28 - x[2]) - x[1], x[0] * x[1] - 8 / 3 * x[2]],
        [1, 1, 1],
        [0, 0.5, 1, 2, 5],
    ),
    "drivenPendulum": (lambda t, x: [x[1], -math.sin(x[0]) - 0.2 * x[1] + 0.7 * math.cos(2 * t / 3)], [0.3, 0], [0, 3, 7, 15]),
}


def trajectory(f, start, times):
    found = solve_ivp(f, [times[0], times[-1]], start, method="DOP853", t_eval=times, rtol=1e-13, atol=1e-13)
    return {"t": times, "x": found.y.T.tolist()}


def gaussian_order(coupling, width):
    """r of 1 = K * integral of cos^2 g(K r sin), by quadrature."""

    def left(r):
        g = lambda w: math.exp(-(w**2) / (2 * width**2)) / (width * math.sqrt(2 * math.pi))  # noqa: E731
        value, _ = quad(
            lambda x: math.cos(x) ** 2 * g(coupling * r * math.sin(x)), -math.pi / 2, math.pi / 2, epsabs=1e-14, epsrel=1e-13
        )
        return coupling * value - 1

    return brentq(left, 1e-9, 1, xtol=1e-14, rtol=1e-14)


print(
    json.dumps(
        {
            "trajectories": {name: trajectory(*problem) for name, problem in problems.items()},
            "gaussianOrder": [
                {"coupling": k, "width": s, "order": gaussian_order(k, s)}
                for k, s in [(1.6, 1), (1.8, 1), (2.5, 1), (4, 1), (10, 1), (1, 0.5), (30, 7)]
            ],
        },
        indent=1,
    )
)
