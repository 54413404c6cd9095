"""session_test.py: an hour's work on a plan, recorded and replayed at full speed.

A writer (seeded) types a plan from nothing, beside a tasks file: letters, slips of the finger, undo and
redo, paste, several cursors, completions and quick fixes taken, renames, formatting as typed, saves. What
the editor sent is recorded, with the writes to the disk; then another server gets all of it without a
pause and without waiting for an answer. At the end it says of every document what a third server says that
has only seen the final texts, and every answer on the way was one that the protocol allows.

    python3 tests/wire/session_test.py [--seed=7]
"""
import random
import sys
import unittest

import client
from client import WireTest, apply_edits

ALLOWED = (-32801, -32802, -32803)  # ContentModified, ServerCancelled, RequestFailed
OPENING = """---
title: Ferry line
owner: Imke
start: 2026-01-05
---

# Ferry line 🚢

## Team

| Name | Role | Capacity |
|------|------|----------|
| Imke | Captain | 100% |
| Oke | Engineer | 80% |
| Žofie | Purser | 50% |

"""
ITEM = """## {number}. Initiative: {title}

- **Owner:** {owner}
- **Timeline:** Weeks {start}-{end}
- **Budget:** ${budget}K
- **Depends on:** {depends}
- **Success Criteria:**
  - {percent}% of the crossings leave on time — within 5 min
- **Blockers:**
  - Ice ❄ on the river: wait for the tug

### Tasks

- [ ] T{number}01 Ask three yards for a price and write it down where all can see it
- [x] T{number}02 Read what the last crew wrote about the engine (depends on T{number}01)
- [ ] T{number}03 Call {owner}, who knows the river, before week {end}

| Risk | Likelihood | What we do |
|--|--|--|
| No wind 🌬 and no fuel | low | Wait, and say so on the board |
| Too many bicycles | high | A second trip at noon; ${budget}K from the reserve |

{note} It was agreed on a Monday, with cake 🍰, and nobody wrote down who said what about {title}.

"""
TITLES = ("Buy the boat", "Train the crew", "Paint the quay", "Sell tickets", "Night crossing",
          "Winter timetable", "Second boat", "Bicycle deck")
NOTES = ("The tide tables are from last year; see [the tasks](tasks.md#crew).",
         "Oke asks for a 📣 and gets one. `tasks.md` has the rest.", "| What | When |\n|--|--|\n| keel | Week 3 |",
         "> Nobody has asked the harbour master.\n> Somebody should.", "1. First this\n2. then that")
TASKS = "# Tasks\n\n## Crew\n\n- [ ] T001 Ask Žofie (depends on T002)\n- [x] T002 Write the roster\n"


class Buffer:
    """A text in the editor, in utf-16 as the client has agreed."""

    def __init__(self, editor, uri, text=""):
        self.editor, self.uri, self.text, self.version = editor, uri, text, 1
        self.undone, self.past = [], []

    def place(self, offset):
        head = self.text[:offset]
        line = head[head.rfind("\n") + 1:]
        return {"line": head.count("\n"), "character": len(line.encode("utf-16-le")) // 2}

    def offset(self, place):
        lines = self.text.split("\n")
        head = lines[place["line"]].encode("utf-16-le")[:place["character"] * 2].decode("utf-16-le")
        return sum(len(line) + 1 for line in lines[:place["line"]]) + len(head)

    def splice(self, changes, remember=True):
        """Each change (start, end, text) is of the text after the ones before it; one message."""
        sent, back = [], []
        for start, end, new in changes:
            sent.append({"range": {"start": self.place(start), "end": self.place(end)}, "text": new})
            back.append((start, start + len(new), self.text[start:end]))
            self.text = self.text[:start] + new + self.text[end:]
        self.version += 1
        self.editor.notify("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": sent})
        if remember:
            self.past.append(back[::-1])
            self.undone.clear()
        return back[::-1]

    def undo(self):
        if self.past:
            self.undone.append(self.splice(self.past.pop(), remember=False))

    def redo(self):
        if self.undone:
            self.past.append(self.splice(self.undone.pop(), remember=False))

    def apply(self, edits):
        """TextEdits, which all refer to the text before: from the last to the first."""
        spans = [(self.offset(e["range"]["start"]), self.offset(e["range"]["end"]), e["newText"])
                 for e in edits]
        if spans:
            self.splice(sorted(spans, key=lambda s: s[:2], reverse=True))


