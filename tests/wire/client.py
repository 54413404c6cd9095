"""client.py: a language client for tests: starts the real binary, sends what it is told, in any pieces,
and validates every message that comes back.
"""
import json
import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

import metamodel

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE_DIR = os.path.dirname(os.path.dirname(HERE))
BINARY = os.environ.get("PLANLS_BINARY", os.path.join(SOURCE_DIR, "build/debug/planls"))
# Sanitizers slow everything down; nothing here measures time.
PATIENCE = float(os.environ.get("PLANLS_PATIENCE", "30"))
MODEL = metamodel.Model.find(SOURCE_DIR)
try:  # a second opinion on what the server says, where it is installed: others' types
    from lsprotocol import converters, types
    OTHERS = converters.get_converter()
except ImportError:
    OTHERS = None


def read_as_others(message, method):
    """Reads what came with lsprotocol; `method` is what it answers or names."""
    if OTHERS and method in types.METHOD_TO_TYPES:
        kinds = types.METHOD_TO_TYPES[method]
        OTHERS.structure(message, kinds[0] if "method" in message else kinds[1])


def uri(path):
    return "file://" + urllib.parse.quote(path, safe="/-._~")


def load_client(name):
    with open(os.path.join(HERE, "clients", name + ".json"), encoding="utf-8") as file:
        return json.load(file)


def is_ours(message):
    """A method of our own, which the protocol's model does not know."""
    return message.get("method", "").startswith("planls/")


class Gone(Exception):
    """The server has ended."""


class Client:
    """One server process and what has come from it."""

    def __init__(self, *arguments, chunks=None, stderr=None):
        self.process = subprocess.Popen([BINARY, "lsp", *arguments], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=stderr)
        self.random = random.Random(chunks) if chunks is not None else None
        self.next_id = 0
        self.asked = {}         # id → method, of requests not answered yet
        self.answers = {}       # id → response
        self.orphans = []       # responses with id null
        self.diagnostics = {}   # uri → last publishDiagnostics params
        self.published = []     # all of them, in order
        self.logs = []          # window/logMessage params
        self.requests = []      # what the server asked of us
        self.notifications = [] # everything else
        self.reply_to = {}      # method → function(params) giving a result; else MethodNotFound
        self.check_call = None  # a further check of what the server sends of its own accord
        self.incoming = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    # ---- bytes --------------------------------------------------------------------------------

    def _read(self):
        stream = self.process.stdout
        try:
            while True:
                header = b""
                while not header.endswith(b"\r\n\r\n"):
                    byte = stream.read(1)
                    if not byte:
                        self.incoming.put(Gone("cut off in a header" if header else "ended"))
                        return
                    header += byte
                name, _, length = header[:-4].partition(b": ")
                if name != b"Content-Length" or not length.isdigit():
                    raise metamodel.Invalid(f"a header that no client reads: {header!r}")
                body = stream.read(int(length))
                if len(body) != int(length):
                    self.incoming.put(Gone("cut off in a body"))
                    return
                self.incoming.put(json.loads(body.decode("ascii")))
        except Exception as problem:  # told by whoever reads next
            self.incoming.put(problem)

    def raw(self, data):
        """Writes bytes as they are, in random pieces if the client was made so."""
        stdin = self.process.stdin
        try:
            if not self.random:
                stdin.write(data)
            at = 0
            while self.random and at < len(data):
                size = self.random.choice((1, 2, 7, 64, 1000, 100000))
                stdin.write(data[at:at + size])
                stdin.flush()
                at += size
            stdin.flush()
        except BrokenPipeError:
            raise Gone("closed its input")

    def send(self, message):
        body = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    # ---- messages out -------------------------------------------------------------------------

    def notify(self, method, params=None, valid=True):
        message = {"jsonrpc": "2.0", "method": method}
        if params is not None:
            message["params"] = params
        if MODEL and valid:
            MODEL.check_call(message, ("clientToServer", "both"))
        self.send(message)

    def ask(self, method, params=None, id=None, valid=True):
        """Sends a request and gives its id."""
        if id is None:
            self.next_id += 1
            id = self.next_id
        message = {"jsonrpc": "2.0", "id": id, "method": method}
        if params is not None:
            message["params"] = params
        if MODEL and valid and not is_ours(message):
            MODEL.check_call(message, ("clientToServer", "both"))
        self.asked[id] = method
        self.send(message)
        return id

    def request(self, method, params=None, id=None, valid=True):
        """Sends a request and gives its result; an error raises."""
        response = self.response(self.ask(method, params, id, valid))
        if "error" in response:
            raise AssertionError(f"{method}: {response['error']}")
        return response["result"]

    def error(self, method, params=None, id=None):
        """Sends a request that is to fail and gives the error's code."""
        response = self.response(self.ask(method, params, id, valid=False))
        if "error" not in response:
            raise AssertionError(f"{method} was answered: {response}")
        return response["error"]["code"]

    # ---- messages in --------------------------------------------------------------------------

    def _take(self, message):
        metamodel.check_envelope(message)
        if "method" in message:
            if MODEL and not is_ours(message):
                MODEL.check_call(message, ("serverToClient", "both"))
            read_as_others(message, message["method"])
            if self.check_call:
                self.check_call(message)
            self._take_call(message)
            return
        method = None
        if message["id"] is None:
            self.orphans.append(message)
        elif message["id"] in self.asked:
            method = self.asked.pop(message["id"])
            self.answers[message["id"]] = message
        else:
            raise metamodel.Invalid(f"a response to nothing: {message}")
        if MODEL:
            MODEL.check_response(message, method)
        if "result" in message:
            read_as_others(message, method)

    def _take_call(self, message):
        method, params = message["method"], message.get("params")
        if "id" in message:
            self.requests.append(message)
            answer = {"jsonrpc": "2.0", "id": message["id"]}
            if method in self.reply_to:
                answer["result"] = self.reply_to[method](params)
            else:
                answer["error"] = {"code": -32601, "message": "MethodNotFound"}
            self.send(answer)
        elif method == "textDocument/publishDiagnostics":
            self.diagnostics[params["uri"]] = params
            self.published.append(params)
        elif method == "window/logMessage":
            self.logs.append(params)
        else:
            self.notifications.append(message)

    def pump(self, until, timeout=None, what="something"):
        """Takes messages until the function gives something true, and gives that."""
        deadline = time.monotonic() + (timeout or PATIENCE)
        while True:
            found = until()
            if found:
                return found
            try:
                message = self.incoming.get(timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"waited in vain for {what}; log: {self.logs[-5:]}")
            if isinstance(message, Exception):
                self.incoming.put(message)
                raise message
            self._take(message)

    def settle(self, seconds=0.3):
        """Takes what comes until nothing has come for so long."""
        while True:
            try:
                message = self.incoming.get(timeout=seconds)
            except queue.Empty:
                return
            if isinstance(message, Exception):
                self.incoming.put(message)
                return
            self._take(message)

    def response(self, id):
        return self.pump(lambda: self.answers.pop(id, None), what=f"the answer to {id!r}")

    def findings(self, document, version=None, code=None, missing=None):
        """The diagnostics of a URI, once they are of that version, hold that code or lack one."""
        def ready():
            params = self.diagnostics.get(document)
            if params is None or (version is not None and params.get("version") != version):
                return None
            codes = [d.get("code") for d in params["diagnostics"]]
            if (code and code not in codes) or (missing and missing in codes):
                return None
            return params
        wanted = f"findings of {document} (version {version}, with {code}, without {missing}; " \
                 f"last: {self.diagnostics.get(document)})"
        return self.pump(ready, what=wanted)["diagnostics"]

    # ---- a session ----------------------------------------------------------------------------

    def initialize(self, folder=None, client="vscode", pull=False, **changes):
        """As that client does it; without `pull` it does not announce pulled diagnostics, so that a
        test sees findings the moment they are known."""
        params = load_client(client)
        params["processId"] = os.getpid()
        if folder:
            params["rootUri"] = uri(folder)
            if "workspaceFolders" in params:
                params["workspaceFolders"] = [{"uri": uri(folder), "name": "test"}]
        params.update(changes)
        if not pull:
            params["capabilities"].get("textDocument", {}).pop("diagnostic", None)
        result = self.request("initialize", params, valid=False)  # real clients send more
        self.notify("initialized", {})
        return result

    def open(self, document, text, version=1, language="markdown"):
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": document, "languageId": language, "version": version, "text": text}})

    def change(self, document, version, *changes):
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": document, "version": version},
            "contentChanges": list(changes)})

    def at(self, method, document, line, character):
        return self.request(method, {"textDocument": {"uri": document},
                                     "position": {"line": line, "character": character}})

    def finish(self):
        """Shutdown and exit; gives the exit status."""
        if self.request("shutdown") is not None:
            raise AssertionError("shutdown gave a result")
        self.notify("exit")
        return self.wait()

    def wait(self):
        status = self.process.wait(timeout=PATIENCE)
        self.process.stdin.close()
        return status

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()
            except OSError:
                pass


