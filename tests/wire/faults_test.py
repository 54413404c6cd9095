"""faults_test.py: what goes wrong around a server: no memory, a full disk, files that vanish or are huge, folders that
loop or may not be read, text that no person wrote. Each is survived: a plan beside it is still judged.

PLANLS_SOAK=100000 makes the soak at the end a long one.
"""
import os
import random
import subprocess
import sys
import unittest

import client as wire
from client import BINARY, WireTest, edit, main, uri

wire.PATIENCE *= 4  # what is huge takes long under a sanitizer

PLAN = "## Initiative: New pier\n- **Owner:** Ana\n- **Timeline:** Weeks 4-2\n"
SOAK = int(os.environ.get("PLANLS_SOAK", "600"))


def resident(process):
    """Kilobytes, or None where nobody says."""
    try:
        with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
    except OSError:
        return None


class Faults(WireTest):
    def still_answers(self, client):
        """A plan opened now gets its finding."""
        self.version = getattr(self, "version", 0) + 1
        name = uri(os.path.join(self.folder, f"plan-{self.version}.md"))
        client.open(name, PLAN)
        client.findings(name, code="invalid-span")

    def survives(self, name, data):
        """The bytes as a file on disk, and as an open document, cut to what a message may hold."""
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(data)
        client = self.start()
        client.initialize(self.folder)
        self.still_answers(client)
        text = data[:12_000_000].decode("utf-8", "replace")
        client.open(uri(path), text)
        client.findings(uri(path), version=1)
        client.change(uri(path), 2, edit((0, 0), (0, 0), "x"))
        client.findings(uri(path), version=2)
        for method in ("hover", "definition"):
            client.at("textDocument/" + method, uri(path), 0, 1)
        client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri(path)}})
        self.still_answers(client)
        self.assertEqual(client.finish(), 0)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), data)

    def test_deep_nesting(self):
        self.survives("deep.md", "".join("  " * min(i, 400) + "- [ ] x\n"
                                         for i in range(10_000)).encode())
        self.survives("quotes.md", b">" * 10_000 + b" x\n" + b"- " * 10_000 + b"x\n")
        self.survives("brackets.md", b"[" * 10_000 + b"](" * 10_000 + b"\n")

    def test_one_long_line(self):
        self.survives("line.md", b"- [ ] word **x** `y` " + b"and so on, " * 900_000)

    def test_bytes_of_all_kinds(self):
        self.survives("nul.md", PLAN.encode() + b"\0" * 1000 + b"\n- [ ] a\0b\n")
        self.survives("latin.md", PLAN.encode() + bytes(range(256)) * 20)
        self.survives("wide.md", PLAN.encode("utf-16"))

    def test_a_file_of_100_megabytes(self):
        path = os.path.join(self.folder, "huge.md")
        with open(path, "wb") as file:
            file.write(PLAN.encode())
            file.truncate(100 << 20)  # takes no room on most disks
        client = self.start()
        client.initialize(self.folder)
        self.still_answers(client)
        client.kill()
        self.assertEqual(os.path.getsize(path), 100 << 20)

    def test_a_folder_of_50000_files(self):
        """What lies beside plans in their thousands keeps nobody from typing, or from ending."""
        os.mkdir(os.path.join(self.folder, "data"))
        for i in range(50_000):
            open(os.path.join(self.folder, f"data/{i}{'.md' if i % 25 == 0 else '.csv'}"), "wb").close()
        client = self.start()
        client.initialize(self.folder)
        self.still_answers(client)
        self.write("data/last.md", PLAN)
        client.findings(uri(os.path.join(self.folder, "data/last.md")), code="invalid-span")
        self.assertEqual(client.finish(), 0)

    def test_folders_that_loop_or_are_closed(self):
        os.makedirs(os.path.join(self.folder, "a/b"))
        os.makedirs(os.path.join(self.folder, "closed"))
        self.write("closed/plan.md", PLAN)
        os.symlink("../..", os.path.join(self.folder, "a/b/up"))
        os.symlink("self", os.path.join(self.folder, "self"))
        os.symlink("nowhere.md", os.path.join(self.folder, "dangling.md"))
        os.chmod(os.path.join(self.folder, "closed"), 0)
        try:
            client = self.start()
            client.initialize(self.folder)
            self.still_answers(client)
            self.assertEqual(client.finish(), 0)
        finally:
            os.chmod(os.path.join(self.folder, "closed"), 0o700)

    def test_files_vanish_and_change(self):
        names = [self.write(f"plans/{i}.md", PLAN.replace("pier", f"pier {i}")) for i in range(60)]
        client = self.start()
        client.initialize(self.folder)
        dice = random.Random(7)
        for _ in range(300):
            path = os.path.join(self.folder, f"plans/{dice.randrange(60)}.md")
            kind = dice.randrange(4)
            if kind == 0 and os.path.exists(path):
                os.unlink(path)
            elif kind == 1:
                with open(path, "wb") as file:
                    file.write(dice.randbytes(dice.randrange(3000)))
            else:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(PLAN * dice.randrange(4))
            if dice.randrange(5) == 0:
                client.notify("workspace/didChangeWatchedFiles", {"changes": [
                    {"uri": names[dice.randrange(60)], "type": dice.randrange(1, 4)}]})
        self.still_answers(client)
        self.assertEqual(client.finish(), 0)

    def test_the_folder_vanishes(self):
        self.write("plans/1.md", PLAN)
        client = self.start()
        client.initialize(os.path.join(self.folder, "plans"))
        self.still_answers(client)
        os.unlink(os.path.join(self.folder, "plans/1.md"))
        os.rmdir(os.path.join(self.folder, "plans"))
        self.still_answers(client)
        self.assertEqual(client.finish(), 0)

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full here")
    def test_a_full_disk_for_the_log(self):
        client = self.start("--log=/dev/full", "--log-level=debug")
        client.initialize(self.folder)
        for _ in range(20):
            self.still_answers(client)
        self.assertEqual(client.finish(), 0)

    def test_a_killed_client(self):
        """Whoever started the server is gone, and nobody has closed anything."""
        script = ("import subprocess, os; p = subprocess.Popen([%r, 'lsp'], stdin=subprocess.PIPE,"
                  "stdout=subprocess.PIPE); print(p.pid, flush=True); os.kill(os.getpid(), 9)")
        parent = subprocess.run([sys.executable, "-c", script % BINARY], stdout=subprocess.PIPE,
                                check=False)
        server = int(parent.stdout)

        def is_gone():
            try:
                with open(f"/proc/{server}/stat", encoding="ascii") as file:
                    return file.read().rsplit(")", 1)[1].split()[0] == "Z"
            except OSError:
                return True
        client = self.start()  # to wait by its patience
        client.initialize(self.folder)
        for _ in range(100):
            if is_gone():
                break
            client.settle(0.1)
        self.assertTrue(is_gone())

    @unittest.skipUnless(sys.platform == "linux", "limits of memory as Linux has them")
    def test_no_memory(self):
        """It ends with one line and a status, by no signal of our making."""
        with open(BINARY, "rb") as file:
            if b"__asan_init" in file.read() or b"__tsan_init" in file.read():
                self.skipTest("sanitizers need the memory themselves")
        import resource
        self.write("plan.md", PLAN * 60_000)
        for megabytes in (24, 32, 48, 64, 96):
            limit = megabytes << 20
            run = subprocess.run(
                [BINARY, "check", self.folder], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                preexec_fn=lambda l=limit: resource.setrlimit(resource.RLIMIT_AS, (l, l)), check=False)
            if b"tree-sitter failed to allocate" in run.stderr:
                continue  # the library ends the process itself
            self.assertIn(run.returncode, (0, 1, 2, 127), (megabytes, run.stderr))

    def test_soak(self):
        """Random edits and questions leave the memory where it was."""
        client = self.start()
        client.initialize(self.folder)
        name = self.write("plan.md", PLAN * 40)
        client.open(name, PLAN * 40)
        dice = random.Random(11)
        measured = []
        for i in range(SOAK):
            line = dice.randrange(120)
            client.change(name, i + 2, edit((line, 0), (line, 0), dice.choice(("x", "é", "\n"))))
            client.change(name, i + 2, {"text": PLAN * 40} if i % 10 == 9 else
                          edit((0, 0), (0, 0), ""))
            client.at("textDocument/" + dice.choice(("hover", "definition")), name, line, 5)
            if i % (SOAK // 6) == SOAK // 6 - 1:
                client.settle(0.1)
                measured.append(resident(client.process))
        if measured[0]:
            self.assertLess(measured[-1], measured[1] * 1.15 + 2000, measured)
        self.assertEqual(client.finish(), 0)


if __name__ == "__main__":
    main()
