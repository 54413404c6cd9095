"""rows_test.py: document links, declarations, tokens, hierarchies and formatting as each client asks for
them, on a small plan with a tasks file, in the encoding that was negotiated.
"""
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
            self.assertEqual(self.begin(name)["documentLinkProvider"], {"resolveProvider": False})
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

    def test_closed_and_unknown_documents(self):
        self.begin("vscode")
        for document in (self.tasks, "file:///nowhere/at/all.md", "git:/x"):
            self.assertIsNone(self.ask("textDocument/documentLink", document))
            self.assertIsNone(self.ask("textDocument/declaration", document,
                                       position={"line": 99, "character": 99}))
        self.server.open("untitled:Untitled-1", "[a](plan.md) [[")
        self.assertEqual(self.ask("textDocument/documentLink", "untitled:Untitled-1"), [])


if __name__ == "__main__":
    client.main()
