"""What requirements.txt asks for on another machine, hashes and all: pip itself judges conditions by the machine it runs on.

usage: wanted.py REQUIREMENTS PYTHON MARKERS   (3.12.0, and a JSON object of the markers that differ)
"""

import json
import re
import sys

try:
    from packaging.markers import Marker
except ImportError:
    from pip._vendor.packaging.markers import Marker

path, version, markers = sys.argv[1:]
minor = version.rpartition(".")[0]
there = {**json.loads(markers), "python_version": minor, "python_full_version": version}
there |= {"implementation_name": "cpython", "platform_python_implementation": "CPython"}

text = open(path, encoding="utf-8").read().replace("\\\n", " ")
for line in text.split("\n"):
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    pin, _, hashes = line.partition(" --hash=")
    name, _, condition = re.sub(r"\s+", " ", pin).partition(";")
    if not condition or Marker(condition).evaluate(there):
        print(name.strip(), f"--hash={hashes}" if hashes else "")
