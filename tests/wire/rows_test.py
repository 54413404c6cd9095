"""rows_test.py: document links, declarations, tokens, hierarchies and formatting as each client asks for
them, on a small plan with a tasks file, in the encoding that was negotiated.
"""
import random

import client
from client import WireTest

CLIENTS = ("vscode", "neovim", "neovim-0.7", "lsp4ij")

PLAN = """# Harbour 🚢

## Team

| Name | Role |
|---|---|
| Zoë | Engineer |

## 1. Initiative: Quay walls (Weeks 1-4)

- **Owner:** Zoë
- **Budget:** $10K
- **Depends on:** Survey

## 2. Initiative: Survey

- **Owner:** Zoë

See 🚢 [the tasks](tasks/quay.md#walls), [walls](#1-initiative-quay-walls-weeks-1-4) and `tasks/quay.md`.
"""
TASKS = """# Tasks 🧱

## Walls

- [ ] T1 Measure [them](../plan.md#1-initiative-quay-walls-weeks-1-4)
  - [x] T2 Buy a tape
"""


def find(text, part, encoding="utf-16"):
    """(line, character) of the first `part`, in the units of the encoding."""
    head = text[:text.index(part)]
    line = head[head.rfind("\n") + 1:]
    units = {"utf-8": len(line.encode()), "utf-16": len(line.encode("utf-16-le")) // 2,
             "utf-32": len(line)}
    return head.count("\n"), units[encoding]


