"""flood_test.py: more than any editor sends, by clients that do not read, cut off, or are gone: the server keeps
what it owes, and ends when nobody is left.

PLANLS_FLOOD=10 sends ten times as much.
"""
import json
import os
import random
import signal
import subprocess
import time
import unittest

from client import BINARY, Gone, WireTest, edit, main, uri

TIMES = int(os.environ.get("PLANLS_FLOOD", "1"))
PLAN = "## Initiative: New pier\n- **Owner:** Ana\n- **Timeline:** Weeks 4-2\n"


def frame(message):
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


class Flood(WireTest):
    def opened(self, text=PLAN, **options):
        client = self.start(**options)
        client.initialize(self.folder)
        name = self.write("plan.md", text)
        client.open(name, text)
        client.findings(name, code="invalid-span")
        return client, name

    def questions(self, client, name, first, count, method="hover"):
        """So many questions in one piece; the client knows that it has asked them."""
        params = {"textDocument": {"uri": name}}
        if method == "hover":
            params["position"] = {"line": 1, "character": 14}
        method = "textDocument/" + method
        client.asked.update((number, method) for number in range(first, first + count))
        return b"".join(frame({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
                        for number in range(first, first + count))

    def test_questions_whose_answers_wait(self):
        """Everything is asked before the first answer is read; each is answered once, in order."""
        client, name = self.opened()
        count = 20_000 * TIMES
        client.raw(self.questions(client, name, 1000, count))
        client.pump(lambda: 1000 + count - 1 in client.answers, timeout=120, what="the last answer")
        self.assertEqual([n for n in client.answers if n >= 1000], list(range(1000, 1000 + count)))
        self.assertTrue(all("result" in client.answers[n] for n in client.answers))
        self.assertEqual(client.finish(), 0)

    def test_nobody_reads_at_all(self):
        """A client that only writes is stopped reading from, not stored without end; then it is killed."""
        process = subprocess.Popen([BINARY, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.addCleanup(process.stdout.close)
        process.stdin.write(frame({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
            "processId": None, "rootUri": None, "capabilities": {}}}))
        os.set_blocking(process.stdin.fileno(), False)
        piece = frame({"jsonrpc": "2.0", "id": 2, "method": "planls/nothing"}) * 1000
        sent, deadline = 0, time.monotonic() + 3
        while time.monotonic() < deadline and sent < 64 << 20:
            try:
                sent += os.write(process.stdin.fileno(), piece[sent % (len(piece) // 1000):])
            except BlockingIOError:
                time.sleep(0.01)
        self.assertIsNone(process.poll())
        process.stdout.close()
        process.stdin.close()
        self.assertIsNotNone(process.wait(timeout=30))

    def test_changes_without_a_pause(self):
        text = "".join(PLAN.replace("pier", f"pier {i}") for i in range(40))
        client, name = self.opened(text)
        dice = random.Random(5)
        out = []
        for version in range(2, 2000 * TIMES):
            line = dice.randrange(120)
            change = edit((line, 0), (line, 0), dice.choice("x#- |"))
            if version % 50 == 0:
                change = {"text": text}
            out.append(frame({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
                "textDocument": {"uri": name, "version": version}, "contentChanges": [change]}}))
        out.append(frame({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {"uri": name, "version": 1_000_000},
            "contentChanges": [{"text": PLAN}]}}))
        client.raw(b"".join(out))
        found = client.findings(name, version=1_000_000)
        self.assertEqual(sum(d["code"] == "invalid-span" for d in found), 1)
        self.assertEqual(client.finish(), 0)

    def test_all_is_cancelled(self):
        """Each is answered once, most with no work done; an id that comes again is a new question."""
        client, name = self.opened("".join(PLAN.replace("pier", f"pier {i}") for i in range(500)))
        last = 3999
        client.raw(self.questions(client, name, 1000, 3000, "codeLens") + b"".join(
            frame({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": number}})
            for number in range(1000, 4000)))
        client.pump(lambda: last in client.answers, what="the last answer")
        codes = [client.answers[number]["error"]["code"] for number in range(1000, 4000)
                 if "error" in client.answers[number]]
        self.assertEqual(set(codes), {-32800})
        self.assertGreater(len(codes), 2000)
        client.answers.clear()
        client.raw(self.questions(client, name, last, 1))
        self.assertIn("result", client.response(last))
        self.assertEqual(client.finish(), 0)

    def test_cut_off_in_a_message(self):
        """The input ends in a header, in a body, in the middle of a character."""
        whole = frame({"jsonrpc": "2.0", "id": 9, "method": "shutdown"})
        for cut in (1, 10, len(whole) - 30, len(whole) - 1):
            client, _ = self.opened()
            client.raw(whole[:cut])
            client.process.stdin.close()
            self.assertEqual(client.process.wait(timeout=30), 1)

    def test_the_reader_is_gone(self):
        process = subprocess.Popen([BINARY, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdout.close()
        with self.assertRaises(BrokenPipeError):
            while True:
                process.stdin.write(frame({"jsonrpc": "2.0", "id": 1, "method": "initialize",
                                           "params": {"processId": None, "rootUri": None,
                                                      "capabilities": {}}}))
                process.stdin.flush()
        self.assertGreaterEqual(process.wait(timeout=30), 0)  # by no signal
        with self.assertRaises(BrokenPipeError):
            process.stdin.close()

    def test_signals(self):
        """What ends a process ends this one at once; what does not, does not."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            client, _ = self.opened()
            client.process.send_signal(number)
            self.assertIn(client.process.wait(timeout=10), (-number, 0, 1, 128 + number))
        client, name = self.opened()
        for number in (signal.SIGPIPE, signal.SIGWINCH, signal.SIGCHLD, signal.SIGCONT):
            client.process.send_signal(number)
        client.process.send_signal(signal.SIGSTOP)
        time.sleep(0.2)
        client.process.send_signal(signal.SIGCONT)
        self.assertIsNotNone(client.at("textDocument/hover", name, 1, 14))
        self.assertEqual(client.finish(), 0)

    def test_killed_while_indexing(self):
        """The client's process dies while its workspace is read; input stays open in somebody else's hands."""
        for i in range(400):
            self.write(f"plans/{i}.md", PLAN * 20)
        keeper, held = os.pipe()
        parent = subprocess.Popen(["sleep", "60"])
        process = subprocess.Popen([BINARY, "lsp"], stdin=keeper, stdout=subprocess.DEVNULL)
        os.close(keeper)
        os.write(held, frame({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
            "processId": parent.pid, "rootUri": uri(self.folder), "capabilities": {}}}))
        os.write(held, frame({"jsonrpc": "2.0", "method": "initialized", "params": {}}))
        parent.kill()
        parent.wait()
        try:
            self.assertIsNotNone(process.wait(timeout=30))
        finally:
            process.kill()
            os.close(held)


if __name__ == "__main__":
    main()
