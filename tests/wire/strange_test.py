"""strange_test.py: workspaces that no person made: pipes and sockets called plan.md, names that are no text,
configurations that are none, another branch checked out in mid-word. A plan beside all that is judged, and what is on
the disk stays as it is.
"""
import os
import shutil
import socket
import subprocess
import sys
import unittest

from client import WireTest, edit, main, uri

PLAN = "## Initiative: New pier\n- **Owner:** Ana\n- **Timeline:** Weeks 4-2\n"


class Strange(WireTest):
    def still_answers(self, client):
        """A plan opened now gets its finding, and a hover."""
        self.version = getattr(self, "version", 0) + 1
        name = uri(os.path.join(self.folder, f"new-{self.version}.md"))
        client.open(name, PLAN)
        client.findings(name, code="invalid-span")
        self.assertIsNotNone(client.at("textDocument/hover", name, 1, 14))

    def served(self, **changes):
        client = self.start(stderr=subprocess.DEVNULL)
        client.initialize(self.folder, **changes)
        self.still_answers(client)
        return client

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_what_is_no_file(self):
        good = self.write("good.md", PLAN)
        os.mkfifo(self.path("plan.md"))
        with socket.socket(socket.AF_UNIX) as bound:
            here = os.getcwd()
            os.chdir(self.folder)  # a socket's path is short
            bound.bind("tasks.md")
            os.chdir(here)
            os.mkdir(self.path("folder.md"))
            os.symlink("/dev/zero", self.path("zero.md"))
            client = self.served()
            client.findings(good, code="invalid-span")
            for name in ("plan.md", "tasks.md", "folder.md"):
                client.open(uri(self.path(name)), PLAN)
                client.findings(uri(self.path(name)), code="invalid-span")
                client.notify("textDocument/didClose", {"textDocument": {"uri": uri(self.path(name))}})
            self.still_answers(client)
            self.assertEqual(client.finish(), 0)

    def test_what_becomes_none(self):
        """A file that is read becomes a pipe, a folder, a loop, and a file again."""
        name = self.write("plan.md", PLAN)
        client = self.served()
        client.findings(name, code="invalid-span")
        for make in (lambda: os.mkfifo(self.path("plan.md")), lambda: os.mkdir(self.path("plan.md")),
                     lambda: os.symlink("plan.md", self.path("plan.md"))):
            path = self.path("plan.md")
            (os.rmdir if os.path.isdir(path) else os.unlink)(path)
            make()
            client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": name, "type": 2}]})
            client.findings(name, missing="invalid-span")
            self.still_answers(client)
        os.unlink(self.path("plan.md"))
        self.write("plan.md", PLAN)
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": name, "type": 1}]})
        client.findings(name, code="invalid-span")
        self.assertEqual(client.finish(), 0)

    def test_names_that_no_person_gives(self):
        names = [b"line\nbreak.md", b"not-\xff-utf8.md", b"quote'\".md", b"50%25.md", b"a#b?c.md",
                 b"\xe2\x80\xae.md", b"x" * 250 + b".md"]
        for name in names:
            with open(os.path.join(os.fsencode(self.folder), name), "wb") as file:
                file.write(PLAN.encode())
        client = self.served()
        for name in names:
            if b"\xff" in name:
                continue
            document = uri(os.path.join(self.folder, name.decode()))
            client.findings(document, code="invalid-span")
            client.open(document, PLAN + "x")
            client.findings(document, version=1, code="invalid-span")
        escaped = uri(self.folder) + "/not-%FF-utf8.md"
        client.open(escaped, PLAN)
        client.findings(escaped, code="invalid-span")
        self.assertEqual(client.finish(), 0)

    def test_configurations_that_are_none(self):
        name = self.write("plan.md", PLAN)
        os.mkdir(self.path(".planls.json"))
        client = self.served()
        config = uri(self.path(".planls.json"))
        os.rmdir(self.path(".planls.json"))
        for text in ("[" * 100_000, '{"files": ["' + "x" * 10_000_000 + '"]}', '{"rules":' * 50_000, "\0",
                     ""):
            self.write(".planls.json", text)
            client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": config, "type": 2}]})
            self.still_answers(client)
        os.unlink(self.path(".planls.json"))
        os.mkfifo(self.path(".planls.json"))
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": config, "type": 2}]})
        self.still_answers(client)
        client.findings(name, code="invalid-span")
        self.assertEqual(client.finish(), 0)

    @unittest.skipUnless(shutil.which("git"), "there is no git here")
    def test_another_branch_while_typing(self):
        git = ["git", "-C", self.folder, "-c", "user.name=a", "-c", "user.email=a@example.org"]

        def run(*arguments):
            subprocess.run([*git, *arguments], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
        run("init", "-q")
        for i in range(1000):
            self.write(f"plans/{i}.md", PLAN.replace("pier", f"pier {i}"))
        run("add", "-A")
        run("commit", "-qm", "one")
        run("checkout", "-qb", "other")
        for i in range(1000):
            if i % 3 == 0:
                os.unlink(self.path(f"plans/{i}.md"))
            else:
                self.write(f"plans/{i}.md", PLAN.replace("4-2", "2-4").replace("pier", f"quay {i}"))
        run("add", "-A")
        run("commit", "-qm", "other")
        client = self.served()
        name = uri(self.path("plans/1.md"))
        client.open(name, PLAN)
        version = 1
        for branch in ("master", "other", "master"):
            with subprocess.Popen([*git, "checkout", "-q", branch], stderr=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL) as checkout:
                while checkout.poll() is None or version % 20:
                    version += 1
                    client.change(name, version, edit((0, 3), (0, 3), "x"))
                    client.at("textDocument/hover", name, 1, 14)
            client.findings(name, version=version, code="invalid-span")
        other = uri(self.path("plans/3.md"))
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": other, "type": 1}]})
        client.findings(other, code="invalid-span")
        self.assertEqual(client.finish(), 0)

    def test_no_surroundings(self):
        """No HOME, no place for temporary files, a folder that may not be written."""
        good = self.write("good.md", PLAN)
        kept = dict(os.environ)
        os.chmod(self.folder, 0o555)
        try:
            os.environ.pop("HOME", None)
            os.environ["TMPDIR"] = "/nowhere"
            client = self.served()
        finally:
            os.environ.clear()
            os.environ.update(kept)
            os.chmod(self.folder, 0o755)
        client.findings(good, code="invalid-span")
        self.assertEqual(client.finish(), 0)


if __name__ == "__main__":
    if sys.platform != "linux":
        print("skipped: faults as Linux has them")
        sys.exit(77)
    main()