def edit(start, end, text):
    """A content change; start and end are (line, character)."""
    return {"range": range_of(start, end), "text": text}


def range_of(start, end):
    return {"start": {"line": start[0], "character": start[1]},
            "end": {"line": end[0], "character": end[1]}}


def apply_edits(text, edits, encoding="utf-16"):
    """The text after TextEdits, which all refer to the text before."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(position):
        line = lines[position["line"]]
        if encoding == "utf-32":
            return starts[position["line"]] + position["character"]
        codec, unit = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}[encoding]
        head = line.encode(codec)[:position["character"] * unit].decode(codec)
        return starts[position["line"]] + len(head)

    for one in sorted(edits, key=lambda e: offset(e["range"]["start"]), reverse=True):
        start, end = offset(one["range"]["start"]), offset(one["range"]["end"])
        text = text[:start] + one["newText"] + text[end:]
    return text


class WireTest(unittest.TestCase):
    """A test with a folder of its own and servers that do not outlive it."""

    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="planls-wire-"))
        self.clients = []
        self.addCleanup(self._clean)

    def _clean(self):
        for client in self.clients:
            client.kill()
        for root, folders, files in os.walk(self.folder, topdown=False):
            for name in files:
                os.unlink(os.path.join(root, name))
            for name in folders:
                path = os.path.join(root, name)
                (os.unlink if os.path.islink(path) else os.rmdir)(path)
        os.rmdir(self.folder)

    def start(self, *arguments, **options):
        client = Client(*arguments, **options)
        self.clients.append(client)
        return client

    def write(self, path, text):
        """Writes a file of the test's folder and gives its URI."""
        full = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return uri(full)

    def read(self, path):
        with open(os.path.join(self.folder, path), encoding="utf-8", newline="") as file:
            return file.read()


def main():
    if not os.path.exists(BINARY):
        print(f"skipped: there is no {BINARY}")
        sys.exit(77)
    if MODEL:
        print(f"validating against the LSP model, version {MODEL.version}")
    else:
        print("lsp-metaModel.json is not here: messages are NOT validated against the model")
    if OTHERS:
        print("and against lsprotocol")
    unittest.main()
