"""JupyterLab in a container (.binder/Dockerfile): as `npm start` has it, but reached from outside, on the notebooks in the home.

Jupyter finds this by JUPYTER_CONFIG_PATH, whoever starts it: the image, Binder or a hub, whose own options go before. The token is
JUPYTER_TOKEN or, if that is empty, a new one, which Jupyter prints with the address; there is always one.
"""

import os
import shutil
from pathlib import Path

here = Path(__file__).resolve().parent
kit = here.parent.parent.parent
home = Path.home()
load_subconfig("jupyter_server_config.py", path=str(here.parent))  # noqa: F821  (Jupyter defines it)

c = get_config()  # noqa: F821

# Where in the home notebooks are; whoever names the folder (a hub that pulls a clone) also fills it.
folder = os.environ.get("EMERGENCE_NOTEBOOKS", "notebooks")


def furnish():
    """Puts into a home what the image cannot, since a hub or a mount may give another home at each start."""
    # Imports of a notebook look for packages upwards from its folder.
    packages = home / "node_modules"
    if packages.is_symlink() or not packages.exists():
        packages.unlink(missing_ok=True)
        packages.symlink_to(kit / "node_modules")
    notebooks = home / folder
    if "EMERGENCE_NOTEBOOKS" not in os.environ and not notebooks.exists():
        fresh = home / f".{folder}-{os.getpid()}"
        shutil.copytree(kit / "notebooks", fresh)
        fresh.rename(notebooks)


try:
    furnish()
except OSError as error:  # a full or read-only home: the room opens all the same, so that its owner can see to it
    print(f"The room could not be furnished: {error}", flush=True)

# All addresses of the container, which are not those of the host: compose.yaml lets only the host itself in.
c.ServerApp.ip = "0.0.0.0"
c.ServerApp.port = int(os.environ.get("EMERGENCE_PORT", "8888"))
c.ServerApp.root_dir = str(home)
c.ServerApp.allow_root = False
c.LabApp.default_url = f"/lab/tree/{folder}/00-start-here.ipynb"
