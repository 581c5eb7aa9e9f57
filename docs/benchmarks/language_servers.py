#!/usr/bin/env python3
"""How long a language server takes to answer, and from an edit to its diagnostics, beside another on the same file.

usage: language_servers.py TREE [--file FILE] [--rounds N] NAME=COMMAND...

TREE is a distro's root; FILE, relative to it, is what is edited (base/comps/components.toml if not given). COMMAND is a
server's command line. Servers take turns in blocks, so that what else the machine does falls on all alike. Milliseconds from
the last byte sent to the last byte received, before JSON is decoded; the first tenth of all rounds warms up.
"""

import argparse
import json
import os
import queue
import shlex
import subprocess
import threading
import time

PATIENCE = 30


class Server:
    def __init__(self, name, command, root):
        self.name = name
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0
        self.version = 1
        self.answers = queue.Queue()
        self.told = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()
        uri = "file://" + os.path.abspath(root)
        result, _ = self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": "tree"}],
                "capabilities": {"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}},
            },
        )
        self.abilities = result["capabilities"]
        self.tell("initialized", {})

    def listen(self):
        stream = self.process.stdout
        while True:
            length = 0
            while True:
                line = stream.readline()
                if not line:
                    return
                if not line.strip():
                    break
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            body = stream.read(length)
            came = time.perf_counter()
            message = json.loads(body)
            if "method" not in message:
                self.answers.put((message, came))
            elif "id" in message:
                self.send({"id": message["id"], "result": None})
            else:
                self.told.put((message, came))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()
        return time.perf_counter()

    def tell(self, method, params):
        return self.send({"method": method, "params": params})

    def ask(self, method, params):
        self.number += 1
        sent = self.send({"id": self.number, "method": method, "params": params})
        while True:
            message, came = self.answers.get(timeout=PATIENCE)
            if message["id"] == self.number:
                return message.get("result"), (came - sent) * 1000

    def open(self, uri, text):
        self.uri = uri
        document = {"uri": uri, "languageId": "toml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def edit(self, start, end, text):
        """Milliseconds from an edit to the diagnostics of its version; by asking, where the server tells none by itself."""
        while not self.told.empty():
            self.told.get()
        self.version += 1
        where = {"start": {"line": start, "character": 0}, "end": {"line": end, "character": 0}}
        sent = self.tell(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self.uri, "version": self.version},
                "contentChanges": [{"range": where, "text": text}],
            },
        )
        if self.name in PULLED:
            return self.ask("textDocument/diagnostic", {"textDocument": {"uri": self.uri}})[1]
        while True:
            message, came = self.told.get(timeout=PATIENCE)
            params = message.get("params") or {}
            if message["method"].endswith("publishDiagnostics") and params["uri"] == self.uri:
                if params.get("version", self.version) == self.version:
                    return (came - sent) * 1000

    def end(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait(timeout=PATIENCE)


PULLED = set()

CHANGED = "symbols of a text just changed"

QUESTIONS = {
    "completion": ("completionProvider", "textDocument/completion", True),
    "hover": ("hoverProvider", "textDocument/hover", True),
    "definition": ("definitionProvider", "textDocument/definition", True),
    "references": ("referencesProvider", "textDocument/references", True),
    "prepare rename": ("renameProvider", "textDocument/prepareRename", True),
    "highlights": ("documentHighlightProvider", "textDocument/documentHighlight", True),
    "links": ("documentLinkProvider", "textDocument/documentLink", False),
    "folding": ("foldingRangeProvider", "textDocument/foldingRange", False),
    "symbols of the file": ("documentSymbolProvider", "textDocument/documentSymbol", False),
    "colours of the file": ("semanticTokensProvider", "textDocument/semanticTokens/full", False),
}


def part(values, of):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * of))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree")
    parser.add_argument("--file", default="base/comps/components.toml")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--pull", action="append", default=[], help="ask this server for diagnostics after each edit")
    parser.add_argument("servers", nargs="+", metavar="NAME=COMMAND")
    given = parser.parse_args()
    PULLED.update(given.pull)
    path = os.path.join(os.path.abspath(given.tree), given.file)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    lines = text.split("\n")
    servers = []
    for one in given.servers:
        name, command = one.split("=", 1)
        server = Server(name, command, given.tree)
        server.open("file://" + path, text)
        server.ask("textDocument/hover", {"textDocument": {"uri": server.uri}, "position": {"line": 0, "character": 0}})
        print(f"{name}: {(time.perf_counter() - server.started) * 1000:.0f} ms from start to the first answer", flush=True)
        servers.append(server)
    times = {server.name: {"edit to diagnostics": []} for server in servers}
    middle = len(lines) // 2
    while not lines[middle].startswith("["):
        middle += 1
    for number in range(given.rounds):
        for server in servers:
            came = times[server.name]
            # A key twice is wrong in any TOML, so that both have something to tell and to take back.
            came["edit to diagnostics"].append(server.edit(middle, middle, f"[zz{number}]\na = 1\na = 2\n"))
            if server.abilities.get("documentSymbolProvider"):
                took = server.ask("textDocument/documentSymbol", {"textDocument": {"uri": server.uri}})[1]
                came.setdefault(CHANGED, []).append(took)
            came["edit to diagnostics"].append(server.edit(middle, middle + 3, ""))
            for name, (ability, method, placed) in QUESTIONS.items():
                if not server.abilities.get(ability):
                    continue
                line = number * 97 % len(lines)
                params = {"textDocument": {"uri": server.uri}}
                if placed:
                    params["position"] = {"line": line, "character": min(len(lines[line]), 14)}
                if method.endswith("references"):
                    params["context"] = {"includeDeclaration": True}
                came.setdefault(name, []).append(server.ask(method, params)[1])
    print(f"\n{given.file}, {len(lines):,} lines, {given.rounds} rounds; p50 / p95 in ms\n")
    print("| | " + " | ".join(server.name for server in servers) + " |")
    print("|---|" + "---|" * len(servers))
    for name in ["edit to diagnostics", *QUESTIONS, CHANGED]:
        cells = []
        for server in servers:
            values = times[server.name].get(name, [])
            values = values[len(values) // 10 :]
            cells.append(f"{part(values, 0.5):.1f} / {part(values, 0.95):.1f}" if values else "not offered")
        print(f"| {name} | " + " | ".join(cells) + " |")
    for server in servers:
        server.end()


if __name__ == "__main__":
    main()
