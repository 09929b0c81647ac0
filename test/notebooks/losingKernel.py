"""A kernel that runs nothing: a cell is JSON that says how many lines to print, how many messages to claim, and whether to end.

usage: losingKernel.py CONNECTION_FILE
"""

import json
import sys

import zmq
from jupyter_client.session import Session

with open(sys.argv[1]) as file:
    connection = json.load(file)
session = Session(key=connection["key"].encode(), signature_scheme=connection["signature_scheme"])
context = zmq.Context()


def bound(kind, name):
    socket = context.socket(kind)
    socket.linger = 1000
    socket.bind(f"tcp://{connection['ip']}:{connection[name + '_port']}")
    return socket


shell, control, iopub = bound(zmq.ROUTER, "shell"), bound(zmq.ROUTER, "control"), bound(zmq.PUB, "iopub")
beat = bound(zmq.REP, "hb")
poller = zmq.Poller()
for socket in (shell, control, beat):
    poller.register(socket, zmq.POLLIN)


def execute(request, who):
    order = json.loads(request["content"]["code"])
    for line in range(order["prints"]):
        session.send(iopub, "stream", {"name": "stdout", "text": f"{line}\n"}, parent=request)
    content = {"status": "ok", "execution_count": 1, "payload": [], "user_expressions": {}}
    claim = {} if order["claims"] is None else {"messages": order["claims"]}
    session.send(shell, "execute_reply", content, parent=request, ident=who, metadata=claim)
    return order["ends"]


while True:
    for socket, _ in poller.poll():
        if socket is beat:
            beat.send(beat.recv())
            continue
        who, request = session.recv(socket, 0)
        session.send(iopub, "status", {"execution_state": "busy"}, parent=request)
        kind, ends = request["header"]["msg_type"], True
        if kind == "kernel_info_request":
            language = {"name": "json", "file_extension": ".json"}
            info = {"status": "ok", "protocol_version": "5.3", "language_info": language}
            session.send(socket, "kernel_info_reply", info, parent=request, ident=who)
        elif kind == "execute_request":
            ends = execute(request, who)
        elif kind == "shutdown_request":
            sys.exit()
        if ends:
            session.send(iopub, "status", {"execution_state": "idle"}, parent=request)
