"""soak.py BINARY [STEPS [SEED]]: a server under STEPS random edits and requests (3,000 unless said; 100,000 for the long
one) in a small workspace: documents are edited, closed, opened again, saved, moved away from under it and put back.
It answers all of it, its texts stay equal to ours (what it finds at the end is what a fresh server finds), and its
memory is flat: told at every tenth of the way, and no more at the end than at 30 % and a little. Exits 1 where not.
"""
import os
import random
import sys
import tempfile
import time

import generate
import peer as lsp
import session as sessions

OPEN_AT_MOST = 6
SLACK_MB = 6
SLACK = 1.15


class Soak:
    def __init__(self, binary, folder, seed):
        self.binary, self.folder = binary, folder
        self.rng = random.Random(seed)
        self.paths = sorted(os.path.join(root, name) for root, _, names in os.walk(folder)
                            for name in names if name.endswith(".md"))
        self.texts = {}     # of open documents: path → [Text, version]
        self.waiting = []   # ids of requests under way
        self.errors = {}
        self.peer = self.start()

    def start(self):
        peer = lsp.Peer([self.binary, "lsp"], patience=300)
        peer.initialize(self.folder)
        return peer

    def disk(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()

    def open(self):
        closed = [path for path in self.paths if path not in self.texts and os.path.exists(path)]
        path = self.rng.choice(closed)
        self.texts[path] = [sessions.Text(self.disk(path)), 1]
        self.peer.open(lsp.uri(path), str(self.texts[path][0]))

    def close(self):
        path = self.rng.choice(sorted(self.texts))
        del self.texts[path]
        self.peer.close(lsp.uri(path))

    def touch_disk(self):
        """A closed file changes, goes, or comes back, behind the server's back."""
        closed = [path for path in self.paths if path not in self.texts]
        path = self.rng.choice(closed)
        if not os.path.exists(path):
            os.rename(path + ".away", path)
        elif self.rng.random() < 0.3:
            os.rename(path, path + ".away")
        else:
            text = sessions.Text(self.disk(path))
            sessions.typed(text, self.rng)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(str(text))
        self.peer.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": lsp.uri(path), "type": 2}]})

    def edit(self):
        path = self.rng.choice(sorted(self.texts))
        entry = self.texts[path]
        entry[1] += 1
        change = sessions.typed(entry[0], self.rng)
        self.peer.change(lsp.uri(path), entry[1], change, None)
        here = change["range"]["start"]
        for method, params in sessions.asked(lsp.uri(path), entry[0], here["line"], here["character"], self.rng):
            self.waiting.append(self.peer.ask(method, params))
        if self.rng.random() < 0.05:
            self.peer.notify("$/cancelRequest", {"id": self.waiting[-1] if self.waiting else 1})

    def collect(self, left):
        while len(self.waiting) > left:
            _, response = self.peer.answer(self.waiting.pop(0), "a request of the soak")
            code = response.get("error", {}).get("code", 0)
            self.errors[code] = self.errors.get(code, 0) + 1

    def step(self):
        kind = self.rng.random()
        if not self.texts or (kind < 0.02 and len(self.texts) < OPEN_AT_MOST):
            self.open()
        elif kind < 0.03 and len(self.texts) > 1:
            self.close()
        elif kind < 0.035:
            self.touch_disk()
        else:
            self.edit()
        self.collect(20)

    def memory(self):
        """With all but what is open let go of: at the same state each time, so that the numbers compare."""
        self.collect(0)
        for path in sorted(self.texts):
            self.peer.close(lsp.uri(path))
        self.texts.clear()
        self.peer.idle(0.3)
        return self.peer.memory()

    def findings(self, peer):
        found = {}
        for path in self.paths:
            if os.path.exists(path):
                peer.published.pop(lsp.uri(path), None)
                peer.open(lsp.uri(path), self.disk(path))
                params = peer.wait(lambda: peer.published.get(lsp.uri(path)), path)[1]
                peer.idle(0.1)
                found[path] = peer.published[lsp.uri(path)][1]["diagnostics"]
                peer.close(lsp.uri(path))
        return found


def run(binary, steps, seed):
    with tempfile.TemporaryDirectory(prefix="planls-soak-") as folder:
        folder = os.path.realpath(folder)
        generate.generate(folder, 41)
        soak = Soak(binary, folder, seed)
        samples, start = [], time.monotonic()
        for step in range(steps):
            soak.step()
            if (step + 1) % max(1, steps // 10) == 0:
                samples.append(soak.memory())
                print(f"{(step + 1) * 100 // steps:4} %  {samples[-1]:6.1f} MB", flush=True)
        unknown = set(soak.errors) - {0, -32800, -32801, -32803}
        print(f"{steps} steps in {time.monotonic() - start:.0f} s; answers by error code: {soak.errors}")
        failed = bool(unknown) or samples[-1] > max(samples[2] * SLACK, samples[2] + SLACK_MB)
        fresh = soak.start()
        same = soak.findings(soak.peer) == soak.findings(fresh)
        print("findings at the end are " + ("those" if same else "NOT those") + " of a fresh server")
        soak.peer.end()
        fresh.end()
        return not failed and same


if __name__ == "__main__":
    arguments = sys.argv[2:] + ["3000", "1"][len(sys.argv) - 2:]
    sys.exit(not run(sys.argv[1], int(arguments[0]), int(arguments[1])))
