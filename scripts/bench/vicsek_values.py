"""One step of Vicsek's flock in plain numpy, all pairs, for test/lib/systems/flocks: writes test/fixtures/systems/vicsek.json to standard output."""

import json

import numpy as np

rng = np.random.default_rng(20260101)
birds, box, speed = 200, 8.0, 0.3
x, y = rng.uniform(0, box, (2, birds))
heading = rng.uniform(-np.pi, np.pi, birds)
dx = (x[:, None] - x + box / 2) % box - box / 2
dy = (y[:, None] - y + box / 2) % box - box / 2
near = dx**2 + dy**2 <= 1
mean = np.angle((near * np.exp(1j * heading)).sum(axis=1))


def moved(way):
    return {
        "x": ((x + speed * np.cos(way)) % box).tolist(),
        "y": ((y + speed * np.sin(way)) % box).tolist(),
        "heading": mean.tolist(),
    }


start = {"x": x.tolist(), "y": y.tolist(), "heading": heading.tolist()}
print(json.dumps({"box": box, "speed": speed, "start": start, "backward": moved(heading), "forward": moved(mean)}))
