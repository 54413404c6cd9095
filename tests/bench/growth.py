"""growth.py BINARY: does twice as much input cost at most twice as much? Of `planls check`, and of the language server
(reading all, references, rename, completion). Counts instructions (valgrind's callgrind), so that neither load nor
machine matters, and the bytes that `check` holds at its peak. Prints a table; exits 1 where something grows faster,
77 where valgrind is missing. What the process costs with nothing to do is taken off.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import peer as lsp

SLACK = 1.15
N = 100
# Memory needs more: some is held whatever there is to read.
MORE = 4


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


def places(n):
    """One item that n files name, for the server to find and rename."""
    yield "plan.md", item(0)
    for i in range(n):
        yield f"area-{i}/tasks.md", f"# Tasks\n\n- [ ] Begin part {i} " \
                                    f"([Thing number 0](../plan.md#initiative-thing-number-0))\n"


def write(folder, inputs):
    os.makedirs(folder)
    with open(os.path.join(folder, ".planls.json"), "w", encoding="utf-8") as file:
        file.write("{}\n")
    for path, text in inputs:
        full = os.path.join(folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)


def counting(folder):
    return ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", f"--log-file={folder}/log"]


def counted(folder):
    with open(f"{folder}/log", encoding="utf-8") as file:
        found = re.search(r"Collected : (\d+)", file.read())
    if not found:
        sys.exit("growth: nothing was counted")
    return int(found.group(1))


def check(folder):
    return ["check", "--format", "json", "--today", "2026-01-07", os.path.join(folder, "ws")]


def instructions(binary, inputs):
    with tempfile.TemporaryDirectory(prefix="planls-growth-") as folder:
        write(os.path.join(folder, "ws"), inputs)
        run = subprocess.run(counting(folder) + [binary] + check(folder), stdout=subprocess.DEVNULL, check=False)
        if run.returncode not in (0, 1):
            sys.exit(f"growth: planls check ended with {run.returncode}")
        return counted(folder)


def peak(binary, inputs):
    """Bytes of the heap that `check` holds at its most (valgrind's DHAT)."""
    with tempfile.TemporaryDirectory(prefix="planls-growth-") as folder:
        write(os.path.join(folder, "ws"), inputs)
        run = subprocess.run(["valgrind", "--tool=dhat", "--dhat-out-file=/dev/null", binary,
                              *check(folder), "--jobs", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        found = re.search(rb"At t-gmax: *([0-9,]+) bytes", run.stderr)
        if not found:
            sys.exit(f"growth: no peak in {run.stderr[-300:]}")
        return int(found.group(1).replace(b",", b""))


def server(binary, inputs, method, more):
    """Instructions of a server that reads the workspace and answers ASKED questions about plan.md, if any."""
    with tempfile.TemporaryDirectory(prefix="planls-growth-") as folder:
        write(os.path.join(folder, "ws"), inputs)
        plan = os.path.join(folder, "ws", "plan.md")
        with open(plan, encoding="utf-8") as file:
            text = file.read()
        peer = lsp.Peer(counting(folder) + [binary, "lsp"])
        peer.initialize(os.path.join(folder, "ws"))
        peer.open(lsp.uri(plan), text)
        peer.wait(lambda: peer.published.get(lsp.uri(plan)), "diagnostics")
        peer.idle(0.3)
        for _ in range(ASKED if method else 0):
            peer.timed(method, {"textDocument": {"uri": lsp.uri(plan)}, "position": {"line": 0, "character": 18},
                                **more})
        peer.timed("shutdown", None)
        peer.notify("exit", None)
        peer.process.wait(timeout=60)
        return counted(folder)


QUESTIONS = {"index": (None, {}),
             "references": ("textDocument/references", {"context": {"includeDeclaration": True}}),
             "rename": ("textDocument/rename", {"newName": "Another thing"}),
             "completion": ("textDocument/completion", {})}

ASKED = 8
SCAN = 1e7  # instructions of looking for changed files once or twice more, which hangs on the clock

failed = False


def tell(name, once, twice, unit, noise=3e5):
    """A row; what costs next to nothing may double and more."""
    global failed
    failed = failed or twice > 2 * SLACK * once + noise
    print(f"{name:<20}{once / 1e6:8.1f} {unit} {twice / 1e6:8.1f} {unit} {twice / max(once, 1):6.2f}x", flush=True)


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is missing")
        sys.exit(77)
    binary = sys.argv[1]
    makers = (files, lines, tasks, links, items, owners, dependencies, gates)
    start = instructions(binary, [])
    for make in makers:
        tell(make.__name__, *(instructions(binary, make(n)) - start for n in (N, 2 * N)), "M")
    for make in (files, lines, tasks, links):
        once, twice = (peak(binary, make(n * MORE)) for n in (N, 2 * N))
        tell(f"{make.__name__}, memory", once, twice, "MB")
    base = [server(binary, places(n), None, {}) for n in (0, N, 2 * N)]
    for name, (method, more) in QUESTIONS.items():
        costs = [server(binary, places(n), method, more) for n in (N, 2 * N)] if method else base[1:]
        off = base[1:] if method else [base[0]] * 2
        tell(f"server: {name}", *(max(cost - less, 0) for cost, less in zip(costs, off)), "M", SCAN)
    sys.exit(failed)


main()
