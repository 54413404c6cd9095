"""session.py: editing sessions like recorded ones: somebody types, deletes, and the editor asks what editors ask
meanwhile. The same seed and text give the same session. Shared by server.py and soak.py.
"""
import random

WORDS = ["Depot", "route", "**Owner:** Ilse", "$4K", "Weeks 3-5", "- [ ] count it", "\n", "\n\n## Initiative: ", "é", "→",
         "[x](plan.md#a)", "| a | b |", "`code`", "\n- ", "😀 "]
AT_A_PLACE = ["textDocument/hover", "textDocument/definition", "textDocument/completion",
              "textDocument/documentHighlight", "textDocument/references", "textDocument/prepareRename"]
OF_A_DOCUMENT = ["textDocument/documentSymbol", "textDocument/codeLens", "textDocument/foldingRange",
                 "textDocument/semanticTokens/full", "textDocument/documentLink"]


class Text:
    """A document as the client knows it: lines without their ends, positions in UTF-16."""

    def __init__(self, text):
        self.lines = text.split("\n")

    def replace(self, line, start, end, new):
        """Replaces a part of one line; gives the LSP change."""
        old = self.lines[line]
        change = {"range": {"start": {"line": line, "character": units(old[:start])},
                            "end": {"line": line, "character": units(old[:end])}}, "text": new}
        self.lines[line:line + 1] = (old[:start] + new + old[end:]).split("\n")
        return change

    def join(self, line):
        """Takes out the end of a line."""
        change = {"range": {"start": {"line": line, "character": units(self.lines[line])},
                            "end": {"line": line + 1, "character": 0}}, "text": ""}
        self.lines[line:line + 2] = [self.lines[line] + self.lines[line + 1]]
        return change

    def __str__(self):
        return "\n".join(self.lines)


def units(text):
    return len(text.encode("utf-16-le")) // 2


def typed(text, rng):
    """One random edit that keeps the text about as long as it was."""
    line = rng.randrange(len(text.lines))
    old = text.lines[line]
    at = rng.randrange(len(old) + 1)
    kind = rng.random()
    if kind < 0.45:
        return text.replace(line, at, at, rng.choice("abcdefgh e 12,.-"))
    if kind < 0.8:
        return text.replace(line, at, min(len(old), at + 1 + (rng.random() < 0.1) * 8), "")
    if kind < 0.9:
        return text.replace(line, at, at, rng.choice(WORDS))
    if line + 1 < len(text.lines):
        return text.join(line)
    return text.replace(line, at, at, "\n")


def asked(uri, text, line, character, rng):
    """What an editor asks after a keystroke: (method, params), none to three of them."""
    document = {"textDocument": {"uri": uri}}
    place = {**document, "position": {"line": line, "character": character}}
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        kind = rng.random()
        if kind < 0.6:
            method = rng.choice(AT_A_PLACE)
            more = {"context": {"includeDeclaration": True}} if method.endswith("references") else {}
            yield method, {**place, **more}
        elif kind < 0.75:
            here = place["position"]
            yield "textDocument/codeAction", {**document, "range": {"start": here, "end": here},
                                              "context": {"diagnostics": []}}
        elif kind < 0.95:
            yield rng.choice(OF_A_DOCUMENT), document
        else:
            yield "workspace/symbol", {"query": rng.choice(("claim", "dep", "zz"))}


def session(uri, start, seed, length):
    """Steps of a session: ("change", version, LSP change, whole text as a Text) and ("ask", method, params)."""
    rng = random.Random(seed)
    text = Text(start)
    for version in range(2, length + 2):
        change = typed(text, rng)
        yield "change", version, change, text
        here = change["range"]["start"]
        for method, params in asked(uri, text, here["line"], here["character"], rng):
            yield "ask", method, params
