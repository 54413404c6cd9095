"""features_test.py: diagnostics, hover, definition and code actions on the example plan, as each client
asks for them; and the same findings as `planls check`.
"""
import json
import os
import shutil
import subprocess
import urllib.parse

import client
from client import SOURCE_DIR, WireTest, apply_edits, range_of, uri

EXAMPLE = os.path.join(SOURCE_DIR, "tests/fixtures/example")
CLIENTS = ("vscode", "neovim", "neovim-0.7", "lsp4ij")


def find(text, part):
    """(line, character) of the first `part`; the example's lines are ASCII up to there."""
    head = text[:text.index(part)]
    return head.count("\n"), len(head) - head.rfind("\n") - 1


class Features(WireTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(EXAMPLE, self.folder, dirs_exist_ok=True)
        self.plan, self.loans, self.accounts = (
            uri(os.path.join(self.folder, path))
            for path in ("plan.md", "tasks/loans.md", "tasks/accounts.md"))

    def begin(self, name, **changes):
        self.server = self.start()
        self.server.initialize(self.folder, client=name, **changes)
        for document, path in ((self.plan, "plan.md"), (self.loans, "tasks/loans.md")):
            self.server.open(document, self.read(path))

    def at(self, method, document, path, part, offset=1):
        line, character = find(self.read(path), part)
        return self.server.at("textDocument/" + method, document, line, character + offset)

    def position(self, path, part, offset=1):
        line, character = find(self.read(path), part)
        return {"line": line, "character": character + offset}

    def test_a_lens_runs_the_command_that_the_client_has(self):
        capabilities = client.load_client("lsp4ij")["capabilities"]
        for name, runs in (("editor.action.showReferences",) * 2, ("x" * 64, "planls.showPlaces"),
                           (7, "planls.showPlaces")):
            capabilities["experimental"] = {"planls": {"showPlaces": name}}
            self.begin("lsp4ij", capabilities=capabilities)
            lenses = self.server.request("textDocument/codeLens", {"textDocument": {"uri": self.plan}})
            self.assertEqual({lens["command"]["command"] for lens in lenses} - {""}, {runs})
            self.assertEqual(self.server.finish(), 0)

    def test_diagnostics(self):
        for name in CLIENTS:
            self.begin(name)
            span = [f for f in self.server.findings(self.plan, version=1)
                    if f["code"] == "invalid-span"][0]
            line, character = find(self.read("plan.md"), "Weeks 11")
            self.assertEqual(span["range"]["start"]["line"], line)
            self.assertLessEqual(character, span["range"]["start"]["character"])
            self.assertEqual(span["severity"], 1)
            self.assertEqual(span["source"], "planls")
            told = client.load_client(name)["capabilities"]["textDocument"]["publishDiagnostics"]
            page = span.get("codeDescription", {}).get("href", "")
            self.assertEqual(page.endswith("/server/rules/invalid_span.md"),
                             told.get("codeDescriptionSupport", False))
            self.assertEqual("data" in span, told.get("dataSupport", False))
            if "data" in span:
                self.assertIn("invalid-span", span["data"]["key"])
            # A closed document's findings come too, without a version.
            self.server.findings(self.accounts, code="broken-anchor")
            self.assertNotIn("version", self.server.diagnostics[self.accounts])
            # Hints are sent as Information: nothing ever is the protocol's Hint.
            told = [d for p in self.server.published for d in p["diagnostics"]]
            self.assertEqual({d["severity"] for d in told} - {1, 2, 3}, set())
            self.assertEqual(self.server.finish(), 0)

    def test_only_what_changed_is_published(self):
        self.begin("vscode")
        self.server.findings(self.plan)
        self.server.findings(self.accounts, code="broken-anchor")
        self.server.settle(1)
        self.server.published.clear()
        # An edit that concerns nobody else: one message, of the edited document.
        line, character = find(self.read("plan.md"), "before the summer")
        self.server.change(self.plan, 2, client.edit((line, character), (line, character), "well "))
        self.server.findings(self.plan, version=2)
        self.server.settle(1)
        self.assertEqual([p["uri"] for p in self.server.published], [self.plan])
        # Mending the heading that a closed document links to mends that document.
        line, _ = find(self.read("plan.md"), "## Initiative: Reader Accounts")
        self.server.change(self.plan, 3, client.edit(
            (line, 0), (line, 99), "## Initiative: Reader Acounts"))
        self.server.findings(self.accounts, missing="broken-anchor")
        self.server.change(self.plan, 4, client.edit(
            (line, 0), (line, 99), "## Initiative: Reader Accounts"))
        self.server.findings(self.accounts, code="broken-anchor")
        self.assertEqual(self.server.finish(), 0)

    def test_hover(self):
        for name in CLIENTS:
            self.begin(name)
            card = self.at("hover", self.plan, "plan.md", "Self-Service Loans")
            self.assertEqual(card["contents"]["kind"], "markdown")
            self.assertIn("Marek", card["contents"]["value"])
            task = self.at("hover", self.loans, "tasks/loans.md", "Draw where")
            self.assertIn("Self-Service Loans", task["contents"]["value"])
            self.assertIsNone(self.at("hover", self.plan, "plan.md", "moves its catalogue"))
            self.assertEqual(self.server.finish(), 0)

    def test_plain_hover(self):
        capabilities = client.load_client("vscode")["capabilities"]
        capabilities["textDocument"]["hover"]["contentFormat"] = ["plaintext", "markdown"]
        self.begin("vscode", capabilities=capabilities)
        card = self.at("hover", self.plan, "plan.md", "Self-Service Loans")
        self.assertEqual(card["contents"]["kind"], "plaintext")
        self.assertNotIn("**", card["contents"]["value"])

    def test_definition(self):
        heading, _ = find(self.read("plan.md"), "## Initiative: Self-Service Loans")
        decision, _ = find(self.read("notes/decisions.md"), "# Decisions")
        for name in CLIENTS:
            self.begin(name)
            # The task serves the initiative its document names; the first question finds all loaded.
            (link,) = self.at("definition", self.loans, "tasks/loans.md", "Draw where")
            self.assertEqual(link["targetUri"], self.plan)
            self.assertEqual(link["targetSelectionRange"]["start"]["line"], heading)
            self.assertIn("originSelectionRange", link)
            # A closed document.
            (link,) = self.at("definition", self.plan, "plan.md", "notes/decisions.md", 9)
            self.assertEqual(link["targetUri"], uri(self.folder + "/notes/decisions.md"))
            self.assertEqual(link["targetSelectionRange"]["start"]["line"], decision)
            self.assertEqual(self.at("definition", self.plan, "plan.md", "moves its catalogue"), [])
            self.assertEqual(self.server.finish(), 0)

    def test_definition_as_locations(self):
        capabilities = client.load_client("vscode")["capabilities"]
        del capabilities["textDocument"]["definition"]
        self.begin("vscode", capabilities=capabilities)
        (location,) = self.at("definition", self.loans, "tasks/loans.md", "Draw where")
        self.assertEqual(sorted(location), ["range", "uri"])

    # ---- code actions -------------------------------------------------------------------------

    def actions(self, document, path, part, only=None, diagnostics=None):
        line, character = find(self.read(path), part)
        context = {"diagnostics": diagnostics or []}
        if only is not None:
            context["only"] = only
        return self.server.request("textDocument/codeAction", {
            "textDocument": {"uri": document}, "context": context,
            "range": range_of((line, character), (line, character + 1))})

    def edits_of(self, action, document):
        """The TextEdits an action has for a document, in either form."""
        edit = action["edit"]
        if "changes" in edit:
            return edit["changes"].get(document, [])
        changes = [c for c in edit["documentChanges"] if c["textDocument"]["uri"] == document]
        return [e for c in changes for e in c["edits"]]

    def test_quick_fix(self):
        for name in CLIENTS:
            self.begin(name)
            findings = self.server.findings(self.plan, version=1)
            mine = [f for f in findings if f["code"] == "invalid-span"]
            actions = self.actions(self.plan, "plan.md", "Weeks 11", ["quickfix"], mine)
            fix = actions[0]
            self.assertEqual(fix["kind"], "quickfix")
            self.assertEqual(fix["diagnostics"], mine)
            versioned = "documentChanges" in fix["edit"]
            self.assertEqual(versioned, name in ("vscode", "lsp4ij"))
            if versioned:
                self.assertEqual(fix["edit"]["documentChanges"][0]["textDocument"]["version"], 1)
            text = apply_edits(self.read("plan.md"), self.edits_of(fix, self.plan),
                               "utf-8" if name == "neovim" else "utf-16")
            self.assertIn("Weeks 9–11: switch", text)
            self.server.change(self.plan, 2, {"text": text})
            codes = [f["code"] for f in self.server.findings(self.plan, version=2)]
            self.assertNotIn("invalid-span", codes)
            self.assertEqual(self.server.finish(), 0)

    def test_kinds(self):
        self.begin("vscode")
        self.server.findings(self.plan)
        every = {a["kind"] for a in self.actions(self.plan, "plan.md", "Weeks 11")}
        self.assertLessEqual({"quickfix", "source.fixAll.planls"}, every)
        for only, kinds in ((["quickfix"], {"quickfix"}), (["source"], {"source.fixAll.planls"}),
                            (["source.fixAll"], {"source.fixAll.planls"}),
                            (["source.fixAll.planls"], {"source.fixAll.planls"}),
                            (["source.fix"], set()), (["refactor.inline"], set()), ([], set())):
            found = {a["kind"] for a in self.actions(self.plan, "plan.md", "Weeks 11", only)}
            self.assertEqual(found, kinds, only)

    def test_fix_all(self):
        self.begin("vscode")
        (action,) = self.actions(self.loans, "tasks/loans.md", "# Loan", ["source.fixAll"])
        action = self.server.request("codeAction/resolve", action)
        text = apply_edits(self.read("tasks/loans.md"), self.edits_of(action, self.loans))
        self.assertEqual(text, self.read("tasks/loans.md").replace("[x ]", "[x]"))

    def test_link_a_task(self):
        self.begin("vscode")
        self.server.open(self.accounts, self.read("tasks/accounts.md"))
        actions = self.actions(self.accounts, "tasks/accounts.md", "Map the fields", ["refactor",
                                                                                     "quickfix"])
        links = [a for a in actions if "Catalogue Migration" in a["title"]]
        self.assertTrue(links, [a["title"] for a in actions])
        text = apply_edits(self.read("tasks/accounts.md"), self.edits_of(links[0], self.accounts))
        self.server.change(self.accounts, 2, {"text": text})
        line, character = find(text, "Map the fields")
        (link,) = self.server.at("textDocument/definition", self.accounts, line, character + 1)
        heading, _ = find(self.read("plan.md"), "## Initiative: Catalogue")
        self.assertEqual(link["targetSelectionRange"]["start"]["line"], heading)

    def test_closed_and_unknown_documents(self):
        self.begin("vscode")
        for document in (self.accounts, "file:///nowhere/at/all.md", "git:/x"):
            self.assertIsNone(self.server.at("textDocument/hover", document, 0, 0))
            self.assertIsNone(self.server.at("textDocument/definition", document, 0, 0))
            self.assertIsNone(self.server.request("textDocument/codeAction", {
                "textDocument": {"uri": document}, "context": {"diagnostics": []},
                "range": range_of((0, 0), (99, 99))}))

    # ---- one check ----------------------------------------------------------------------------

    def test_the_same_findings_as_check(self):
        """For one root and date the server and the command line find the same."""
        capabilities = client.load_client("vscode")["capabilities"]
        capabilities["general"]["positionEncodings"] = ["utf-32"]
        self.begin("vscode", capabilities=capabilities)
        self.server.findings(self.plan)
        self.server.findings(self.accounts, code="broken-anchor")
        self.server.settle(1)
        told = []
        for document, params in self.server.diagnostics.items():
            for f in params["diagnostics"]:
                start, end = f["range"]["start"], f["range"]["end"]
                told.append((document, start["line"] + 1, start["character"] + 1, end["line"] + 1,
                             end["character"] + 1, ["error", "warning", "hint"][f["severity"] - 1],
                             f["code"], f["message"]))
        run = subprocess.run([client.BINARY, "check", "--format", "json", self.folder],
                             capture_output=True, timeout=client.PATIENCE)
        report = json.loads(run.stdout)
        checked = []
        for f in report["diagnostics"]:
            start, end = f["range"]["start"], f["range"]["end"]
            checked.append((uri(os.path.join(report["root"], f["path"])), start["line"],
                            start["column"], end["line"], end["column"], f["severity"], f["code"],
                            f["message"]))
        self.assertEqual(sorted(told), sorted(checked))

    def test_outline(self):
        capabilities = client.load_client("vscode")["capabilities"]
        capabilities["textDocument"]["documentSymbol"] = {"hierarchicalDocumentSymbolSupport": True}
        self.begin("vscode", capabilities=capabilities)
        about = {"textDocument": {"uri": self.plan}}
        (root,) = self.server.request("textDocument/documentSymbol", about)
        names = [child["name"] for child in root["children"]]
        self.assertIn("Initiative: Self-Service Loans", names)
        folds = self.server.request("textDocument/foldingRange", about)
        heading, _ = find(self.read("plan.md"), "## Initiative: Self-Service Loans")
        self.assertIn(heading, [fold["startLine"] for fold in folds])
        self.assertEqual(self.server.finish(), 0)
        # An old client gets a list, and never more folds than it can take.
        capabilities["textDocument"]["documentSymbol"] = {}
        capabilities["textDocument"]["foldingRange"] = {"rangeLimit": 2}
        self.begin("vscode", capabilities=capabilities)
        flat = self.server.request("textDocument/documentSymbol", about)
        self.assertTrue(all(symbol["location"]["uri"] == self.plan for symbol in flat))
        self.assertEqual(len(self.server.request("textDocument/foldingRange", about)), 2)

    def test_selection_range(self):
        self.begin("neovim")
        line, character = find(self.read("plan.md"), "Self-Service Loans")
        positions = [{"line": line, "character": character + 2}, {"line": 9999, "character": 9}]
        asked = {"textDocument": {"uri": self.plan}, "positions": positions}
        word, end = self.server.request("textDocument/selectionRange", asked)
        self.assertEqual(word["range"]["start"]["character"], character)
        self.assertIn("parent", word)
        self.assertNotIn("parent", end)
        asked["positions"] = [None]
        self.assertEqual(self.server.error("textDocument/selectionRange", asked), -32602)

    def test_workspace_symbol(self):
        self.begin("neovim")
        self.server.findings(self.accounts, code="broken-anchor")
        found = self.server.request("workspace/symbol", {"query": "Draw where"})
        self.assertEqual(found[0]["location"]["uri"], self.loans)
        self.assertIn("range", found[0]["location"])
        self.assertEqual(self.server.error("workspace/symbol", {}), -32602)
        self.assertEqual(self.server.finish(), 0)
        # A client that resolves gets the place when it asks for it.
        capabilities = client.load_client("vscode")["capabilities"]
        capabilities["workspace"]["symbol"] = {"resolveSupport": {"properties": ["location.range"]}}
        self.begin("vscode", capabilities=capabilities)
        self.server.findings(self.accounts, code="broken-anchor")
        symbol = self.server.request("workspace/symbol", {"query": "Draw where"})[0]
        self.assertEqual(list(symbol["location"]), ["uri"])
        resolved = self.server.request("workspaceSymbol/resolve", symbol)
        line, _ = find(self.read("tasks/loans.md"), "Draw where")
        self.assertEqual(resolved["location"]["range"]["start"]["line"], line)

    def test_references(self):
        for name in CLIENTS:
            self.begin(name)
            found = self.server.request("textDocument/references", {
                "textDocument": {"uri": self.plan}, "position": self.position("plan.md", "Self-Service Loans"),
                "context": {"includeDeclaration": False}})
            self.assertIn(self.loans, [place["uri"] for place in found])
            tasks = self.at("implementation", self.plan, "plan.md", "Self-Service Loans")
            self.assertTrue(tasks)
            here = self.at("documentHighlight", self.plan, "plan.md", "Self-Service Loans")
            self.assertEqual(here[0]["range"]["start"],
                             self.position("plan.md", "Self-Service Loans", 0))
            self.assertEqual(self.server.finish(), 0)

    def apply(self, edit):
        """The workspace's files as they are after a WorkspaceEdit, by path; unchanged ones left out."""
        changed = {}
        for change in edit["documentChanges"]:
            path = urllib.parse.unquote(change["textDocument"]["uri"][len("file://"):])
            with open(path, encoding="utf-8", newline="") as file:
                changed[os.path.relpath(path, self.folder)] = apply_edits(
                    file.read(), change["edits"])
        return changed

    def test_rename(self):
        for name in CLIENTS:
            capabilities = client.load_client(name)["capabilities"]
            capabilities["textDocument"]["rename"] = {"prepareSupport": True}
            self.write("closed.md", "See [it](plan.md#initiative-reader-accounts).\n")
            capabilities["workspace"]["workspaceEdit"] = {"documentChanges": True}
            self.begin(name, capabilities=capabilities)
            asked = {"textDocument": {"uri": self.plan},
                     "position": self.position("plan.md", "Reader Accounts")}
            prepared = self.server.request("textDocument/prepareRename", asked)
            self.assertEqual(prepared["placeholder"], "Reader Accounts")
            asked["newName"] = "Member Accounts"
            changed = self.apply(self.server.request("textDocument/rename", asked))
            self.assertIn("## Initiative: Member Accounts", changed["plan.md"])
            self.assertEqual(changed["closed.md"], "See [it](plan.md#initiative-member-accounts).\n")
            asked["newName"] = "Self-Service Loans"
            self.assertEqual(self.server.error("textDocument/rename", asked), -32803)
            del asked["newName"]
            asked["position"] = self.position("plan.md", "moves its catalogue")
            self.assertIsNone(self.server.request("textDocument/prepareRename", asked))
            self.assertEqual(self.server.finish(), 0)

    def test_links_follow_moved_files(self):
        capabilities = client.load_client("vscode")["capabilities"]
        capabilities["workspace"]["workspaceEdit"] = {"documentChanges": True}
        self.begin("vscode", capabilities=capabilities)
        self.server.findings(self.plan)
        moved = [{"oldUri": uri(self.folder + "/notes/decisions.md"),
                  "newUri": uri(self.folder + "/decided.md")}]
        changed = self.apply(self.server.request("workspace/willRenameFiles", {"files": moved}))
        self.assertIn("(decided.md", changed["plan.md"])
        os.rename(self.folder + "/notes/decisions.md", self.folder + "/decided.md")
        self.server.notify("workspace/didRenameFiles", {"files": moved})
        self.server.findings(self.plan, code="broken-link")
        elsewhere = [{"oldUri": uri("/nowhere/a.md"), "newUri": "git:/b.md"}]
        self.assertIsNone(self.server.request("workspace/willRenameFiles", {"files": elsewhere}))
        self.assertEqual(self.server.error("workspace/willRenameFiles", {}), -32602)

    def test_lenses_and_hints(self):
        for name in CLIENTS:
            self.begin(name)
            about = {"textDocument": {"uri": self.plan}}
            lenses = self.server.request("textDocument/codeLens", about)
            heading, _ = find(self.read("plan.md"), "## Initiative: Self-Service Loans")
            (lens,) = [lens for lens in lenses if lens["range"]["start"]["line"] == heading]
            self.assertEqual(lens["command"]["command"], "planls.showPlaces")
            document, place, found = lens["command"]["arguments"]
            self.assertEqual((document, place), (self.plan, lens["range"]["start"]))
            self.assertIn(self.loans, [one["uri"] for one in found])
            about["range"] = {"start": {"line": 0, "character": 0},
                              "end": {"line": heading + 9, "character": 0}}
            hints = self.server.request("textDocument/inlayHint", about)
            self.assertTrue(hints)
            self.assertTrue(all(hint["position"]["line"] <= heading + 9 for hint in hints))
            about["range"] = None
            self.assertEqual(self.server.error("textDocument/inlayHint", about), -32602)
            self.assertEqual(self.server.finish(), 0)


if __name__ == "__main__":
    client.main()