class Editor:
    """Types, and keeps what it sent: ("notify" or "ask", method, params) or ("write", path, text)."""

    def __init__(self, test, server, dice):
        self.test, self.server, self.dice = test, server, dice
        self.record, self.buffers = [], {}

    def notify(self, method, params):
        self.record.append(("notify", method, params))
        self.server.notify(method, params)

    def ask(self, method, params):
        self.record.append(("ask", method, params))
        response = self.server.response(self.server.ask(method, params))
        if "error" in response:
            self.test.assertIn(response["error"]["code"], ALLOWED, response)
        return response.get("result")

    def open(self, path, text):
        uri = client.uri(f"{self.test.folder}/{path}")
        self.buffers[uri] = Buffer(self, uri, text)
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "markdown", "version": 1, "text": text}})
        return self.buffers[uri]

    def at(self, method, buffer, offset, **more):
        return self.ask("textDocument/" + method, {"textDocument": {"uri": buffer.uri},
                                                   "position": buffer.place(offset), **more})

    def save(self, buffer):
        path = buffer.uri.rsplit("/", 1)[1]
        self.record.append(("write", path, buffer.text))
        self.test.write(path, buffer.text)
        self.notify("textDocument/didSave", {"textDocument": {"uri": buffer.uri}})

    def type(self, buffer, at, text):
        """Letter by letter, with slips, and what an editor asks meanwhile; gives where it ends."""
        for letter in text:
            if letter.isalpha() and self.dice.random() < 0.03:
                buffer.splice([(at, at, "x")])
                buffer.splice([(at, at + 1, "")])
            buffer.splice([(at, at, letter)])
            at += len(letter)
            if letter == "|":
                end = buffer.place(at)
                edits = self.at("onTypeFormatting", buffer, at, ch="|",
                                options={"tabSize": 2, "insertSpaces": True}) or []
                row = buffer.text.count("\n", 0, at)
                buffer.apply(edits)
                lines = buffer.text.split("\n")
                at = sum(len(line) + 1 for line in lines[:row]) + (
                    len(lines[row]) if edits else end["character"] if lines[row].isascii()
                    else len(lines[row]))
            elif self.dice.random() < 0.02:
                self.peek(buffer, at)
        return at

    def peek(self, buffer, at):
        method = self.dice.choice(("hover", "completion", "definition", "documentHighlight",
                                   "documentSymbol", "foldingRange", "codeLens",
                                   "semanticTokens/full", "documentLink"))
        if method in ("hover", "completion", "definition", "documentHighlight"):
            self.at(method, buffer, at)
        else:
            self.ask("textDocument/" + method, {"textDocument": {"uri": buffer.uri}})

    def take_completion(self, buffer, at):
        answer = self.at("completion", buffer, at)
        items = (answer or {}).get("items", [])
        if not items:
            return
        edit = self.dice.choice(items[:5])["textEdit"]
        span = edit.get("replace") or edit["range"]
        buffer.apply([{"range": span, "newText": edit["newText"].replace("${", "").replace("}", "")}])

    def apply_workspace_edit(self, edit):
        for change in (edit or {}).get("documentChanges", []):
            if "textDocument" not in change:
                return
            buffer = self.buffers.get(change["textDocument"]["uri"])
            if buffer:
                buffer.apply(change["edits"])

    def take_action(self, buffer, at):
        place = buffer.place(at)
        actions = self.ask("textDocument/codeAction", {
            "textDocument": {"uri": buffer.uri}, "range": {"start": place, "end": place},
            "context": {"diagnostics": []}}) or []
        wanted = [a for a in actions if not a.get("kind", "").startswith("refactor.extract")]
        if not wanted:
            return
        action = self.dice.choice(wanted)
        resolved = action if "edit" in action else self.ask("codeAction/resolve", action)
        self.apply_workspace_edit((resolved or {}).get("edit"))

    def rename(self, buffer, part, name):
        self.apply_workspace_edit(self.at("rename", buffer, buffer.text.index(part) + 1, newName=name))

    # ---- the hour ---------------------------------------------------------------------------------

    def write_item(self, plan, number):
        dice = self.dice
        text = ITEM.format(number=number, title=TITLES[number - 1], note=dice.choice(NOTES),
                           owner=dice.choice(("Imke", "Oke", "Žofie")), start=number,
                           end=number + dice.randrange(4), budget=dice.randrange(5, 90),
                           depends=TITLES[dice.randrange(number)], percent=dice.randrange(50, 99))
        at = len(plan.text)
        if number % 2 == 0:
            plan.splice([(at, at, text)])  # pasted
        else:
            self.type(plan, at, text)

    def mend(self, plan):
        dice = self.dice
        steps = dice.randrange(6)
        for step in [plan.undo] * steps + [plan.redo] * steps + [plan.undo, plan.redo]:
            step()
        owners = [i for i in range(len(plan.text)) if plan.text.startswith("**Owner:**", i)]
        # Several cursors: the same word at each, in one message, from the last to the first.
        plan.splice([(at, at + 10, "**Owner 🚢:**") for at in reversed(owners)])
        plan.undo()
        for _ in range(2):
            for take in (self.take_completion, self.take_action):
                before = len(plan.past)
                take(plan, dice.randrange(len(plan.text)))
                if dice.random() < 0.6:
                    for _ in range(len(plan.past) - before):
                        plan.undo()
        start = dice.randrange(len(plan.text))
        plan.splice([(start, min(len(plan.text), start + dice.randrange(200)), "")])  # cut
        plan.undo()
        self.save(plan)

    def work(self):
        plan, tasks = self.open("plan.md", ""), self.open("tasks.md", TASKS)
        self.type(plan, 0, OPENING)
        for number in range(1, len(TITLES) + 1):
            self.write_item(plan, number)
            self.type(tasks, len(tasks.text), f"- [ ] T{number + 9:03} {TITLES[number - 1]}: call\n")
            self.mend(plan)
        self.rename(plan, "Initiative: Buy the boat", "Lease the boat")
        self.rename(tasks, "T002", "T200")
        self.save(tasks)
        plan.apply(self.ask("textDocument/formatting", {
            "textDocument": {"uri": plan.uri},
            "options": {"tabSize": 2, "insertSpaces": True}}) or [])
        self.save(plan)
        self.type(plan, len(plan.text), "\n- **Owner:** Im")


