"""disk_test.py: disks that are full or may not be written, pipes that are closed, files that are none, names that no
person gives: a command says what is wrong in one line and ends, and what was on the disk is there.
"""
import json
import os
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

BINARY = os.environ["PLANLS_BINARY"]
PLAN = "## Initiative: New pier\n- **Owner:** Ana\n- **Timeline:** Weeks 4-2\n"
MENDED = "- [x ] Dig a hole\n"


def become_nobody():
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


class Disk(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="planls-disk-")
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        os.chmod(self.folder, 0o755)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, encoding="utf-8"):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding=encoding) as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def run_it(self, *arguments, status=None, **options):
        run = subprocess.run([BINARY, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             cwd=options.pop("cwd", self.folder), timeout=60, check=False, **options)
        self.assertGreaterEqual(run.returncode, 0, run.stderr)
        if status is not None:
            self.assertEqual(run.returncode, status, (run.stdout, run.stderr))
        return run

    def one_line(self, run, *words):
        lines = run.stderr.decode().splitlines()
        self.assertEqual(len(lines), 1, lines)
        for word in words:
            self.assertIn(word, lines[0])

    # ---- writing ------------------------------------------------------------------------------

    def test_files_may_not_grow(self):
        """As on a full disk: nothing more can be written."""
        text = PLAN + MENDED * 2000
        self.write("plan.md", text)
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        run = self.run_it("fix", "plan.md", status=2, preexec_fn=limit)
        self.one_line(run, "cannot write", "plan.md")
        self.assertEqual(self.read("plan.md"), text)
        run = self.run_it("check", "--output", "out.txt", "plan.md", status=2, preexec_fn=limit)
        self.one_line(run, "cannot write", "out.txt")
        self.assertEqual(os.listdir(self.folder), ["plan.md"])

    def test_a_full_disk(self):
        disk = self.path("disk")
        os.mkdir(disk)
        mounted = shutil.which("mount") and os.getuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], check=False,
            stderr=subprocess.DEVNULL).returncode == 0
        if not mounted:
            self.skipTest("no disk can be made here")
        try:
            text = PLAN + MENDED * 2000
            self.write("disk/plan.md", text)
            run = self.run_it("fix", "plan.md", status=2, cwd=disk)
            self.one_line(run, "cannot write", "no space")
            self.assertEqual(self.read("disk/plan.md"), text)
            self.assertEqual(os.listdir(disk), ["plan.md"])
            self.run_it("check", "--output", "out.txt", "plan.md", status=2, cwd=disk)
            self.assertEqual(os.listdir(disk), ["plan.md"])
        finally:
            subprocess.run(["umount", disk], check=True)

    def test_a_folder_that_may_not_be_written(self):
        self.write("plan.md", PLAN + MENDED)
        os.chmod(self.folder, 0o555)
        try:
            run = self.run_it("fix", "plan.md", status=2, preexec_fn=become_nobody)
            self.one_line(run, "cannot write", "permission denied")
            self.run_it("check", "plan.md", status=1, preexec_fn=become_nobody,
                        env={"TMPDIR": self.folder})
        finally:
            os.chmod(self.folder, 0o755)
        self.assertEqual(self.read("plan.md"), PLAN + MENDED)

    def test_a_full_pipe_and_a_closed_one(self):
        for i in range(300):
            self.write(f"plans/{i}.md", PLAN * 5)
        with subprocess.Popen([BINARY, "check", self.folder], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            process.stdout.read(10)
            process.stdout.close()
            self.assertIn(process.wait(timeout=60), (0, 1, 2))
            self.assertLessEqual(len(process.stderr.read().splitlines()), 1)
        if os.path.exists("/dev/full"):
            with open("/dev/full", "wb") as full:
                run = subprocess.run([BINARY, "check", self.folder], stdout=full, timeout=60,
                                     stderr=subprocess.PIPE, check=False)
            self.assertEqual(run.returncode, 2)
            self.one_line(run, "cannot write", "no space")

    def test_killed_while_it_mends(self):
        """A file is as it was or as it should be, never half."""
        names = [f"plans/{i}.md" for i in range(60)]
        dice = random.Random(1)
        for _ in range(12):
            for name in names:
                self.write(name, PLAN + MENDED * 50)
            with subprocess.Popen([BINARY, "fix", self.folder], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as process:
                time.sleep(dice.random() * 0.15)
                process.send_signal(dice.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGINT)))
            mended = PLAN.replace("4-2", "2-4") + MENDED.replace("[x ]", "[x]") * 50
            for name in names:
                self.assertIn(self.read(name), (PLAN + MENDED * 50, mended))

    # ---- what is no file ----------------------------------------------------------------------

    def test_what_is_no_file(self):
        self.write("good.md", PLAN)
        os.mkfifo(self.path("plan.md"))
        bound = socket.socket(socket.AF_UNIX)
        self.addCleanup(bound.close)
        here = os.getcwd()
        os.chdir(self.folder)  # a socket's path is short
        bound.bind("tasks.md")
        os.chdir(here)
        os.mkdir(self.path("folder.md"))
        if os.path.exists("/dev/zero"):
            os.symlink("/dev/zero", self.path("zero.md"))
        os.symlink("loop.md", self.path("loop.md"))
        run = self.run_it("check", "--format", "json", ".", status=1)
        self.assertEqual({d["path"] for d in json.loads(run.stdout)["diagnostics"]}, {"good.md"})
        for name in ("plan.md", "tasks.md", "loop.md"):
            self.one_line(self.run_it("check", name, status=2), name)

    def test_names_that_no_person_gives(self):
        names = [b"line\nbreak.md", b"not-\xff-utf8.md", b"  .md", b"-option.md", b"quote'\".md",
                 b"percent%20%s.md", b"\xe2\x80\xae.md", b"x" * 250 + b".md"]
        for name in names:
            with open(os.path.join(os.fsencode(self.folder), name), "wb") as file:
                file.write(PLAN.encode())
        for form in ("json", "jsonl", "sarif", "gitlab", "human", "github", "junit"):
            run = self.run_it("check", "--format", form, ".", status=1)
            if form in ("json", "sarif", "gitlab"):
                json.loads(run.stdout)
        run = self.run_it("check", "--format", "json", ".")
        self.assertEqual(json.loads(run.stdout)["summary"]["files"], len(names))
        self.run_it("fix", ".")
        self.run_it("report", "--format", "html", ".")
        self.run_it("index", "--format", "json", ".", status=0)

    def test_folders_as_deep_as_they_go(self):
        here, depth = os.getcwd(), 0
        os.chdir(self.folder)
        try:
            while depth < 900:
                os.mkdir("deep")
                os.chdir("deep")
                depth += 1
            with open("plan.md", "w", encoding="utf-8") as file:
                file.write(PLAN)
        finally:
            os.chdir(here)
        self.write("plan.md", PLAN)
        run = self.run_it("check", "--format", "json", ".")
        self.assertIn("plan.md", {d["path"] for d in json.loads(run.stdout)["diagnostics"]})
        subprocess.run(["rm", "-rf", self.path("deep")], check=True)

    # ---- the configuration --------------------------------------------------------------------

    def test_configurations_that_are_none(self):
        self.write("plan.md", PLAN)
        config = self.path(".planls.json")
        os.mkdir(config)
        self.assertIn(self.run_it("check", ".").returncode, (1, 2))
        os.rmdir(config)
        os.mkfifo(config)
        self.assertIn(self.run_it("check", ".").returncode, (1, 2))
        os.unlink(config)
        for text in ("[" * 100_000, '{"rules":' * 50_000, '{"files": ["' + "x" * 10_000_000 + '"]}',
                     "{" + '"a": 1,' * 1_000_000 + "}", "\0", "", "{" * 65 + "}" * 65):
            self.write(".planls.json", text)
            run = self.run_it("check", "plan.md")
            self.assertIn(run.returncode, (1, 2), text[:20])
        self.write(".planls.json", '{"profile": "lean"}', encoding="utf-16")
        self.assertIn(self.run_it("check", "plan.md").returncode, (1, 2))

    def test_no_surroundings(self):
        """No HOME, no PATH, no place for temporary files."""
        self.write("plan.md", PLAN)
        self.run_it("check", "plan.md", status=1, env={})
        self.run_it("check", ".", status=1, env={"HOME": "/nowhere", "TMPDIR": "/nowhere"})
        gone = self.path("gone")
        os.mkdir(gone)
        run = subprocess.run(f"cd '{gone}' && rmdir '{gone}' && '{BINARY}' check .", shell=True,
                             stderr=subprocess.PIPE, stdout=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(run.returncode, 2, run.stderr)


if __name__ == "__main__":
    if sys.platform != "linux":
        print("skipped: faults as Linux has them")
        sys.exit(77)
    unittest.main()
