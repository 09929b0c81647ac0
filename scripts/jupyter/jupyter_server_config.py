"""JupyterLab as `npm start` runs it: on this machine only, in this clone only, asking nothing of the network."""

import os
import sys
import threading
import time
from pathlib import Path

from jupyter_server.serverapp import ServerApp

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "notebooks"))
from on_save import on_save  # noqa: E402

c = get_config()  # noqa: F821  (Jupyter defines it)

c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port_retries = 0
c.ServerApp.root_dir = str(here.parent.parent)
c.ServerApp.open_browser = False
c.ServerApp.answer_yes = True  # no "Shut down this Jupyter server (y/[n])?"
c.ServerApp.allow_root = True  # containers and servers; it listens on 127.0.0.1 only
c.ContentsManager.hide_globs = ["node_modules", "dist", "__pycache__", ".ipynb_checkpoints", "*.tsbuildinfo"]

# A Save writes a notebook as git keeps it: without it every Save of a figure would change the file.
c.FileContentsManager.pre_save_hook = on_save

# What one cell may print is bounded by the kernel (scripts/kernel/output.cjs), so all of it may pass: at the server's own limit
# of 1 MB per second a million printed lines would be dropped.
c.ZMQChannelsWebsocketConnection.iopub_data_rate_limit = 20_000_000

# No look at the network: news, new versions, extensions, language servers found by running npm.
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.handlers.announcements.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
c.LanguageServerManager.autodetect = False

# Extensions of .venv alone, and our defaults (settings/overrides.json) below whatever a person sets.
c.LabApp.labextensions_path = [str(Path(sys.prefix) / "share" / "jupyter" / "labextensions")]
c.LabApp.extra_labextensions_path = []
c.LabApp.app_settings_dir = str(here / "settings")


def stop_when_stdin_closes():
    """`npm start` holds the other end: when it goes, wished or killed, the server and its kernels go too."""
    while sys.stdin.buffer.read(1):
        pass
    try:
        ServerApp.instance().stop(from_signal=True)
        time.sleep(12)  # kernels get their time to end; then this thread, and we with it, end them
    finally:
        os._exit(1)


if os.environ.get("EMERGENCE_HOLDS_STDIN"):
    threading.Thread(target=stop_when_stdin_closes, daemon=True).start()
