"""server.py FOLDER NAME=COMMAND…: what language servers cost on the Markdown below a folder. The
first is planls; the others stand beside it with how many times as much they take. Nothing on disk is changed.

Times are wall-clock, "a / b" the median and the 99th percentile in milliseconds. A server that lacks a feature has "-".
"""
import os
import shlex
import sys
import time

import peer as lsp
import session as sessions

REPEAT = 100
SESSION = 300


def percentiles(times):
    times = sorted(times)
    return [times[len(times) // 2] * 1e3, times[len(times) * 99 // 100] * 1e3]


def read(path):
    with open(path, encoding="utf-8", newline="", errors="replace") as file:
        return file.read()


def documents(folder):
    return sorted(os.path.join(root, name) for root, _, names in os.walk(folder)
                  for name in names if name.endswith(".md"))


def to_type_in(folder, paths):
    """The long plan of generate.py, else the document nearest to 64 KB."""
    big = os.path.join(folder, "big", "plan.md")
    return big if big in paths else min(paths, key=lambda path: abs(os.path.getsize(path) - 65536))


class Session:
    """One server on one folder; `row` maps a measure's name to its numbers."""

    def __init__(self, command, folder, path):
        self.folder, self.path, self.row = folder, path, {}
        self.peer = lsp.Peer(shlex.split(command))
        self.uri = lsp.uri(path)
        self.text = sessions.Text(read(path))
        self.version = 1
        self.row["initialize, ms"] = [self.peer.initialize(folder) * 1e3]

    def provides(self, name):
        return bool(self.peer.capabilities.get(name))

    def diagnostics(self, version):
        """When those of the version are there: pulled where the server has it so, else as they are told."""
        if self.provides("diagnosticProvider"):
            return self.peer.answer(self.peer.ask("textDocument/diagnostic", {
                "textDocument": {"uri": self.uri}}), "diagnostics")[0]

        def told():
            when, params = self.peer.published.get(self.uri, (None, {}))
            return when if params.get("version", version) == version else None
        return self.peer.wait(told, "diagnostics")

    def begin(self):
        start = time.perf_counter()
        self.peer.open(self.uri, str(self.text))
        try:
            self.row["first diagnostics, s"] = [self.diagnostics(1) - start]
        except TimeoutError:
            pass
        self.row["all read, s"] = [self.peer.idle() - start]
        self.row["CPU for it, s"] = [self.peer.cpu()]

    def memory(self, size):
        self.peer.close(self.uri)
        self.peer.idle()
        self.row["memory with nothing open, MB"] = [self.peer.memory()]
        self.row["  of the text"] = [self.peer.memory() / size]
        self.peer.open(self.uri, str(self.text))
        self.version = 1
        self.peer.idle()

    def typing(self):
        times, line, before = [], len(self.text.lines) // 2, self.peer.cpu()
        for i in range(REPEAT):
            edit = self.text.replace(line, 0, i % 2, "" if i % 2 else "x")
            whole = str(self.text)
            self.version += 1
            self.peer.published.pop(self.uri, None)
            start = time.perf_counter()
            self.peer.change(self.uri, self.version, edit, whole)
            times.append(self.diagnostics(self.version) - start)
        self.row["keystroke → diagnostics"] = percentiles(times)
        self.row["  CPU each, ms"] = [(self.peer.cpu() - before) / REPEAT * 1e3]

    def questions(self, name, method, params, provider, repeat=REPEAT):
        if self.provides(provider):
            self.row[name] = percentiles([self.peer.timed(method, params(i))[0] for i in range(repeat)])

    def place(self, i):
        line = (i * 37) % len(self.text.lines)
        return {"textDocument": {"uri": self.uri},
                "position": {"line": line, "character": min(sessions.units(self.text.lines[line]), 12)}}

    def all_questions(self):
        self.questions("hover", "textDocument/hover", self.place, "hoverProvider")
        self.questions("definition", "textDocument/definition", self.place, "definitionProvider")
        self.questions("completion", "textDocument/completion", self.place, "completionProvider")
        self.questions("references", "textDocument/references",
                       lambda i: {**self.place(i), "context": {"includeDeclaration": True}}, "referencesProvider")

        def action(i):
            here = self.place(i)
            return {"textDocument": here["textDocument"], "context": {"diagnostics": []},
                    "range": {"start": here["position"], "end": here["position"]}}
        self.questions("code action", "textDocument/codeAction", action, "codeActionProvider")
        self.questions("document symbol", "textDocument/documentSymbol",
                       lambda i: {"textDocument": {"uri": self.uri}}, "documentSymbolProvider", 30)
        self.questions("workspace symbol", "workspace/symbol",
                       lambda i: {"query": ("claim", "dep", "route")[i % 3]}, "workspaceSymbolProvider", 30)

    def renaming(self):
        """The item of generate.py that 1,000 places name."""
        home = os.path.join(self.folder, "area-0000", "plan.md")
        if not os.path.exists(home) or not self.provides("renameProvider"):
            return
        text = read(home)
        self.peer.open(lsp.uri(home), text)
        self.peer.idle()
        place = {"textDocument": {"uri": lsp.uri(home)}, "position": {
            "line": text[:text.index("Shared Sign-In")].count("\n"), "character": 20}}
        took, places = self.peer.timed("textDocument/references",
                                       {**place, "context": {"includeDeclaration": True}})
        if places:
            self.row[f"references in {len({p['uri'] for p in places})} files, ms"] = [took * 1e3]
        took, edit = self.peer.timed("textDocument/rename", {**place, "newName": "Common Sign-In"})
        files = edit and (edit.get("documentChanges") or edit.get("changes"))
        if files:
            self.row[f"rename in {len(files)} files, ms"] = [took * 1e3]
        self.peer.close(lsp.uri(home))

    def replay(self):
        """A session at full speed: nothing waits for anything."""
        ids, steps, start, before = [], 0, time.perf_counter(), self.peer.cpu()
        for step in sessions.session(self.uri, str(self.text), 7, SESSION):
            steps += 1
            if step[0] == "change":
                self.version += 1
                self.peer.change(self.uri, self.version, step[2], str(step[3]))
            elif step[1] not in UNASKED or self.provides(UNASKED[step[1]]):
                ids.append(self.peer.ask(*step[1:]))
        for id in ids:
            self.peer.answer(id)
        self.diagnostics(self.version)
        self.row[f"session of {steps} messages, s"] = [time.perf_counter() - start]
        self.row["  CPU, s"] = [self.peer.cpu() - before]


# What a server may lack is not asked of it.
UNASKED = {"textDocument/hover": "hoverProvider", "textDocument/definition": "definitionProvider",
           "textDocument/completion": "completionProvider", "textDocument/references": "referencesProvider",
           "textDocument/documentHighlight": "documentHighlightProvider", "textDocument/codeLens": "codeLensProvider",
           "textDocument/foldingRange": "foldingRangeProvider", "textDocument/documentLink": "documentLinkProvider",
           "textDocument/semanticTokens/full": "semanticTokensProvider", "textDocument/prepareRename": "renameProvider",
           "textDocument/codeAction": "codeActionProvider", "workspace/symbol": "workspaceSymbolProvider",
           "textDocument/documentSymbol": "documentSymbolProvider"}


def measure(command, folder, path, size):
    one = Session(command, folder, path)
    try:
        for step in (one.begin, lambda: one.memory(size), one.typing, one.all_questions, one.renaming, one.replay):
            step()
    except (TimeoutError, EOFError, OSError) as problem:
        one.row["(ended early)"] = str(problem)
    finally:
        one.peer.end()
    return one.row


def shown(numbers):
    if numbers is None or isinstance(numbers, str):
        return numbers or "-"
    return " / ".join(f"{n:.0f}" if n >= 100 else f"{n:.1f}" if n >= 10 else f"{n:.2f}" for n in numbers)


def ratio(ours, theirs):
    if not isinstance(ours, list) or not isinstance(theirs, list) or len(ours) != len(theirs) or not ours[0]:
        return ""
    return " ".join(f"{t / o:.1f}x" for o, t in zip(ours, theirs) if o)


def main():
    folder = os.path.realpath(sys.argv[1])
    servers = [argument.split("=", 1) for argument in sys.argv[2:]]
    paths = documents(folder)
    size = sum(os.path.getsize(path) for path in paths) / 1048576
    path = to_type_in(folder, paths)
    print(f"\n{os.path.basename(folder)}: {len(paths):,} files, {size:.1f} MB; "
          f"typed in one of {os.path.getsize(path) // 1024} KB", flush=True)
    rows = [measure(command, folder, path, size) for _, command in servers]
    names = list(dict.fromkeys(name for row in rows for name in row))
    print(f"  {'':<32}{servers[0][0]:<18}" + "".join(f"{name:<30}" for name, _ in servers[1:]))
    for name in names:
        line = f"  {name:<32}{shown(rows[0].get(name)):<18}"
        for row in rows[1:]:
            line += f"{shown(row.get(name)):<18}{ratio(rows[0].get(name), row.get(name)):<12}"
        print(line.rstrip(), flush=True)


main()