class Rows(WireTest):
    def begin(self, name, **changes):
        self.plan = self.write("plan.md", PLAN)
        self.tasks = self.write("tasks/quay.md", TASKS)
        self.server = self.start()
        result = self.server.initialize(self.folder, client=name, **changes)
        self.encoding = result["capabilities"]["positionEncoding"]
        self.server.open(self.plan, PLAN)
        return result["capabilities"]

    def ask(self, method, document=None, **params):
        return self.server.request(method, {"textDocument": {"uri": document or self.plan},
                                            **params})

    def place(self, part, offset=0, text=PLAN):
        line, character = find(text, part, self.encoding)
        return {"line": line, "character": character + offset}

    def test_document_link(self):
        heading, _ = find(TASKS, "## Walls")
        for name in CLIENTS:
            self.assertEqual(self.begin(name)["documentLinkProvider"], {"resolveProvider": True})
            tasks, walls, code = self.ask("textDocument/documentLink")
            self.assertEqual(tasks["target"], f"{self.tasks}#L{heading + 1}")
            self.assertEqual(tasks["range"]["start"], self.place("[the tasks]"))
            self.assertEqual(tasks["range"]["end"], self.place(", [walls]"))
            self.assertEqual(tasks.get("tooltip"), "Walls" if name == "vscode" else None)
            line, _ = find(PLAN, "## 1. Initiative")
            self.assertEqual(walls["target"], f"{self.plan}#L{line + 1}")
            self.assertEqual(code["target"], self.tasks)
            self.assertEqual(self.server.finish(), 0)

    def test_links_keep_the_clients_uri(self):
        self.begin("vscode")
        odd = self.tasks.replace("quay", "%71uay")
        self.server.open(odd, TASKS)
        tasks = self.ask("textDocument/documentLink")[0]
        self.assertTrue(tasks["target"].startswith(odd + "#L"), tasks)

    def test_declaration(self):
        for name in CLIENTS:
            self.assertTrue(self.begin(name)["declarationProvider"])
            (link,) = self.ask("textDocument/declaration", position=self.place("Zoë\n- **B", 1))
            self.assertEqual(link["targetSelectionRange"]["start"], self.place("Zoë |"))
            self.assertEqual(self.server.finish(), 0)

    # ---- semantic tokens ----------------------------------------------------------------------

    def words(self, data, legend, text=PLAN):
        """The tokens as (type, text, declares), read in the negotiated encoding."""
        line = character = 0
        found = []
        for at in range(0, len(data), 5):
            down, right, length, kind, modifiers = data[at:at + 5]
            line, character = line + down, right if down else character + right
            codec, unit = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2),
                           "utf-32": ("utf-32-le", 4)}[self.encoding]
            units = text.split("\n")[line].encode(codec)
            self.assertLessEqual((character + length) * unit, len(units))
            found.append((legend["tokenTypes"][kind],
                          units[character * unit:(character + length) * unit].decode(codec),
                          bool(modifiers & 1)))
        return found

    def test_semantic_tokens(self):
        for name in ("vscode", "neovim", "lsp4ij"):
            provider = self.begin(name)["semanticTokensProvider"]
            self.assertEqual(provider["range"], name == "vscode")
            self.assertEqual(provider["full"], True if name == "lsp4ij" else {"delta": True})
            answer = self.ask("textDocument/semanticTokens/full")
            self.assertEqual("resultId" in answer, name != "lsp4ij")
            words = self.words(answer["data"], provider["legend"])
            self.assertIn(("variable", "Zoë", True), words)
            self.assertIn(("number", "$10K", False), words)
            self.assertIn(("namespace", "tasks/quay.md#walls", False), words)
            self.assertIn(("namespace", "tasks/quay.md", False), words)
            start, end = self.place("- **Budget"), self.place("- **Depends")
            part = self.ask("textDocument/semanticTokens/range", range={"start": start, "end": end})
            self.assertNotIn("resultId", part)
            self.assertEqual([w[1] for w in self.words(part["data"], provider["legend"])],
                             ["Budget", "$10K"])
            self.assertEqual(self.server.finish(), 0)
        self.assertNotIn("semanticTokensProvider", self.begin("neovim-0.7"))

    def test_other_encodings(self):
        capabilities = client.load_client("vscode")["capabilities"]
        for encoding in ("utf-8", "utf-16", "utf-32"):
            capabilities["general"]["positionEncodings"] = [encoding]
            provider = self.begin("vscode", capabilities=capabilities)["semanticTokensProvider"]
            self.assertEqual(self.encoding, encoding)
            words = self.words(self.ask("textDocument/semanticTokens/full")["data"],
                               provider["legend"])
            self.assertIn(("namespace", "tasks/quay.md", False), words)

    def test_token_deltas(self):
        """Random edits: the numbers that the deltas lead to are those of a fresh answer."""
        self.begin("vscode")
        text, told = PLAN, self.ask("textDocument/semanticTokens/full")
        data, dice = told["data"], random.Random(7)
        pieces = ("$4K", "\n", "- **Owner:** Zoë\n", "🚢", "x", "- [ ] T9 a (depends on T1)\n", "")
        for version in range(2, 60):
            at = dice.randrange(len(text))
            text = text[:at] + dice.choice(pieces) + text[at + dice.randrange(3):]
            self.server.change(self.plan, version, {"text": text})
            delta = self.ask("textDocument/semanticTokens/full/delta",
                             previousResultId=told["resultId"])
            self.assertNotEqual(delta["resultId"], told["resultId"])
            for edit in delta["edits"]:
                start = edit["start"]
                data[start:start + edit["deleteCount"]] = edit["data"]
            fresh = self.ask("textDocument/semanticTokens/full")
            self.assertEqual(data, fresh["data"])
            told = fresh
        same = self.ask("textDocument/semanticTokens/full/delta", previousResultId=told["resultId"])
        self.assertEqual(same["edits"], [])
        # An id that is none of ours, or of an older answer: everything is told.
        for stale in ("nonsense", told["resultId"], ""):
            full = self.ask("textDocument/semanticTokens/full/delta", previousResultId=stale)
            self.assertEqual(full["data"], data)
        self.assertEqual(self.server.error("textDocument/semanticTokens/full/delta",
                                           {"textDocument": {"uri": self.plan}}), -32602)

    # ---- hierarchies --------------------------------------------------------------------------

    def test_call_hierarchy(self):
        for name in CLIENTS:
            self.assertTrue(self.begin(name)["callHierarchyProvider"])
            (walls,) = self.ask("textDocument/prepareCallHierarchy",
                                position=self.place("Quay walls"))
            self.assertEqual(walls["uri"], self.plan)
            self.assertEqual(walls["selectionRange"]["start"], self.place("Quay walls"))
            # The item is known again by its data after the text has moved.
            self.server.change(self.plan, 2, client.edit((1, 0), (1, 0), "Words.\n\n"))
            (call,) = self.server.request("callHierarchy/outgoingCalls", {"item": walls})
            self.assertIn("Survey", call["to"]["name"])
            start = self.place("Survey\n\n## 2")
            self.assertEqual(call["fromRanges"][0]["start"], {**start, "line": start["line"] + 2})
            (back,) = self.server.request("callHierarchy/incomingCalls", {"item": call["to"]})
            self.assertEqual(back["from"]["data"], walls["data"])
            self.assertEqual(back["fromRanges"], call["fromRanges"])
            self.assertEqual(self.server.request("callHierarchy/incomingCalls", {"item": walls}),
                             [])
            self.assertIsNone(self.ask("textDocument/prepareCallHierarchy",
                                       position=self.place("| Name")))
            self.assertEqual(self.server.finish(), 0)

    def test_type_hierarchy(self):
        for name in CLIENTS:
            self.assertTrue(self.begin(name)["typeHierarchyProvider"])
            (walls,) = self.ask("textDocument/prepareTypeHierarchy",
                                position=self.place("Quay walls"))
            (plan,) = self.server.request("typeHierarchy/supertypes", {"item": walls})
            self.assertEqual(plan["detail"], "plan.md")
            both = self.server.request("typeHierarchy/subtypes", {"item": plan})
            self.assertEqual([i["data"]["key"] for i in both][0], walls["data"]["key"])
            self.assertEqual(len(both), 2)
            # Tasks of a closed document, and theirs.
            (task,) = self.server.request("typeHierarchy/subtypes", {"item": walls})
            self.assertEqual(task["uri"], self.tasks)
            line, character = find(TASKS, "Measure", self.encoding)
            self.assertEqual(task["selectionRange"]["start"]["line"], line)
            (tape,) = self.server.request("typeHierarchy/subtypes", {"item": task})
            self.assertIn("Buy a tape", tape["name"])
            self.assertEqual(self.server.request("typeHierarchy/subtypes", {"item": tape}), [])
            (up,) = self.server.request("typeHierarchy/supertypes", {"item": tape})
            self.assertEqual(up["data"], task["data"])
            self.assertEqual(self.server.finish(), 0)

    def test_hierarchies_of_odd_items(self):
        self.begin("vscode")
        (walls,) = self.ask("textDocument/prepareCallHierarchy", position=self.place("Quay walls"))
        methods = ("callHierarchy/incomingCalls", "callHierarchy/outgoingCalls",
                   "typeHierarchy/supertypes", "typeHierarchy/subtypes")
        for method in methods:
            for params in (None, {}, {"item": 1}, {"item": {**walls, "data": None}},
                           {"item": {**walls, "data": {"path": 1, "key": "plan"}}}):
                self.assertEqual(self.server.error(method, params), -32602)
            for key, value in (("root", "/nowhere"), ("path", "../x.md"), ("key", "item"),
                               ("key", "task x::"), ("key", "")):
                odd = {**walls, "data": {**walls["data"], key: value}}
                self.assertFalse(self.server.request(method, {"item": odd}))
        # A document of its own.
        alone = "untitled:Untitled-1"
        self.server.open(alone, PLAN)
        (item,) = self.ask("textDocument/prepareCallHierarchy", alone,
                           position=self.place("Quay walls"))
        self.assertEqual(item["uri"], alone)
        (call,) = self.server.request("callHierarchy/outgoingCalls", {"item": item})
        self.assertEqual(call["to"]["uri"], alone)
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": alone}})
        self.assertIsNone(self.server.request("callHierarchy/outgoingCalls", {"item": item}))

    # ---- formatting ---------------------------------------------------------------------------

    def test_formatting(self):
        tidy = PLAN.replace("| Name | Role |\n|---|---|\n| Zoë | Engineer |",
                            "| Name | Role     |\n|------|----------|\n| Zoë  | Engineer |")
        options = {"tabSize": 4, "insertSpaces": True}
        for name in CLIENTS:
            self.assertTrue(self.begin(name)["documentFormattingProvider"])
            edits = self.ask("textDocument/formatting", options=options)
            self.assertEqual(client.apply_edits(PLAN, edits, self.encoding), tidy)
            self.assertTrue(all(e["newText"].strip("- ") == "" for e in edits), edits)
            bar = self.place(" |\n\n## 1", 2)
            typed = self.ask("textDocument/onTypeFormatting", options=options, position=bar, ch="|")
            self.assertEqual(typed, edits)
            self.assertEqual(self.ask("textDocument/onTypeFormatting", options=options,
                                      position=bar, ch="\n"), [])
            row = self.place("| Zoë")
            one = self.ask("textDocument/rangeFormatting", options=options,
                           range={"start": row, "end": row})
            self.assertEqual({e["range"]["start"]["line"] for e in one}, {row["line"]})
            self.server.change(self.plan, 2, {"text": tidy})
            self.assertEqual(self.ask("textDocument/formatting", options=options), [])
            self.assertEqual(self.server.finish(), 0)

    def test_formatting_of_ranges(self):
        capabilities = self.begin("vscode")
        self.assertEqual(capabilities["documentRangeFormattingProvider"], {"rangesSupport": True})
        options = {"tabSize": 4, "insertSpaces": True}
        whole = self.ask("textDocument/formatting", options=options)
        first, row = self.place("| Name"), self.place("| Zoë")
        far = {"line": 999, "character": 0}
        ranges = [{"start": row, "end": far}, {"start": first, "end": row}, {"start": row, "end": row}]
        self.assertEqual(self.ask("textDocument/rangesFormatting", options=options, ranges=ranges), whole)
        self.assertEqual(self.ask("textDocument/rangesFormatting", options=options, ranges=[]), [])
        one = self.ask("textDocument/rangesFormatting", options=options, ranges=ranges[2:])
        self.assertEqual({e["range"]["start"]["line"] for e in one}, {row["line"]})
        for wrong in (None, {}, [5], [{}]):
            self.assertEqual(self.server.error("textDocument/rangesFormatting", {
                "textDocument": {"uri": self.plan}, "options": options, "ranges": wrong}), -32602)
        self.assertIs(self.begin("lsp4ij")["documentRangeFormattingProvider"], True)

    def test_resolved_as_they_are(self):
        self.begin("vscode")
        for method, resolve in (("textDocument/documentLink", "documentLink/resolve"),
                                ("textDocument/codeLens", "codeLens/resolve")):
            for one in self.ask(method):
                self.assertEqual(self.server.request(resolve, one), one)
            for wrong in ({}, {"range": 5}, {"range": {"start": {}, "end": {}}}, []):
                self.assertEqual(self.server.error(resolve, wrong), -32602)

    def test_deleting_what_is_linked_to(self):
        self.begin("vscode")
        for uri, said in ((self.tasks, ["2 links to what is deleted: plan.md"]),
                          (client.uri(self.folder + "/tasks"), ["2 links to what is deleted: plan.md"]),
                          (self.plan, ["1 link to what is deleted: tasks/quay.md"]),
                          (client.uri(self.folder + "/none.md"), []), ("git:/x", [])):
            self.server.notifications.clear()
            self.assertIsNone(self.server.request("workspace/willDeleteFiles", {"files": [{"uri": uri}]}))
            self.assertEqual([n["params"]["message"] for n in self.server.notifications
                              if n["method"] == "window/showMessage"], said)

    def test_hover_on_a_finding(self):
        for name in CLIENTS:
            self.begin(name)
            self.server.change(self.plan, 2, {"text": PLAN.replace("Weeks 1-4", "Weeks 8-4")})
            if name != "vscode":  # pushed; where findings are pulled they are asked for
                self.server.findings(self.plan, code="invalid-span")
            self.server.settle()
            hover = self.ask("textDocument/hover", position=self.place("Weeks 1-4", 2))
            if hover or name != "vscode":
                self.assertIn("`invalid-span`", hover["contents"]["value"])
            self.assertEqual(self.server.finish(), 0)

    def test_closed_and_unknown_documents(self):
        self.begin("vscode")
        for document in (self.tasks, "file:///nowhere/at/all.md", "git:/x"):
            self.assertIsNone(self.ask("textDocument/documentLink", document))
            self.assertIsNone(self.ask("textDocument/semanticTokens/full", document))
            self.assertIsNone(self.ask("textDocument/semanticTokens/full/delta", document,
                                       previousResultId="1"))
            self.assertIsNone(self.ask("textDocument/formatting", document,
                                       options={"tabSize": 4, "insertSpaces": True}))
            self.assertIsNone(self.ask("textDocument/declaration", document,
                                       position={"line": 99, "character": 99}))
        self.server.open("untitled:Untitled-1", "[a](plan.md) [[")
        self.assertEqual(self.ask("textDocument/documentLink", "untitled:Untitled-1"), [])


if __name__ == "__main__":
    client.main()
