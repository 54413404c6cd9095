"""everything_test.py: every request and notification of the LSP model with params that are right, wrong
and absent, on open, closed, unknown, plain and JSON documents: each request is answered once, each answer
validates, and the server is as it was. After shutdown every request is refused.
"""
import random
import unittest

import client
from client import MODEL, WireTest

PLAN = """# Harbour

## Initiative: Quay 🚢 (Weeks 1-4)
- **Owner:** Zoë
- **Budget:** $10K

| Risk | Plan |
|---|---|
| Tide | Wait |

See [tasks](tasks.md#quay).
"""
TASKS = "# Tasks\n\n## Quay\n\n- [ ] T001 Measure (depends on T002)\n- [ ] T002 Buy a tape\n"
JUNK = [None, True, -1, 2 ** 70, 1e308, "x", "é🚢\0", [], {}, [1], {"a": {}}, [[[[]]]]]
POSITIONS = [{"line": 0, "character": 0}, {"line": 2, "character": 17}, {"line": 3, "character": 13},
             {"line": 999999, "character": 4294967295}]
WRONG_POSITIONS = [{"line": -1, "character": 0}, {"line": 1.5, "character": "x"},
                   {"line": 2 ** 31, "character": 2 ** 63}, {}, None, [], "x"]
ENDS = ("shutdown", "exit", "initialize")


class Everything(WireTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(20)
        self.plan = self.write("plan.md", PLAN)
        self.others = [self.write("tasks.md", TASKS), self.write("note.md", "hello"),
                       self.write(".planls.json", "{}"), "untitled:a", "file:///nowhere.md"]
        self.wrong = ["git:/x?y", "", "%zz", "file://host/x.md", 5, None, {}, []]
        self.server = self.start()
        self.server.initialize(self.folder)
        self.server.open(self.plan, PLAN)
        self.server.open(self.others[1], "hello")
        self.server.open(self.others[2], "{}", language="json")

    def document(self):
        pick = self.random.random()
        if pick < 0.4:
            return self.plan
        return self.random.choice(self.others if pick < 0.8 else self.wrong)

    def position(self):
        wrong = self.random.random() < 0.3
        return self.random.choice(WRONG_POSITIONS if wrong else POSITIONS)

    def range(self):
        return {"start": self.position(), "end": self.position()}

    def params(self):
        """What any request may ask for, often with something wrong or missing."""
        choice = self.random.choice
        document = self.document()
        symbol = {"name": "x", "kind": 5, "location": {"uri": document, "range": self.range()}}
        right = {
            "textDocument": {"uri": document, "languageId": "markdown", "text": choice(["", PLAN]),
                             "version": choice([1, 2, 2 ** 40, -5, None])},
            "position": self.position(), "range": self.range(), "ranges": [self.range()],
            "positions": [self.position() for _ in range(self.random.randrange(4))],
            "context": {"includeDeclaration": True, "diagnostics": [], "triggerKind": 1},
            "newName": choice(["New", "", "a\nb", "x" * 5000, "🚢", "a|b", "#", 5]),
            "query": choice(["", "quay", "🚢", "x" * 10000, 5]), "ch": "\n",
            "options": {"tabSize": 4, "insertSpaces": True}, "command": "planls.x",
            "files": [{"oldUri": self.document(), "newUri": self.document(),
                       "uri": self.document()}],
            "contentChanges": [{"range": self.range(), "text": choice(["a", "\n", "🚢", 5])}],
            "changes": [{"uri": self.document(), "type": choice([1, 2, 3, 9])}],
            "event": {"added": [], "removed": [{"uri": "file:///nowhere", "name": "x"}]},
            "settings": choice(JUNK), "previousResultId": "1", "previousResultIds": [],
            "item": {"name": "x", "kind": 1, "uri": document, "range": self.range(),
                     "selectionRange": self.range()},
            "workDoneToken": 1, "partialResultToken": "p", "data": choice(JUNK), **symbol}
        if self.random.random() < 0.1:
            return choice([None, [], {}, "x", 5, [right]])
        for _ in range(choice([0, 0, 1, 2])):
            right[choice(list(right))] = choice(JUNK)
        if self.random.random() < 0.3:
            del right[choice(list(right))]
        return right

    def params_of(self, method):
        """A symbol, completion or action to resolve is sent back, so nothing else is in it."""
        if not method.endswith("/resolve"):
            return self.params()
        range = {"start": POSITIONS[0], "end": POSITIONS[1]}
        right = {"workspaceSymbol": {"name": "x", "kind": 5, "location": {"uri": self.plan}},
                 "completionItem": {"label": "x"}, "codeAction": {"title": "x"},
                 "documentLink": {"range": range}, "codeLens": {"range": range},
                 "inlayHint": {"position": POSITIONS[0], "label": "x"}}[method[:-len("/resolve")]]
        if self.random.random() < 0.3:
            right[self.random.choice(list(right))] = {"a": 5}
        return {**right, "data": self.random.choice(JUNK)}

    def requests(self):
        return [m for m in MODEL.requests if m not in ENDS] + ["nonsense", "$/unknown", ""]

    @unittest.skipUnless(MODEL, "lsp-metaModel.json is not here")
    def test_requests(self):
        for method in self.requests():
            for _ in range(12):
                response = self.server.response(
                    self.server.ask(method, self.params_of(method), valid=False))
                self.assertNotEqual(response.get("error", {}).get("code"), -32603, response)
        self.assert_well()
        self.assertIsNone(self.server.request("shutdown"))
        for method in self.requests():
            self.assertEqual(self.server.error(method, self.params()), -32600)
        self.server.notify("exit")
        self.assertEqual(self.server.wait(), 0)

    @unittest.skipUnless(MODEL, "lsp-metaModel.json is not here")
    def test_notifications(self):
        for method in MODEL.notifications:
            for _ in range(30 if method not in ENDS else 0):
                self.server.notify(method, self.params(), valid=False)
        self.assert_well()

    def assert_well(self):
        again = self.write("again.md", PLAN)
        self.server.open(again, PLAN)
        self.assertIn("Zoë", str(self.server.at("textDocument/hover", again, 3, 14)))


if __name__ == "__main__":
    client.main()
