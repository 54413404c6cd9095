"""cancelled_test.py: what was given up is tagged as deprecated, which editors strike out, for clients that
know the tag where it is told: in outlines, in searches, in hierarchies and in completion.
"""
import client
from client import WireTest

PLAN = """# Harbour

## Initiative: New pier
- **Depends on:** Old crane
- **Status:** Cancelled

## Initiative: Old crane
- **Depends on:** 

- [ ] Grease it
- [-] Paint it
"""
ONE = {"valueSet": [1]}


def tagged(items, key="name"):
    return {item[key] for item in items if item.get("tags") == [1]}


class Cancelled(WireTest):
    def begin(self, name, tags=None):
        capabilities = client.load_client(name)["capabilities"]
        document = capabilities["textDocument"]
        item = document["completion"]["completionItem"]
        for feature in (document.setdefault("documentSymbol", {}),
                        capabilities["workspace"].setdefault("symbol", {}), item):
            feature.pop("tagSupport", None)
            if tags:
                feature["tagSupport"] = tags
        item.pop("deprecatedSupport", None)
        return capabilities

    def open(self, capabilities, name):
        self.plan = self.write("plan.md", PLAN)
        self.server = self.start()
        self.server.initialize(self.folder, client=name, capabilities=capabilities)
        self.server.open(self.plan, PLAN)

    def symbols(self):
        asked = self.server.request("textDocument/documentSymbol", {"textDocument": {"uri": self.plan}})
        found, left = [], list(asked)
        while left:
            found.append(left.pop())
            left += found[-1].get("children", [])
        return found

    def completions(self):
        return self.server.at("textDocument/completion", self.plan, 7, 18)["items"]

    def test_outline_and_search(self):
        for name in ("vscode", "lsp4ij", "neovim"):
            for tags, expected in ((ONE, {"Initiative: New pier", "Paint it"}), (None, set()),
                                   ({"valueSet": []}, set())):
                self.open(self.begin(name, tags), name)
                self.assertEqual(tagged(self.symbols()), expected)
                searched = self.server.request("workspace/symbol", {"query": "p"})
                self.assertEqual(tagged(searched), expected)
                self.assertEqual(self.server.finish(), 0)

    def test_hierarchy(self):
        self.open(self.begin("vscode"), "vscode")
        crane, = self.server.at("textDocument/prepareCallHierarchy", self.plan, 6, 16)
        self.assertNotIn("tags", crane)
        calls = self.server.request("callHierarchy/incomingCalls", {"item": crane})
        self.assertEqual(tagged(call["from"] for call in calls), {"Initiative: New pier"})

    def test_completion(self):
        self.open(self.begin("vscode", ONE), "vscode")
        self.assertEqual(tagged(self.completions(), "label"), {"New pier"})
        older = self.begin("vscode")
        older["textDocument"]["completion"]["completionItem"]["deprecatedSupport"] = True
        self.open(older, "vscode")
        self.assertEqual({i["label"] for i in self.completions() if i.get("deprecated")}, {"New pier"})
        self.open(self.begin("vscode"), "vscode")
        self.assertFalse([i for i in self.completions() if "tags" in i or "deprecated" in i])


if __name__ == "__main__":
    client.main()
