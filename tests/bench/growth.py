"""growth.py BINARY: does twice as much input cost at most twice as much? Counts instructions (valgrind's
callgrind), so that neither load nor machine matters. Prints a table; exits 1 where something grows faster, 77
where valgrind is missing. What the process costs with nothing to do is taken off.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

SLACK = 1.15


def item(number, extra=""):
    return f"## Initiative: Thing number {number}\n- **Owner:** Ada\n- **Timeline:** Weeks 1-4\n{extra}\n"


def files(n):
    for i in range(n):
        yield f"area-{i}/plan.md", item(i)
        yield f"area-{i}/tasks.md", f"# Tasks\n\n- [ ] Begin it " \
                                    f"([Thing number {i}](plan.md#initiative-thing-number-{i}))\n"


def lines(n):
    yield "notes.md", "# Notes\n\n" + "Three words and some more of them.\n\n" * (n * 20)


def tasks(n):
    yield "plan.md", item(0)
    yield "tasks.md", "# Tasks\n\n" + "".join(
        f"- [ ] Part {i} of it ([Thing number 0](plan.md#initiative-thing-number-0))\n"
        for i in range(n * 4))


def links(n):
    yield "plan.md", item(0) + "".join(f"See [it](#initiative-thing-number-0) for part {i}.\n\n"
                                       for i in range(n * 4))


def items(n):
    yield "plan.md", "".join(item(i) for i in range(n))


def owners(n):
    yield "plan.md", "".join(item(i).replace("Ada", f"Person{i} Family{i * 7919}")
                             for i in range(n))


def dependencies(n):
    yield "plan.md", "".join(
        item(i, f"- **Depends on:** Initiative: Thing number {i - 1}\n" if i else "").replace(
            "Weeks 1-4", f"Weeks {i + 1}-{i + 1}") for i in range(n))


def gates(n):
    yield "plan.md", "".join(
        f"## Milestone: Day {i}\n- **Owner:** Ada\n- **Go-Gate Criteria:**\n"
        f"  - [ ] {i + 3} of the depots use it\n\n" for i in range(n))


def instructions(binary, inputs):
    with tempfile.TemporaryDirectory(prefix="planls-growth-") as folder:
        os.mkdir(os.path.join(folder, "ws"))
        with open(os.path.join(folder, "ws", ".planls.json"), "w", encoding="utf-8") as file:
            file.write("{}\n")
        for path, text in inputs:
            full = os.path.join(folder, "ws", path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as file:
                file.write(text)
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", binary, "check",
             "--format", "json", "--today", "2026-01-07", os.path.join(folder, "ws")],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    counted = re.search(rb"Collected : (\d+)", run.stderr)
    if run.returncode not in (0, 1) or not counted:
        sys.exit(f"growth: planls check ended with {run.returncode}: {run.stderr[-500:]}")
    return int(counted.group(1))


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is missing")
        sys.exit(77)
    binary = sys.argv[1]
    start = instructions(binary, [])
    failed = False
    for make in (files, lines, tasks, links, items, owners, dependencies, gates):
        once, twice = (instructions(binary, make(n)) - start for n in (150, 300))
        failed = failed or twice > 2 * SLACK * once
        print(f"{make.__name__:<14}{once / 1e6:8.1f} M {twice / 1e6:8.1f} M {twice / once:6.2f}x",
              flush=True)
    sys.exit(failed)


main()
