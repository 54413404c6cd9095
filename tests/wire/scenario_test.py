"""scenario_test.py: tests/scenario without an editor, as each client introduces itself: the expectations that
the editors' tests share are the server's.
"""
import json
import os
import shutil
import urllib.parse

import client
from client import SOURCE_DIR, WireTest, apply_edits, range_of, uri

SCENARIO = os.path.join(SOURCE_DIR, "tests/scenario")
SEVERITIES = {"error": 1, "warning": 2, "information": 3}
FEATURES = ("hover", "lenses", "hints", "definition", "implementation", "references", "fix", "rename")


class Scenario(WireTest):
    def setUp(self):
        super().setUp()
        with open(os.path.join(SCENARIO, "scenario.json"), encoding="utf-8") as file:
            self.scenario = json.load(file)

    # ---- positions ----------------------------------------------------------------------------

    def units(self, text):
        return {"utf-8": len(text.encode()), "utf-32": len(text)}.get(
            self.encoding, len(text.encode("utf-16-le")) // 2)

    def position(self, path, at, offset=0):
        text = self.read(path)
        self.assertEqual(text.count(at), 1, f"“{at}” must stand once in {path}")
        head = text[:text.index(at) + offset]
        return {"line": head.count("\n"), "character": self.units(head[head.rfind("\n") + 1:])}

    def question(self, step):
        return {"textDocument": {"uri": self.uri(step["file"])},
                "position": self.position(step["file"], step["at"], step.get("offset", 0))}

    def uri(self, path):
        return uri(os.path.join(self.folder, path))

    def path(self, document):
        return os.path.relpath(urllib.parse.unquote(document[len("file://"):]), self.folder)

    def place(self, path, start):
        return path, self.read(path).split("\n")[start["line"]]

    def places(self, answer):
        found = []
        for one in answer:
            range_ = one.get("targetSelectionRange") or one["range"]
            found.append(self.place(self.path(one.get("targetUri") or one["uri"]), range_["start"]))
        return sorted(found)

    # ---- files --------------------------------------------------------------------------------

    def files(self):
        found = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), self.folder)
                found[path] = self.read(path)
        return found

    def apply(self, edit):
        """Applies a WorkspaceEdit as an editor that saves all: open documents are changed and saved."""
        changes = {}
        for document in edit.get("documentChanges", []):
            changes[document["textDocument"]["uri"]] = document["edits"]
        changes.update(edit.get("changes", {}))
        for document, edits in changes.items():
            path = self.path(document)
            text = apply_edits(self.read(path), edits, self.encoding)
            self.write(path, text)
            if document in self.open:
                self.open[document] += 1
                self.server.change(document, self.open[document], {"text": text})
                self.server.notify("textDocument/didSave", {"textDocument": {"uri": document}})

    def check_changes(self, before, changes):
        for path, replacements in changes.items():
            for old, new in replacements:
                self.assertIn(old, before[path])
                before[path] = before[path].replace(old, new)
        self.assertEqual(self.files(), before)

    # ---- steps --------------------------------------------------------------------------------

    def check_diagnostics(self, step):
        document = self.uri(step["file"])
        codes = sorted(wanted["code"] for wanted in step["diagnostics"])

        def settled():
            """Between the documents of one rename the plan may say more for a moment."""
            last = self.server.diagnostics.get(document, {})
            return last.get("version") == self.open[document] and \
                sorted(one["code"] for one in last["diagnostics"]) == codes
        self.server.pump(settled, what=f"{codes} in {step['file']}")
        found = self.server.diagnostics[document]["diagnostics"]
        for wanted in step["diagnostics"]:
            (one,) = [d for d in found if d["code"] == wanted["code"]]
            self.assertEqual(one["range"]["start"], self.position(step["file"], wanted["at"]))
            self.assertEqual(one["severity"], SEVERITIES[wanted["severity"]])
            for part in wanted["contains"]:
                self.assertIn(part, one["message"])

    def do_open(self, step):
        document = self.uri(step["file"])
        self.open[document] = 1
        self.server.open(document, self.read(step["file"]))
        self.check_diagnostics(step)

    def do_hover(self, step):
        text = self.server.request("textDocument/hover", self.question(step))["contents"]["value"]
        for part in step["contains"]:
            self.assertIn(part, text)

    def do_lenses(self, step):
        lenses = self.server.request("textDocument/codeLens", {"textDocument": {"uri": self.uri(step["file"])}})
        titles = [lens["command"]["title"] for lens in lenses]
        for part in step["contains"]:
            self.assertTrue(any(part in title for title in titles), (part, titles))

    def do_hints(self, step):
        lines = self.read(step["file"]).count("\n")
        hints = self.server.request("textDocument/inlayHint", {
            "textDocument": {"uri": self.uri(step["file"])}, "range": range_of((0, 0), (lines, 0))})
        labels = [hint["label"] if isinstance(hint["label"], str) else
                  "".join(part["value"] for part in hint["label"]) for hint in hints]
        for part in step["contains"]:
            self.assertTrue(any(part in label for label in labels), (part, labels))

    def do_definition(self, step):
        answer = self.server.request("textDocument/definition", self.question(step))
        self.assertEqual(self.places(answer), [(step["place"]["file"], step["place"]["line"])])

    def do_implementation(self, step):
        answer = self.server.request("textDocument/implementation", self.question(step))
        self.assertEqual(self.places(answer), sorted((p["file"], p["line"]) for p in step["places"]))

    def do_references(self, step):
        answer = self.server.request("textDocument/references",
                                     {**self.question(step), "context": {"includeDeclaration": False}})
        self.assertEqual(self.places(answer), sorted((p["file"], p["line"]) for p in step["places"]))

    def do_fix(self, step):
        before = self.files()
        at = self.question(step)["position"]
        actions = self.server.request("textDocument/codeAction", {
            "textDocument": {"uri": self.uri(step["file"])}, "range": {"start": at, "end": at},
            "context": {"diagnostics": [], "only": ["quickfix"]}})
        (action,) = [a for a in actions if a["title"] == step["title"]]
        if "edit" not in action:
            action = self.server.request("codeAction/resolve", action)
        self.apply(action["edit"])
        self.check_changes(before, step["changes"])
        self.check_diagnostics(step)

    def do_rename(self, step):
        before = self.files()
        question = self.question(step)
        if self.can_prepare:
            prepared = self.server.request("textDocument/prepareRename", question)
            self.assertEqual(prepared["placeholder"], step["placeholder"])
        self.apply(self.server.request("textDocument/rename", {**question, "newName": step["to"]}))
        self.check_changes(before, step["changes"])
        self.check_diagnostics(step)

    def run_as(self, name):
        shutil.copytree(os.path.join(SCENARIO, self.scenario["workspace"]), self.folder, dirs_exist_ok=True)
        self.server = self.start()
        capabilities = self.server.initialize(self.folder, client=name)["capabilities"]
        self.encoding = capabilities["positionEncoding"]
        self.can_prepare = isinstance(capabilities["renameProvider"], dict)
        self.open = {}
        for number, step in enumerate(self.scenario["steps"], 1):
            with self.subTest(client=name, step=number, do=step["do"]):
                getattr(self, "do_" + step["do"])(step)
        self.assertEqual(self.server.finish(), 0)

    def test_vscode(self):
        self.run_as("vscode")

    def test_neovim(self):
        self.run_as("neovim")

    def test_neovim_0_7(self):
        self.run_as("neovim-0.7")

    def test_lsp4ij(self):
        self.run_as("lsp4ij")

    def test_every_kind_of_step_is_there(self):
        self.assertEqual(set(FEATURES) | {"open"}, {step["do"] for step in self.scenario["steps"]})


if __name__ == "__main__":
    client.main()
