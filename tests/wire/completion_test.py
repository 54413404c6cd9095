"""completion_test.py: completion and its documentation as each client asks for them, half typed, and
with positions and characters that come to nothing.
"""
import client
from client import WireTest, apply_edits

CLIENTS = ("vscode", "neovim", "neovim-0.7", "lsp4ij")

PLAN = """# Harbour

## Initiative: New pier
- **Timeline:** Weeks 1–4
- **Owner:** Ana (Site Lead)
- **Blockers & Mitigation:**
  - Storms → work from land

## Initiative: 🏗️ Light house
- **Owner:** Ana (Site Lead)
- **Timeline:** 
"""


class Completion(WireTest):
    def begin(self, name, text=PLAN):
        self.plan = self.write("plan.md", text)
        self.write("other.md", "# Other\n\n## Deep water\n")
        self.server = self.start()
        self.name = name
        self.capabilities = self.server.initialize(self.folder, client=name)["capabilities"]
        self.server.open(self.plan, text)
        self.text = text
        self.version = 1
        self.encoding = self.capabilities["positionEncoding"]

    def column(self, line, character):
        """Columns are given in characters; clients count in other units."""
        head = self.text.split("\n")[line][:character]
        width = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
        codec, unit = width[self.encoding]
        return len(head.encode(codec)) // unit

    def type(self, line, text):
        """The last line but `line` becomes `text`."""
        lines = self.text.split("\n")
        lines[line] = text
        self.text = "\n".join(lines)
        self.version += 1
        self.server.change(self.plan, self.version, {"text": self.text})

    def complete(self, line, character, trigger=None):
        params = {"textDocument": {"uri": self.plan},
                  "position": {"line": line, "character": self.column(line, character)}}
        if trigger:
            params["context"] = {"triggerKind": 2, "triggerCharacter": trigger}
        return self.server.request("textDocument/completion", params)

    def accept(self, item):
        edit = item["textEdit"]
        ranges = [edit["range"]] if "range" in edit else [edit["insert"], edit["replace"]]
        return [apply_edits(self.text, [{"range": r, "newText": edit["newText"]}], self.encoding)
                for r in ranges]

    def test_what_is_half_typed(self):
        for name in CLIENTS:
            self.begin(name)
            self.assertIn("@", self.capabilities["completionProvider"]["triggerCharacters"])
            self.type(9, "- 🏗️ **Owner:** Bo, An, Cy")
            answer = self.complete(9, len("- 🏗️ **Owner:** Bo, An"))
            self.assertFalse(answer["isIncomplete"])
            item = answer["items"][0]
            self.assertEqual((item["label"], item["detail"]), ("Ana", "Site Lead"))
            self.assertEqual("insert" in item["textEdit"], name == "vscode")
            for text in self.accept(item):
                self.assertIn("- 🏗️ **Owner:** Bo, Ana (Site Lead), Cy\n", text)
            self.type(9, "See [it](oth")
            for text in self.accept(self.complete(9, 12)["items"][0]):
                self.assertIn("See [it](other.md)\n", text)
            self.assertEqual(self.server.finish(), 0)

    def test_documentation_comes_with_resolve(self):
        for name in CLIENTS:
            self.begin(name)
            self.type(9, "See [New")
            item = self.complete(9, 8)["items"][0]
            self.assertNotIn("documentation", item)
            resolved = self.server.request("completionItem/resolve", item)
            self.assertIn("Weeks 1–4", resolved["documentation"]["value"])
            self.assertEqual(resolved["documentation"]["kind"], "markdown")
            # What has gone since has no documentation.
            self.type(2, "## Initiative: Old pier")
            self.assertNotIn("documentation", self.server.request("completionItem/resolve", item))
            self.assertEqual(self.server.finish(), 0)

    def test_typed_characters_annoy_nobody(self):
        self.begin("vscode")
        self.type(9, "The pier - which (I hope) is: long/short ")
        for character, trigger in ((9, " "), (10, "-"), (18, "("), (29, ":"), (35, "/"), (41, " ")):
            self.assertEqual(self.complete(9, character, trigger)["items"], [], trigger)
        self.type(9, "- **Owner:** ")
        self.assertEqual(self.complete(9, 13, " ")["items"][0]["label"], "Ana")
        self.assertEqual(self.server.finish(), 0)

    def test_ends(self):
        for text in ("", "\ufeff", "[", "](", "[[", "`", "---\n", "---\nowner: ", "- [", "|", "@", "#",
                     "- **Owner:** \r\n", "**", "<!-- planls: allow ", "x.md - "):
            self.begin("neovim", text)
            lines = text.split("\n")
            self.complete(len(lines) - 1, len(lines[-1].rstrip("\r")))
            self.complete(0, 0)
            self.server.request("textDocument/completion", {
                "textDocument": {"uri": self.plan}, "position": {"line": 99, "character": 99}})
            self.assertEqual(self.server.finish(), 0)

    def test_what_makes_no_sense(self):
        self.begin("vscode")
        unknown = {"textDocument": {"uri": self.plan + "x"}, "position": {"line": 0, "character": 0}}
        self.assertIsNone(self.server.request("textDocument/completion", unknown))
        self.assertEqual(self.server.error("textDocument/completion",
                                           {"textDocument": {"uri": self.plan}}), -32602)
        self.assertEqual(self.server.error("completionItem/resolve", [1]), -32602)
        for data in (None, 7, {"uri": 1}, {"uri": self.plan, "kind": 99, "path": "", "index": 0,
                                           "name": ""},
                     {"uri": self.plan, "kind": 3, "path": "plan.md", "index": 4000000000,
                      "name": "x"}):
            item = {"label": "x", "data": data}
            self.assertEqual(self.server.request("completionItem/resolve", item), item)
        self.assertEqual(self.server.finish(), 0)


if __name__ == "__main__":
    client.main()
