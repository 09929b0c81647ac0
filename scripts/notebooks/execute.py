"""Runs one notebook through its kernel and tells of it in JSON lines.

Reads one line of JSON, {"notebook", "folder", "timeout"}, and takes the end of standard input as the order to stop:
so the kernel goes with whoever started this, however that ended. Events: {"event": "cell", "index"}, {"event": "failed",
"index", "name", "message", "traceback"}, {"event": "broken", "message"}, {"event": "done", "notebook"}.
"""

import asyncio
import json
import os
import subprocess
import sys
import threading

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def tell(**event):
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


async def run(request):
    # Only this clone's kernel: a `tslab` that the user has registered elsewhere is another program.
    kernels = os.path.join(sys.prefix, "share", "jupyter", "kernels")
    specs = KernelSpecManager(kernel_dirs=[kernels], ensure_native_kernel=False)
    running = {"index": None}

    def started(cell, cell_index):
        running["index"] = cell_index
        tell(event="cell", index=cell_index)

    for attempt in range(3):
        notebook = nbformat.from_dict(request["notebook"])
        client = NotebookClient(
            notebook,
            km=AsyncKernelManager(kernel_name="tslab", kernel_spec_manager=specs),
            timeout=request["timeout"],
            startup_timeout=120,  # against hanging only: on a busy machine a start is slow
            record_timing=False,
            store_widget_state=False,
            resources={"metadata": {"path": request["folder"]}},
            on_cell_start=started,
        )
        try:
            # Node makes the pipes that it inherits non-blocking: on ours, a large notebook would be cut off in the middle.
            await client.async_execute(stdout=subprocess.DEVNULL)
            return tell(event="done", notebook=notebook)
        except CellExecutionError as error:
            index = running["index"]
            return tell(event="failed", index=index, name=error.ename, message=error.evalue, traceback=error.traceback)
        except asyncio.CancelledError:
            raise
        except Exception as error:  # the kernel died, did not start, or a cell took longer than the timeout
            # Another program may have taken a port that was free a moment ago: a kernel that did not start gets new ones.
            if running["index"] is None and isinstance(error, RuntimeError) and attempt < 2:
                continue
            return tell(event="broken", index=running["index"] or 0, message=f"{type(error).__name__}: {error}")
        finally:
            # nbclient leaves a kernel alone that it was handed: this one is ours to end.
            if client.km is not None and client.km.has_kernel:
                await client.km.shutdown_kernel(now=True)


async def main():
    request = json.loads(sys.stdin.readline())
    request["notebook"] = nbformat.v4.rwbase.rejoin_lines(nbformat.from_dict(request["notebook"]))
    task = asyncio.ensure_future(run(request))
    loop = asyncio.get_running_loop()

    def watch():
        sys.stdin.read()
        loop.call_soon_threadsafe(task.cancel)

    threading.Thread(target=watch, daemon=True).start()
    try:
        await task
    except asyncio.CancelledError:
        sys.exit(130)


asyncio.run(main())
