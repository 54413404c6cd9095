"""peer.py: a lean language client for measuring: one thread, any server on standard input and output. What it
adds to a time is the same for all: framing and the wait for the pipe; JSON is decoded behind the clock.
"""
import json
import os
import select
import subprocess
import time
import urllib.parse


def uri(path):
    return "file://" + urllib.parse.quote(path, safe="/-._~")


CAPABILITIES = {
    "general": {"positionEncodings": ["utf-8", "utf-16"]},
    "workspace": {"workspaceFolders": True, "configuration": True, "symbol": {},
                  "workspaceEdit": {"documentChanges": True}},
    "textDocument": {
        "synchronization": {"didSave": True}, "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"versionSupport": True},
        "completion": {"completionItem": {"snippetSupport": True}}, "definition": {}, "references": {},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True}, "rename": {"prepareSupport": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}},
}


class Peer:
    """One server process."""

    def __init__(self, command, patience=120):
        self.started = time.perf_counter()
        self.patience = patience
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, bufsize=0)
        self.input = b""
        self.next_id = 0
        self.published = {}  # uri → params of the last publishDiagnostics
        self.answers = {}    # id → (when, response)
        self.capabilities = {}

    def _write(self, data):
        """Never waits for a server that waits for us to read."""
        out, at = self.process.stdin.fileno(), 0
        while at < len(data):
            readable, writable, _ = select.select([self.process.stdout], [out], [], self.patience)
            if readable:
                self._fill()
            if writable:
                at += os.write(out, data[at:at + 4096])
            if not readable and not writable:
                raise TimeoutError("the server neither reads nor writes")

    def _fill(self):
        piece = os.read(self.process.stdout.fileno(), 1 << 16)
        if not piece:
            raise EOFError("the server has ended")
        self.input += piece

    def _take(self, wait):
        """Reads one message, if one comes within `wait` seconds; gives whether."""
        until = time.perf_counter() + wait
        while True:
            head = self.input.find(b"\r\n\r\n")
            if head >= 0:
                fields = self.input[:head].lower().split(b"\r\n")
                length = next(int(f.split(b":")[1]) for f in fields if f.startswith(b"content-length"))
                if len(self.input) >= head + 4 + length:
                    body = self.input[head + 4:head + 4 + length]
                    self.input = self.input[head + 4 + length:]
                    self._sort(time.perf_counter(), json.loads(body))
                    return True
            left = until - time.perf_counter()
            if not select.select([self.process.stdout], [], [], max(0, left))[0]:
                return False
            self._fill()

    def _sort(self, when, message):
        if "method" not in message:
            self.answers[message["id"]] = (when, message)
        elif "id" in message:
            result = [None for _ in message["params"]["items"]] \
                if message["method"] == "workspace/configuration" else None
            self.send({"jsonrpc": "2.0", "id": message["id"], "result": result})
        elif message["method"] == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = (when, message["params"])

    def send(self, message):
        body = json.dumps(message, ensure_ascii=False).encode()
        self._write(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method, params):
        self.next_id += 1
        self.send({"jsonrpc": "2.0", "id": self.next_id, "method": method, "params": params})
        return self.next_id

    def wait(self, ready, what):
        """Takes messages until the function gives something, and gives that."""
        until = time.perf_counter() + self.patience
        while True:
            found = ready()
            if found is not None:
                return found
            if not self._take(until - time.perf_counter()):
                raise TimeoutError(f"waited in vain for {what}")

    def answer(self, id, what="an answer"):
        """(when it came, the response)."""
        return self.wait(lambda: self.answers.pop(id, None), what)

    def timed(self, method, params):
        """(seconds until the answer was there, its result; None for an error)."""
        start = time.perf_counter()
        when, response = self.answer(self.ask(method, params), method)
        return when - start, response.get("result")

    def settle(self, seconds):
        while self._take(seconds):
            pass

    def initialize(self, folder):
        """Seconds from the process's start to the answer."""
        when, response = self.answer(self.ask("initialize", {
            "processId": os.getpid(), "rootUri": uri(folder), "capabilities": CAPABILITIES,
            "workspaceFolders": [{"uri": uri(folder), "name": "bench"}]}), "initialize")
        self.capabilities = response["result"]["capabilities"]
        self.notify("initialized", {})
        return when - self.started

    def open(self, document, text):
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": document, "languageId": "markdown", "version": 1, "text": text}})

    def close(self, document):
        self.notify("textDocument/didClose", {"textDocument": {"uri": document}})

    def syncs_whole_texts(self):
        sync = self.capabilities.get("textDocumentSync")
        return (sync.get("change") if isinstance(sync, dict) else sync) == 1

    def change(self, document, version, edit, text):
        """One edit, as the server wants it: the edit, or all of the text after it."""
        change = {"text": text} if self.syncs_whole_texts() else edit
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": document, "version": version}, "contentChanges": [change]})

    def cpu(self):
        """CPU seconds the process has used (Linux)."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self, field="VmRSS"):
        """Resident megabytes (Linux)."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith(field)) / 1024

    def idle(self, quiet=0.5):
        """Waits until the server has used no CPU for so long; gives the moment it stopped."""
        last, since = -1.0, time.perf_counter()
        until = since + self.patience
        while time.perf_counter() < until:
            self.settle(0.02)
            used, now = self.cpu(), time.perf_counter()
            if used > last + 0.011:
                last, since = used, now
            elif now - since > quiet:
                break
        return since

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
