"""actions_test.py: refactorings and commands, as each client asks for them: titles first, edits on
resolve, commands through workspace/applyEdit.
"""
import copy

import client
from client import WireTest, apply_edits, range_of

CLIENTS = ("vscode", "neovim", "neovim-0.7", "lsp4ij")
INVALID_PARAMS, CONTENT_MODIFIED, REQUEST_FAILED = -32602, -32801, -32803

PLAN = """# Pier

## Phase 1: Piles (Weeks 1-4)
- **Owner:** Marta, Ivo

## Phase 2: Deck 🪵
- **Owner:** Ivo
- **Timeline:** Weeks 5-8
- **Depends on:** Phase 1

- [ ] Saw the boards
- [x ] Order the nails

## Phase 3: Paint
- **Owner:** Marta
- **Timeline:** Weeks 9-10
"""


class Actions(WireTest):
    def begin(self, name="vscode", text=PLAN, **changes):
        self.plan = self.write("plan.md", text)
        self.server = self.start()
        self.result = self.server.initialize(self.folder, client=name, **changes)
        self.encoding = self.result["capabilities"]["positionEncoding"]
        self.server.open(self.plan, text)
        self.text = text
        self.version = 1

    def actions(self, part, only=None):
        head = self.text[:self.text.index(part)]
        line, character = head.count("\n"), len(head) - head.rfind("\n") - 1
        context = {"diagnostics": []}
        if only is not None:
            context["only"] = only
        return self.server.request("textDocument/codeAction", {
            "textDocument": {"uri": self.plan}, "context": context,
            "range": range_of((line, character), (line, character))})

    def action(self, part, words, only=None):
        found = [a for a in self.actions(part, only) if words in a["title"]]
        self.assertEqual(len(found), 1, found)
        return found[0]

    def applied(self, edit, document=None, text=None):
        document = document or self.plan
        if "changes" in edit:
            edits = edit["changes"].get(document, [])
        else:
            edits = [e for c in edit["documentChanges"] if "edits" in c and
                     c["textDocument"]["uri"] == document for e in c["edits"]]
        return apply_edits(self.text if text is None else text, edits, self.encoding)

    def test_titles_first_edits_on_resolve(self):
        for name in CLIENTS:
            self.begin(name)
            provider = self.result["capabilities"]["codeActionProvider"]
            self.assertTrue(provider["resolveProvider"])
            self.assertIn("refactor.rewrite", provider["codeActionKinds"])
            action = self.action("Deck", "what waits for it later by 2 weeks")
            self.assertNotIn("edit", action)
            resolved = self.server.request("codeAction/resolve", action)
            text = self.applied(resolved["edit"])
            self.assertEqual(text, PLAN.replace("Weeks 5-8", "Weeks 7-10"), name)
            self.assertEqual(self.server.finish(), 0)

    def test_edits_at_once(self):
        capabilities = copy.deepcopy(client.load_client("vscode")["capabilities"])
        del capabilities["textDocument"]["codeAction"]["resolveSupport"]
        self.begin(capabilities=capabilities)
        self.assertNotIn("resolveProvider", self.result["capabilities"]["codeActionProvider"])
        action = self.action("Deck", "behind “Paint”")
        self.assertLess(self.applied(action["edit"]).index("Paint"),
                        self.applied(action["edit"]).index("Deck"))
        for action in self.actions("Deck"):
            self.assertIn("edit", action)

    def test_a_stale_resolve(self):
        self.begin()
        action = self.action("Deck", "Add the id")
        self.server.change(self.plan, 2, {"text": PLAN.replace("Deck", "Planks")})
        self.assertEqual(self.server.error("codeAction/resolve", action), CONTENT_MODIFIED)
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.plan}})
        self.assertEqual(self.server.error("codeAction/resolve", action), CONTENT_MODIFIED)

    def test_a_wrong_resolve(self):
        self.begin()
        action = self.action("Deck", "Add the id")
        for spoil in ({"name": "fly"}, {"start": -1}, {"name": 3}, {"argument": "x"},
                      {"textDocument": 7}):
            spoilt = dict(action, data=dict(action["data"], **spoil))
            self.assertIn(self.server.error("codeAction/resolve", spoilt),
                          (INVALID_PARAMS, REQUEST_FAILED))
        far = dict(action, data=dict(action["data"], start=4000000, end=4000001))
        self.assertEqual(self.server.error("codeAction/resolve", far), REQUEST_FAILED)
        self.assertEqual(self.server.error("codeAction/resolve", []), INVALID_PARAMS)
        self.assertIn("edit", self.server.request("codeAction/resolve", action))


if __name__ == "__main__":
    client.main()
