"""Drives one kernel through jupyter_client: a command a line of JSON comes in, an answer a line goes out.

usage: driver.py KERNEL_NAME FOLDER   (the kernelspec is looked up on JUPYTER_PATH)
"""

import json
import os
import signal
import subprocess
import sys
import time
from queue import Empty

from jupyter_client import KernelManager

LIMIT = 30  # seconds that any one answer may take, unless a test says otherwise


class Driver:
    def __init__(self, name, folder):
        self.late = []  # messages of other requests, kept for when they are asked for
        self.arrived = {}  # messages on the output channel, by request, up to its idle
        self.sent = {}  # what the kernel says it sent of them, in the reply's metadata; a stock tslab does not
        for attempt in range(3):
            self.manager = KernelManager(kernel_name=name)
            # Node makes the pipes that it inherits non-blocking: on ours, a large answer would be cut off in the middle.
            self.manager.start_kernel(cwd=folder, stdout=subprocess.DEVNULL)
            self.client = self.manager.client()
            self.client.start_channels()
            try:
                return self.client.wait_for_ready(timeout=LIMIT)
            except RuntimeError:
                # Another program may have taken a port that was free a moment ago: then with other ports.
                self.manager.shutdown_kernel(now=True)
                if attempt == 2:
                    raise

    def send(self, code, options=None):
        return self.client.execute(code, **(options or {}))

    def collect(self, ids, limit=None):
        """All messages of these requests, in the order in which they came, up to reply and idle of each.

        Fewer than the kernel says that it sent is an error; see CountingClient in scripts/notebooks/execute.py.
        """
        replies, idle, kept, rest = {}, set(), [], []
        end = time.monotonic() + (limit or LIMIT)
        pending, self.late = self.late, []
        while len(replies) < len(ids) or len(idle) < len(ids):
            if time.monotonic() > end:
                raise TimeoutError(f"no answer to {ids}: {kept}")
            message = pending.pop(0) if pending else self.next_counted_message()
            if message is None:
                continue
            parent = message["parent_header"].get("msg_id")
            if parent not in ids:
                rest.append(message)
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "execute_reply":
                replies[parent] = content
            elif kind == "status":
                if content["execution_state"] == "idle":
                    idle.add(parent)
            elif kind != "execute_input":
                kept.append({"request": ids.index(parent), "type": kind, "content": content})
        self.late = rest + pending
        for each in ids:
            sent, arrived = self.sent.get(each, 0), self.arrived.get(each, 0)
            if arrived < sent:
                raise RuntimeError(f"the kernel sent {sent} messages, {arrived} arrived")
        return {"replies": [replies[each] for each in ids], "messages": kept}

    def next_counted_message(self):
        message = self.next_message()
        if message is None:
            return None
        parent = message["parent_header"].get("msg_id")
        if message["msg_type"] == "execute_reply":
            if "messages" in message["metadata"]:
                self.sent[parent] = message["metadata"]["messages"]
        elif not (message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"):
            self.arrived[parent] = self.arrived.get(parent, 0) + 1
        return message

    def counts(self):
        """How many replies said what was sent, and the requests of which less arrived."""
        short = [
            {"sent": sent, "arrived": self.arrived.get(request, 0)}
            for request, sent in self.sent.items()
            if self.arrived.get(request, 0) < sent
        ]
        return {"replies": len(self.sent), "short": short}

    def lateText(self):  # named as test/kernel/kernel.ts calls it
        """What was printed after its cell had been answered."""
        streams = [message for message in self.late if message["msg_type"] == "stream"]
        return "".join(message["content"]["text"] for message in streams)

    def next_message(self):
        for take in (self.client.get_iopub_msg, self.client.get_shell_msg):
            try:
                return take(timeout=0.02)
            except Empty:
                pass
        return None

    def request(self, channel, kind, content):
        """Sends any message; the reply's content, or None where none comes within a second."""
        stream = getattr(self.client, f"{channel}_channel")
        message = self.client.session.msg(kind, content)
        stream.send(message)
        end = time.monotonic() + (LIMIT if kind.endswith("_request") else 1)
        while time.monotonic() < end:
            try:
                reply = stream.get_msg(timeout=0.1)
            except Empty:
                continue
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                return {"type": reply["msg_type"], "content": reply["content"]}
            self.late.append(reply)
        return None

    def sendFrames(self, frames):  # named as test/kernel/kernel.ts calls it
        """Frames as they are, which need be no message."""
        self.client.shell_channel.socket.send_multipart([frame.encode() for frame in frames])

    def sendSigned(self, content):
        """A signed request whose content is this text, which need be no JSON."""
        session = self.client.session
        frames = session.serialize(session.msg("execute_request", {}))
        at = frames.index(b"<IDS|MSG>") + 2
        frames[at + 3] = content.encode()
        frames[at - 1] = session.sign(frames[at : at + 4])
        self.client.shell_channel.socket.send_multipart(frames)

    def interrupt(self, after):
        time.sleep(after)
        self.manager.interrupt_kernel()

    def sleep(self, seconds):
        time.sleep(seconds)

    def pid(self):
        return self.manager.provisioner.pid

    def alive(self):
        return self.manager.is_alive()

    def shutdown(self):
        """Asks on the control channel; whether the process ended by itself."""
        self.manager.request_shutdown()
        end = time.monotonic() + LIMIT
        while self.manager.is_alive() and time.monotonic() < end:
            time.sleep(0.05)
        return not self.manager.is_alive()

    def vanish(self):
        """Ends this process hard, as when Jupyter is killed."""
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def main():
    driver = Driver(*sys.argv[1:])
    print(json.dumps({"answer": "ready"}), flush=True)
    for line in sys.stdin:
        command, *arguments = json.loads(line)
        try:
            answer = {"answer": getattr(driver, command)(*arguments)}
        except Exception as error:  # told to the test, which fails by it
            answer = {"problem": f"{command}: {type(error).__name__}: {error}"}
        print(json.dumps(answer, default=str), flush=True)
        if command == "close":
            return
    driver.close()


if __name__ == "__main__":
    main()