class Session(WireTest):
    seed = 7

    def setUp(self):
        super().setUp()
        self.write(".planls.json", '{"profile": "strict"}')
        self.write("notes/old.md", "# Old\n\nSee [the boat](../plan.md#1-initiative-buy-the-boat).\n")

    def begin(self):
        server = self.start()
        server.initialize(self.folder)
        return server

    def reset(self):
        self.write("plan.md", "")
        self.write("tasks.md", TASKS)

    def replay(self, record):
        """All of it as fast as it can be written; gives the server when it has answered."""
        server = self.begin()
        asked = []
        for kind, what, more in record:
            if kind == "write":
                self.write(what, more)
            elif kind == "notify":
                server.notify(what, more)
            else:
                asked.append(server.ask(what, more))
        for id in asked:
            response = server.response(id)
            if "error" in response:
                self.assertIn(response["error"]["code"], ALLOWED, response)
        return server

    def answers(self, server, buffers):
        """All that can be asked of the documents, at many places."""
        dice = random.Random(3)
        said = {}
        for uri, buffer in buffers.items():
            document = {"textDocument": {"uri": uri}}
            end = buffer.place(len(buffer.text))
            everything = {"range": {"start": {"line": 0, "character": 0}, "end": end}}
            for method in ("documentSymbol", "foldingRange", "codeLens", "documentLink"):
                said[uri, method] = server.request("textDocument/" + method, document)
            said[uri, "inlayHint"] = server.request("textDocument/inlayHint", {**document, **everything})
            said[uri, "tokens"] = server.request("textDocument/semanticTokens/full", document)["data"]
            for _ in range(60):
                place = buffer.place(dice.randrange(len(buffer.text)))
                at = {**document, "position": place}
                for method in ("hover", "definition", "documentHighlight", "completion", "implementation"):
                    said[uri, method, str(place)] = server.request("textDocument/" + method, at)
                said[uri, "references", str(place)] = server.request(
                    "textDocument/references", {**at, "context": {"includeDeclaration": True}})
                actions = server.request("textDocument/codeAction", {
                    **document, "range": {"start": place, "end": place}, "context": {"diagnostics": []}})
                said[uri, "codeAction", str(place)] = [
                    {key: a[key] for key in a if key != "data"} for a in actions]
        said["symbols"] = server.request("workspace/symbol", {"query": "boat"})
        return said

    def findings(self, server):
        server.settle(2.5)  # the disk is looked at every two seconds
        return {uri: params["diagnostics"] for uri, params in server.diagnostics.items()
                if params["diagnostics"]}

    def test_a_session(self):
        self.reset()
        editor = Editor(self, self.begin(), random.Random(self.seed))
        editor.work()
        plan = next(iter(editor.buffers.values()))
        print(f"{len(editor.record)} messages, {len(plan.text.encode())} bytes", file=sys.stderr)
        self.assertGreater(len(plan.text), 8000)
        self.reset()
        replayed = self.replay(editor.record)
        fresh = self.begin()
        for uri, buffer in editor.buffers.items():
            fresh.open(uri, buffer.text, version=buffer.version)
        self.maxDiff = None
        expected = self.answers(fresh, editor.buffers)
        for name, server in (("replayed", replayed), ("recorded", editor.server)):
            for what, answer in self.answers(server, editor.buffers).items():
                self.assertEqual(answer, expected[what], f"{name}: {what}")
        told = self.findings(fresh)
        self.assertIn(plan.uri, told)
        for server in (replayed, editor.server):
            self.assertEqual(self.findings(server), told)
            self.assertEqual(server.finish(), 0)
        self.assertEqual(fresh.finish(), 0)


if __name__ == "__main__":
    for argument in [a for a in sys.argv if a.startswith("--seed=")]:
        sys.argv.remove(argument)
        Session.seed = int(argument.partition("=")[2])
    client.main()
