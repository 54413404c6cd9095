"""server.py BINARY FOLDER: what the language server costs on a workspace made by generate.py or found elsewhere,
one line for each number. Times of requests are the median and the 99th percentile in milliseconds, with
the client's own share. Nothing on disk is changed.
"""
import os
import sys
import time

os.environ["PLANLS_BINARY"] = sys.argv[1]
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "wire"))
import client as wire  # noqa: E402

wire.MODEL = None  # the wire tests validate; here it would be measured
wire.PATIENCE = 300
REPEAT = 100


def percentiles(times):
    times = sorted(times)
    return f"{times[len(times) // 2] * 1e3:.2f}/{times[len(times) * 99 // 100] * 1e3:.2f}"


def memory(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024


def largest(folder):
    """The document to type in: the long plan, else the one nearest to 64 KB."""
    big = os.path.join(folder, "big", "plan.md")
    if os.path.exists(big):
        return big
    found = [os.path.join(root, name) for root, _, names in os.walk(folder)
             for name in names if name.endswith(".md")]
    return min(sorted(found), key=lambda path: abs(os.path.getsize(path) - 65536))


def timed(server, method, params, times):
    start = time.perf_counter()
    result = server.request(method, params, valid=False)
    times.append(time.perf_counter() - start)
    return result


class Session:
    """One server on one folder, and the row it makes."""

    def __init__(self, folder):
        self.folder, self.row = folder, []
        start = time.perf_counter()
        self.server = wire.Client()
        self.capabilities = self.server.initialize(folder, "neovim")["capabilities"]
        self.note("initialize ms", f"{(time.perf_counter() - start) * 1e3:.1f}")
        self.path = largest(folder)
        with open(self.path, encoding="utf-8", newline="") as file:
            self.text = file.read()
        self.uri = wire.uri(self.path)
        self.lines = self.text.split("\n")
        self.version = 1

    def note(self, name, value):
        self.row.append((name, value))

    def begin(self):
        start = time.perf_counter()
        self.server.open(self.uri, self.text)
        self.server.findings(self.uri)
        self.note("first diagnostics s", f"{time.perf_counter() - start:.2f}")
        # A question about the whole workspace is answered once all of it is known.
        self.server.request("workspace/symbol", {"query": "zzz"}, valid=False)
        self.server.settle(1.5)
        self.note("indexed s", f"{time.perf_counter() - start - 1.5:.2f}")

    def type(self):
        times = []
        line = len(self.lines) // 2
        for i in range(REPEAT):
            self.version += 1
            change = {"range": wire.range_of((line, 0), (line, i % 2)), "text": "" if i % 2 else "x"}
            start = time.perf_counter()
            self.server.change(self.uri, self.version, change)
            self.server.findings(self.uri, self.version)
            times.append(time.perf_counter() - start)
        self.note("keystroke", percentiles(times))

    def ask(self, name, method, params, provider, repeat=REPEAT):
        if not self.capabilities.get(provider):
            return
        times = []
        for i in range(repeat):
            timed(self.server, method, params(i), times)
        self.note(name, percentiles(times))

    def place(self, i):
        line = (i * 37) % len(self.lines)
        return {"textDocument": {"uri": self.uri},
                "position": {"line": line, "character": min(len(self.lines[line]), 12)}}

    def questions(self):
        self.ask("hover", "textDocument/hover", self.place, "hoverProvider")
        self.ask("definition", "textDocument/definition", self.place, "definitionProvider")
        self.ask("completion", "textDocument/completion", self.place, "completionProvider")
        self.ask("references", "textDocument/references",
                 lambda i: {**self.place(i), "context": {"includeDeclaration": True}},
                 "referencesProvider")
        self.ask("documentSymbol", "textDocument/documentSymbol",
                 lambda i: {"textDocument": {"uri": self.uri}}, "documentSymbolProvider", 20)
        self.ask("workspace/symbol", "workspace/symbol",
                 lambda i: {"query": ("claim", "dep", "route")[i % 3]}, "workspaceSymbolProvider", 20)

    def rename(self):
        home = os.path.join(self.folder, "area-0000", "plan.md")
        if not os.path.exists(home):
            return
        with open(home, encoding="utf-8", newline="") as file:
            text = file.read()
        line = text[:text.index("Shared Sign-In")].count("\n")
        self.server.open(wire.uri(home), text)
        times = []
        params = {"textDocument": {"uri": wire.uri(home)},
                  "position": {"line": line, "character": 20}, "newName": "Common Sign-In"}
        edit = timed(self.server, "textDocument/rename", params, times)
        files = edit.get("documentChanges") or edit.get("changes")
        self.note(f"rename in {len(files)} files ms", f"{times[0] * 1e3:.1f}")

    def close(self):
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.uri}})
        self.server.settle(1)
        self.note("memory MB", f"{memory(self.server.process):.0f}")
        self.server.kill()


def main():
    session = Session(os.path.realpath(sys.argv[2]))
    session.begin()
    session.type()
    session.questions()
    session.rename()
    session.close()
    for name, value in session.row:
        print(f"  {name:<28}{value}")


main()
