"""sync_test.py: documents hold what the client says, in every encoding; incremental equals whole.

What the server holds shows in its findings: a link to nothing is found at its place.
"""
import os
import random
import shutil

import client
from client import WireTest, apply_edits, edit, uri

LINK = "[gone](gone.md)"


def span_of(text, part, encoding):
    """The range of the first `part` in the text."""
    unit = {"utf-8": lambda s: len(s.encode()), "utf-32": len,
            "utf-16": lambda s: len(s.encode("utf-16-le")) // 2}[encoding]
    head = text[:text.index(part)]
    line = head.count("\n")
    start = unit(head.split("\n")[-1])
    return client.range_of((line, start), (line, start + unit(part)))


class Sync(WireTest):
    def setUp(self):
        super().setUp()
        self.server = self.start()

    def begin(self, encodings=None):
        capabilities = client.load_client("vscode")["capabilities"]
        if encodings:
            capabilities["general"]["positionEncodings"] = encodings
        result = self.server.initialize(self.folder, capabilities=capabilities)
        self.document = uri(self.folder + "/plan.md")
        self.version = 0
        return result["capabilities"]["positionEncoding"]

    def broken(self, text, *changes):
        """Opens or changes the document; the broken links' ranges."""
        self.version += 1
        if changes:
            self.server.change(self.document, self.version, *changes)
        else:
            self.server.open(self.document, text, self.version)
        findings = self.server.findings(self.document, version=self.version)
        return [f["range"] for f in findings if f["code"] == "broken-link"]

    def test_places_in_every_encoding(self):
        texts = [f"# Plan\n\nSee {LINK} now.\n", f"# 🚀 é\n\n計画 🚀 é {LINK}.\n",
                 f"\ufeff# Plan\n\nA {LINK}.\n", f"# Plan\r\n\r\n👩‍🚀 {LINK}.\r\n",
                 f"# Plan\n\nA\te\u0301 {LINK}.\n", f"# Plan\n\nA \0 and \0 {LINK}.\n"]
        for encoding in ("utf-8", "utf-16", "utf-32"):
            self.server = self.start()
            self.assertEqual(self.begin([encoding]), encoding)
            for number, text in enumerate(texts):
                self.document = uri(f"{self.folder}/{number}/plan.md")
                found = self.broken(text)
                self.assertEqual(len(found), 1, (encoding, text, found))
                expected = span_of(text, LINK, encoding)
                self.assertEqual(found[0]["start"]["line"], expected["start"]["line"])
                inside = (expected["start"]["character"] <= found[0]["start"]["character"] <
                          found[0]["end"]["character"] <= expected["end"]["character"])
                self.assertTrue(inside, (encoding, text, found, expected))
            self.assertEqual(self.server.finish(), 0)

    def test_changes(self):
        self.begin()
        self.assertEqual(len(self.broken(f"# Plan\n\n{LINK}\n")), 1)
        # One range, no range, several at once, one after the other.
        self.assertEqual(self.broken("", edit((2, 0), (2, 15), "text")), [])
        self.assertEqual(len(self.broken("", {"text": f"# Plan\n\n{LINK} {LINK}x\n"})), 2)
        found = self.broken("", edit((2, 0), (2, 0), "a\n"), edit((3, 0), (3, 0), "b\n"))
        self.assertEqual({f["start"]["line"] for f in found}, {4})
        found = self.broken("", {"text": "# Plan\n\n\n"}, edit((2, 0), (2, 0), LINK))
        self.assertEqual([f["start"]["line"] for f in found], [2])
        # null where there is no range.
        self.version += 1
        self.server.notify("textDocument/didChange", valid=False, params={
            "textDocument": {"uri": self.document, "version": self.version},
            "contentChanges": [{"range": None, "rangeLength": None, "text": f"{LINK}\n"}]})
        found = self.server.findings(self.document, version=self.version)
        self.assertEqual([f["range"]["start"]["line"] for f in found if f["code"] == "broken-link"], [0])
        found = self.broken("", {"text": "# Plan\n\n\n"}, edit((2, 0), (2, 0), LINK))
        # No change at all still has its version.
        self.version += 1
        self.server.change(self.document, self.version)
        self.server.findings(self.document, version=self.version)
        # Past the end, and the wrong way round.
        found = self.broken("", edit((99, 0), (99, 7), f"\n{LINK}\n"))
        self.assertEqual([f["start"]["line"] for f in found], [2, 4])
        found = self.broken("", edit((4, 99), (4, 0), ""))
        self.assertEqual([f["start"]["line"] for f in found], [2])

    def test_thousands_of_changes_in_one_message(self):
        """As "replace all" sends them: up the text, and down it. They cost the text once, not each."""
        self.begin()
        count = 10000
        text = "# Plan\n" + "one of two words\n" * count
        self.assertEqual(self.broken(text), [])
        up = [edit((line, 0), (line, 3), "more") for line in range(count, 0, -1)]
        down = [edit((line, 8), (line, 11), "2") for line in range(1, count + 1)]
        found = self.broken("", *up, edit((count, 0), (count, 4), LINK))
        self.assertEqual([f["start"]["line"] for f in found], [count])
        found = self.broken("", *down, edit((1, 0), (1, 4), LINK))
        self.assertEqual([f["start"]["line"] for f in found], [1, count])

    def test_opening_twice_and_closing(self):
        self.begin()
        self.assertEqual(len(self.broken(f"# Plan\n\n{LINK}\n")), 1)
        self.assertEqual(self.broken("# Plan\n"), [])
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.document}})
        self.server.settle()
        self.assertEqual(self.server.at("textDocument/hover", self.document, 0, 3), None)
        self.assertEqual(len(self.broken(f"# Plan\n\n{LINK}\n")), 1)

    def test_two_names_of_one_file(self):
        """A second view of an open file is served alone, and neither disturbs the other."""
        self.begin()
        found = self.broken(f"# Plan\n\n{LINK}\n")
        self.assertEqual(len(found), 1)
        other = self.document.replace("plan.md", "%70lan.md")
        self.server.open(other, "# Plan\n\n- [ ] T1 a\n- [ ] T1 b\n")
        self.server.findings(other)
        self.assertEqual(len(self.broken("", edit((0, 0), (0, 0), "\n"))), 1)
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": other}})
        self.assertEqual(len(self.broken("", edit((0, 0), (0, 0), "\n"))), 1)

    def test_other_schemes_are_served_alone(self):
        self.begin()
        text = "# Plan\n\n- [ ] T001 one\n- [ ] T001 two\n"
        for document in ("git:/repo/specs/001-a/tasks.md?ref", "untitled:Untitled-1"):
            self.server.open(document, text)
            self.assertEqual(self.server.findings(document), self.server.findings(document))
            self.server.notify("textDocument/didClose", {"textDocument": {"uri": document}})
            self.server.pump(lambda: not self.server.diagnostics[document]["diagnostics"])

    def test_json_is_no_plan(self):
        self.begin()
        document = uri(self.folder + "/.planls.json")
        self.server.open(document, '{"start": "- [ ] T1"}', language="jsonc")
        self.server.change(document, 2, {"text": "{}"})
        self.assertIsNone(self.server.at("textDocument/hover", document, 0, 1))
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": document}})
        self.assertEqual(self.server.finish(), 0)


