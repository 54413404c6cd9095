"""memory_test.py: an allocation fails, one at a time, anywhere in a command or the server: the process ends by its
own will with one line, or goes on and says what it would have said; nothing on the disk changes.
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import unittest

BINARY = os.environ["PLANLS_BINARY"]
LIBRARY = os.environ.get("PLANLS_FAILING_MALLOC", "")
TRIES = int(os.environ.get("PLANLS_TRIES", "40"))

PLAN = """---
owner: Noor
---
# Harbour

## Phase 1: New pier (Weeks 1-4)
- **Owner:** Noor (Builder)
- **Budget:** $30K
- **Depends on:** Phase 2
- **Success criteria:**
  - [ ] ≥80% of the berths are let

## Phase 2: Lighthouse (Weeks 4-2)
- **Owner:** Bo

- [x ] Dig, see [it](#phase-1-new-pier-weeks-1-4)

| Part | Cost |
| --- | --- |
| Stone | $10K |
| Total | $12K |
"""


def frame(message):
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def session(folder):
    """Bytes of a short session with an edit, a question and a shutdown."""
    uri = "file://" + os.path.join(folder, "plan.md")
    place = {"textDocument": {"uri": uri}, "position": {"line": 6, "character": 14}}
    calls = [(1, "initialize", {"processId": None, "rootUri": "file://" + folder,
                                "capabilities": {}}),
             (None, "initialized", {}),
             (None, "textDocument/didOpen", {"textDocument": {
                 "uri": uri, "languageId": "markdown", "version": 1, "text": PLAN}}),
             (None, "textDocument/didChange", {
                 "textDocument": {"uri": uri, "version": 2}, "contentChanges": [
                     {"range": {"start": {"line": 3, "character": 2},
                                "end": {"line": 3, "character": 2}}, "text": "The "}]}),
             (2, "textDocument/hover", place),
             (3, "textDocument/completion", place),
             (4, "textDocument/rename", dict(place, newName="Zora")),
             (5, "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": {
                 "start": {"line": 6, "character": 0}, "end": {"line": 6, "character": 0}},
                 "context": {"diagnostics": []}}),
             (6, "shutdown", None), (None, "exit", None)]
    out = b""
    for number, method, params in calls:
        message = {"jsonrpc": "2.0", "method": method}
        if params is not None:
            message["params"] = params
        if number:
            message["id"] = number
        out += frame(message)
    return out


@unittest.skipUnless(LIBRARY, "the library that makes allocations fail is not built here")
class Memory(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="planls-memory-")
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        with open(os.path.join(self.folder, "plan.md"), "w", encoding="utf-8") as file:
            file.write(PLAN)
        with open(os.path.join(self.folder, "todo.md"), "w", encoding="utf-8") as file:
            file.write("# Tasks\n\n- [ ] Paint ([it](plan.md#phase-2-lighthouse-weeks-4-2)) @noor\n")

    def run_one(self, arguments, given=b"", **fail):
        environment = dict(os.environ, LD_PRELOAD=LIBRARY, **fail)
        return subprocess.run([BINARY, *arguments], input=given, stdout=subprocess.PIPE, timeout=60,
                              stderr=subprocess.PIPE, env=environment, check=False)

    def allocations(self, arguments, given):
        """About how many a run makes: the last number at which failing matters."""
        low, high = 0, 1 << 12
        while self.run_one(arguments, given, PLANLS_FAIL_AT=str(high),
                           PLANLS_FAIL_ON="1").stderr.startswith(b"planls: out of memory"):
            low, high = high, high * 2
        return high

    def tries(self, arguments, given=b""):
        whole = self.run_one(arguments, given)
        last = self.allocations(arguments, given)
        dice = random.Random(3)
        places = sorted(set([*range(12), *(dice.randrange(last) for _ in range(TRIES))]))
        aborted = 0
        for at in places:
            for on in (False, True):
                fail = {"PLANLS_FAIL_AT": str(at), **({"PLANLS_FAIL_ON": "1"} if on else {})}
                run = self.run_one(arguments, given, **fail)
                what = (arguments, fail, run.returncode, run.stderr)
                if run.returncode == -signal.SIGABRT:
                    aborted += 1  # libuv's own, where its pool's threads cannot be started
                    continue
                self.assertIn(run.returncode, (0, 1, 2, 127), what)  # 127: the loader had none
                if run.returncode not in (2, 127) and given == b"":
                    self.assertEqual(run.stdout, whole.stdout, what)
        self.assertLessEqual(aborted, 5)
        with open(os.path.join(self.folder, "plan.md"), encoding="utf-8") as file:
            self.assertEqual(file.read(), PLAN)
        self.assertEqual(sorted(os.listdir(self.folder)), ["plan.md", "todo.md"])

    def test_check(self):
        self.tries(["check", "--color=never", self.folder])

    def test_report(self):
        self.tries(["report", "--format", "json", self.folder])

    def test_fix_as_a_diff(self):
        self.tries(["fix", "--diff", self.folder])

    def test_server(self):
        self.tries(["lsp"], session(self.folder))


if __name__ == "__main__":
    if not LIBRARY:
        print("skipped: no library that makes allocations fail")
        sys.exit(77)
    unittest.main()
