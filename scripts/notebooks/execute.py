"""Runs one notebook through its kernel and reports in lines of JSON.

Reads one line of JSON, {"notebook", "folder", "timeout"}. The end of standard input is the order to stop, so that the
kernel ends with whoever started this, however that ended. Events: {"event": "cell", "index"}, {"event": "failed", "index",
"name", "message", "traceback"}, {"event": "broken", "index", "message"}, {"event": "done", "notebook"}.

Output that is lost on the way breaks the run: a notebook without some of its output looks like one that never had it.
"""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections import Counter

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


# Only this clone's kernel: a `tslab` that the user has registered elsewhere is another program.
KERNELS = os.path.join(sys.prefix, "share", "jupyter", "kernels")
IOPUB_TIMEOUT = 60  # seconds between a cell's reply and its last output; only against hanging: on a busy machine both are slow


class OutputLost(Exception):
    """Fewer messages arrived than the kernel sent."""


class CountingClient(NotebookClient):
    """A client that loses no output in silence.

    The kit's kernel says in the metadata of each execute_reply how many messages it sent on iopub for that request, from
    `busy` up to but not including the final `idle`. Any other kernel says nothing there, and nothing is compared.
    """

    def __init__(self, nb, **options):
        super().__init__(nb, raise_on_iopub_timeout=True, iopub_timeout=IOPUB_TIMEOUT, **options)
        self.arrived = Counter()  # by the id of the request
        self.on_cell_executed = self.compare

    def process_message(self, msg, cell, cell_index):
        if msg["content"].get("execution_state") != "idle":
            self.arrived[msg["parent_header"]["msg_id"]] += 1
        return super().process_message(msg, cell, cell_index)

    def compare(self, cell, cell_index, execute_reply):
        sent = execute_reply.get("metadata", {}).get("messages")
        arrived = self.arrived.pop(execute_reply["parent_header"].get("msg_id"), 0)
        if sent is not None and arrived < sent:
            raise OutputLost(f"the kernel sent {sent} messages, {arrived} arrived")


def tell(**event):
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


async def run(request):
    specs = KernelSpecManager(kernel_dirs=[KERNELS], ensure_native_kernel=False)
    running = {"index": None}

    def started(cell, cell_index):
        running["index"] = cell_index
        tell(event="cell", index=cell_index)

    for attempt in range(3):
        notebook = nbformat.from_dict(request["notebook"])
        client = CountingClient(
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


if __name__ == "__main__":
    asyncio.run(main())