class RandomEdits(WireTest):
    """After any edits the findings are those of a server that gets the text as a whole."""

    WORDS = [LINK, "# ", "## Initiative: A\n", "**Owner:** Jo\n", "**Timeline:** Weeks 5–2\n", "\n",
             "- [ ] T1 do\n", "- [x ] T2 odd\n", "🚀", "é", "計画", "\r\n", "```\n", "| a | b |\n",
             "<!-- ", " -->", "word ", "  ", "\t", "**", "[", "]", "1. ", "2026-02-30 "]

    def random_position(self, noise, text, encoding):
        lines = text.split("\n")
        line = noise.randrange(len(lines))
        head = lines[line].rstrip("\r")
        head = head[:noise.randrange(len(head) + 1)]
        unit = {"utf-8": len(head.encode()), "utf-32": len(head),
                "utf-16": len(head.encode("utf-16-le")) // 2}[encoding]
        return {"line": line, "character": unit}

    def test_incremental_is_whole(self):
        for seed, encoding in enumerate(("utf-8", "utf-16", "utf-32")):
            noise = random.Random(seed)
            capabilities = client.load_client("vscode")["capabilities"]
            capabilities["general"]["positionEncodings"] = [encoding]
            servers = [self.start(), self.start()]
            for server in servers:
                server.initialize(self.folder, capabilities=capabilities)
            document = uri(self.folder + "/plan.md")
            text = "# Plan\n\n## Initiative: A\n\n**Owner:** Jo\n\n- [ ] T1 do\n"
            servers[0].open(document, text)
            for version in range(2, 200):
                changes = []
                for _ in range(noise.choice((1, 1, 1, 2, 5))):
                    a, b = (self.random_position(noise, text, encoding) for _ in range(2))
                    if (a["line"], a["character"]) > (b["line"], b["character"]):
                        a, b = b, a
                    if noise.random() < 0.7:
                        b = a
                    new = "".join(noise.choice(self.WORDS) for _ in range(noise.randrange(4)))
                    changes.append({"range": {"start": a, "end": b}, "text": new})
                    text = apply_edits(text, [{"range": changes[-1]["range"], "newText": new}],
                                       encoding)
                servers[0].change(document, version, *changes)
                if version % 20 == 0:
                    servers[1].open(document, text, version)
                    found = [s.findings(document, version=version) for s in servers]
                    self.assertEqual(found[0], found[1], text)
            for server in servers:
                self.assertEqual(server.finish(), 0)


class LinkedDocuments(WireTest):
    """After edits that make and break links between documents, the findings of all of them, open and
    closed, are those of a fresh start on the same texts."""

    EXAMPLE = os.path.join(client.SOURCE_DIR, "tests/fixtures/example")
    PATHS = ("plan.md", "tasks/loans.md", "tasks/accounts.md", "notes/decisions.md")
    SWAPS = (("Self-Service Loans", "Self-Service Lending"), ("Reader Accounts", "Reader Acounts"),
             ("# Decisions", "# Choices"), ("Catalogue Migration", "Catalogue Move"),
             ("- [ ]", "- [x]"), ("## ", "# "), ("**Initiative:**", "**Item:**"),
             ("Owner", "Ownr"), ("decisions.md", "decision.md"), ("plan.md#", "plans.md#"),
             ("Draw where", "T7 Draw where"), ("Weeks", "Week"))

    def told(self, server, folder):
        """All findings, by path."""
        return {document.replace(uri(folder), ""): params["diagnostics"]
                for document, params in server.diagnostics.items() if params["diagnostics"]}

    def changed(self, noise, path, text):
        choice = noise.random()
        if choice < 0.1:
            return ""
        if choice < 0.2:
            with open(os.path.join(self.EXAMPLE, path), encoding="utf-8") as file:
                return file.read()
        old, new = noise.choice(self.SWAPS)
        if noise.random() < 0.5:
            old, new = new, old
        return text.replace(old, new, 1) if noise.random() < 0.6 else text.replace(old, new)

    def edited(self, noise, folder, texts):
        """What a server says after random edits; `texts` follow them."""
        server = self.start()
        server.initialize(folder)
        opened = noise.sample(self.PATHS, noise.randrange(1, 5))
        for path in opened:
            server.open(uri(os.path.join(folder, path)), texts[path])
        for version in range(2, 42):
            path = noise.choice(opened)
            texts[path] = self.changed(noise, path, texts[path])
            server.change(uri(os.path.join(folder, path)), version, {"text": texts[path]})
            if noise.random() < 0.3:
                server.findings(uri(os.path.join(folder, path)), version=version)
        server.settle(1)
        return self.told(server, folder)

    def test_incremental_is_cold(self):
        for seed in range(5):
            noise = random.Random(seed)
            shutil.copytree(self.EXAMPLE, self.folder, dirs_exist_ok=True)
            texts = {path: self.read(path) for path in self.PATHS}
            found = self.edited(noise, self.folder, texts)
            for path, text in texts.items():
                self.write(path, text)
            server = self.start()
            server.initialize(self.folder)
            server.settle(1)
            self.assertEqual(found, self.told(server, self.folder), (seed, texts))


if __name__ == "__main__":
    client.main()
