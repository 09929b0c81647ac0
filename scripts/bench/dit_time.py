"""Time of dit's O-information, for scripts/bench/measures.mjs: a distribution on standard input, seconds on standard output.

    python -m venv peers && peers/bin/pip install dit==2.3      PEERS_PYTHON=peers/bin/python
"""

import json
import sys
import time

import dit
from dit.multivariate import o_information

given = json.load(sys.stdin)
made = taken = float("inf")
for _ in range(5):
    start = time.perf_counter()
    d = dit.Distribution(given["outcomes"], given["probabilities"])
    made = min(made, time.perf_counter() - start)
    start = time.perf_counter()
    value = o_information(d)
    taken = min(taken, time.perf_counter() - start)
print(json.dumps({"seconds": taken, "made": made, "value": float(value), "version": dit.__version__}))
