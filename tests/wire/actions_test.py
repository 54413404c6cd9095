"""actions_test.py: refactorings and commands, as each client asks for them: titles first, edits on
resolve, commands through workspace/applyEdit.
"""
import copy
import os

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

    def test_a_file_of_tasks(self):
        """Extracted tasks make a file, brought back they take it away."""
        for name in CLIENTS:
            self.begin(name)
            action = self.action("Deck", "Extract its tasks to tasks/deck.md", ["refactor.extract"])
            edit = self.server.request("codeAction/resolve", action)["edit"]
            (made,) = [c for c in edit["documentChanges"] if c.get("kind") == "create"]
            self.assertTrue(made["uri"].endswith("/tasks/deck.md"))
            text = self.applied(edit)
            tasks = self.applied(edit, made["uri"], "")
            self.assertIn("- [ ] Saw the boards\n", tasks)
            self.assertNotIn("Saw the boards", text)
            # The client applies it.
            self.write("tasks/deck.md", tasks)
            self.server.notify("workspace/didChangeWatchedFiles",
                               {"changes": [{"uri": made["uri"], "type": 1}]})
            self.server.change(self.plan, 2, {"text": text})
            self.text = text
            back = []
            for _ in range(100):  # until the scan has met the file
                back = back or [a for a in self.actions("Deck") if "back here" in a["title"]]
                if back:
                    break
                self.server.settle(0.1)
            (action,) = back
            edit = self.server.request("codeAction/resolve", action)["edit"]
            self.assertEqual([c["uri"] for c in edit["documentChanges"]
                              if c.get("kind") == "delete"], [made["uri"]])
            self.assertEqual(self.applied(edit), PLAN)
            self.assertEqual(self.server.finish(), 0)
            os.unlink(os.path.join(self.folder, "tasks/deck.md"))

    # ---- commands -------------------------------------------------------------------------------

    def run_command(self, name, *arguments):
        """Runs a command and gives the text after the edit that the client was asked to apply."""
        asked = []
        self.server.reply_to["workspace/applyEdit"] = \
            lambda params: asked.append(params) or {"applied": True}
        self.assertIsNone(self.server.request("workspace/executeCommand", {
            "command": name, "arguments": list(arguments)}))
        self.server.pump(lambda: asked, what="workspace/applyEdit")
        return self.applied(asked[0]["edit"])

    def test_commands(self):
        for name in CLIENTS:
            self.begin(name)
            self.assertIn("planls.shift",
                          self.result["capabilities"]["executeCommandProvider"]["commands"])
            self.server.findings(self.plan, version=1)
            self.assertEqual(self.run_command("planls.fixAll", self.plan),
                             PLAN.replace("[x ]", "[x]"), name)
            deck = {"line": 5, "character": 4}
            self.assertEqual(self.run_command("planls.shift", self.plan, deck, 5),
                             PLAN.replace("Weeks 5-8", "Weeks 10-13"))
            self.assertEqual(
                self.run_command("planls.shift", self.plan, deck, 5, "following"),
                PLAN.replace("Weeks 5-8", "Weeks 10-13").replace("Weeks 9-10", "Weeks 14-15"))
            self.assertIn("{#deck}", self.run_command("planls.refactor", self.plan, deck, "add-id"))
            self.assertIn("```mermaid", self.run_command("planls.gantt", self.plan))
            report = self.server.request("workspace/executeCommand", {
                "command": "planls.report", "arguments": [self.plan]})
            self.assertEqual(report["plans"][0]["path"], "plan.md")
            found = self.server.request("workspace/executeCommand", {
                "command": "planls.check", "arguments": [self.plan]})
            self.assertEqual(found, self.server.diagnostics[self.plan]["diagnostics"])
            work = self.server.request("workspace/executeCommand", {
                "command": "planls.next", "arguments": [self.plan]})
            self.assertIn("Saw the boards", [one["name"] for one in work])
            self.assertEqual({one["location"]["uri"] for one in work}, {self.plan})
            self.assertEqual(self.server.request("workspace/executeCommand", {
                "command": "planls.next", "arguments": [self.plan, "Nobody"]}), [])
            self.assertIn("What it does", self.server.request("workspace/executeCommand", {
                "command": "planls.explain", "arguments": ["invalid-span"]}))
            self.assertEqual(self.server.finish(), 0)

    def test_wrong_commands(self):
        self.begin()
        self.server.findings(self.plan, version=1)
        deck = {"line": 5, "character": 4}
        for name, arguments, code in (
                ("planls.fly", [], INVALID_PARAMS), ("planls.fixAll", [], INVALID_PARAMS),
                ("planls.fixAll", [3], INVALID_PARAMS),
                ("planls.fixAll", ["file:///nowhere.md"], REQUEST_FAILED),
                ("planls.shift", [self.plan], INVALID_PARAMS),
                ("planls.shift", [self.plan, deck], INVALID_PARAMS),
                ("planls.shift", [self.plan, deck, 1.5], INVALID_PARAMS),
                ("planls.shift", [self.plan, deck, 1e300], INVALID_PARAMS),
                ("planls.shift", [self.plan, deck, 1, "all"], INVALID_PARAMS),
                ("planls.shift", [self.plan, deck, 0], REQUEST_FAILED),
                ("planls.shift", [self.plan, deck, -9], REQUEST_FAILED),
                ("planls.organizePlan", [self.plan], REQUEST_FAILED),
                ("planls.refactor", [self.plan, deck, "fly"], REQUEST_FAILED),
                ("planls.check", [], INVALID_PARAMS), ("planls.next", [self.plan, 3], INVALID_PARAMS),
                ("planls.explain", [], INVALID_PARAMS),
                ("planls.explain", ["no-rule"], REQUEST_FAILED),
                ("planls.refactor", [self.plan, deck], INVALID_PARAMS)):
            self.assertEqual(self.server.error("workspace/executeCommand", {
                "command": name, "arguments": arguments}), code, (name, arguments))
        for params in ({}, {"command": 3}, {"command": "planls.fixAll", "arguments": {}}):
            self.assertEqual(self.server.error("workspace/executeCommand", params), INVALID_PARAMS)
        self.assertEqual(self.server.finish(), 0)

    def test_a_client_that_applies_nothing(self):
        capabilities = copy.deepcopy(client.load_client("vscode")["capabilities"])
        del capabilities["workspace"]["applyEdit"]
        self.begin(capabilities=capabilities)
        self.server.findings(self.plan, version=1)
        self.assertEqual(self.server.error("workspace/executeCommand", {
            "command": "planls.fixAll", "arguments": [self.plan]}), REQUEST_FAILED)


if __name__ == "__main__":
    client.main()
