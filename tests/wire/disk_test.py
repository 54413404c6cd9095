"""disk_test.py: files that appear, change, vanish or move under the server are noticed, whether the
client watches for it or not; folders come and go.
"""
import os

import client
from client import WireTest, uri

PLAN = "# Plan\n\n## Initiative: Garden\n\n- **Owner:** Ada\n- **Timeline:** Weeks 1–4\n"
TASKS = "# Tasks\n\n- [ ] Rake the leaves, see [the plan](plan.md#initiative-garden)\n"


class Disk(WireTest):
    def begin(self, name="neovim-0.7", **changes):
        self.server = self.start()
        self.server.initialize(self.folder, client=name, **changes)

    def remove(self, path):
        os.unlink(os.path.join(self.folder, path))

    def codes(self, document):
        params = self.server.diagnostics.get(document)
        return [d["code"] for d in params["diagnostics"]] if params else []

    def test_without_watching(self):
        tasks = self.write("tasks.md", TASKS)
        self.begin()
        self.server.findings(tasks, code="broken-link")
        self.write("plan.md", PLAN)
        self.server.findings(tasks, missing="broken-link")
        self.write("plan.md", PLAN.replace("Garden", "Orchard"))
        self.server.findings(tasks, code="broken-anchor")
        self.write("plan.md", PLAN)
        self.server.findings(tasks, missing="broken-anchor")
        self.remove("plan.md")
        self.server.findings(tasks, code="broken-link")
        # The document itself goes: its findings are taken back.
        self.remove("tasks.md")
        self.server.pump(lambda: self.codes(tasks) == [], what="an empty list")
        self.assertEqual(self.server.finish(), 0)

    def test_with_watching(self):
        tasks = self.write("tasks.md", TASKS)
        self.server = self.start()
        self.server.reply_to["client/registerCapability"] = lambda params: None
        self.server.initialize(self.folder, client="vscode")
        self.server.findings(tasks, code="broken-link")
        self.server.settle()
        self.assertIn("client/registerCapability", [r["method"] for r in self.server.requests])

        def tell(document, kind):
            self.server.notify("workspace/didChangeWatchedFiles",
                               {"changes": [{"uri": document, "type": kind}]})
        plan = self.write("plan.md", PLAN)
        tell(plan, 1)
        self.server.findings(tasks, missing="broken-link")
        self.write("plan.md", PLAN.replace("Garden", "Meadow"))
        tell(plan, 2)
        self.server.findings(tasks, code="broken-anchor")
        self.remove("plan.md")
        tell(plan, 3)
        self.server.findings(tasks, code="broken-link")

    def test_a_path_that_is_no_document(self):
        tasks = self.write("tasks.md", "# Tasks\n\n- [ ] Rake: [map](maps/site.pdf), [x](notes.md)\n")
        self.write("notes.md", "# Notes\n")
        self.begin()
        self.server.findings(tasks, code="broken-link")
        self.write("maps/site.pdf", "%PDF")
        self.server.findings(tasks, missing="broken-link")
        self.remove("maps/site.pdf")
        self.server.findings(tasks, code="broken-link")

    def test_an_open_document_is_what_the_client_says(self):
        plan = self.write("plan.md", PLAN)
        tasks = self.write("tasks.md", TASKS)
        self.begin()
        self.server.open(tasks, TASKS)
        self.server.findings(tasks, version=1)
        self.server.open(plan, PLAN.replace("Garden", "Orchard"))
        self.server.findings(tasks, code="broken-anchor")
        self.write("plan.md", PLAN + "\n")
        self.server.notify("textDocument/didSave", {"textDocument": {"uri": plan}})
        self.server.settle(1)
        self.assertIn("broken-anchor", self.codes(tasks))
        # Closed without saving: the disk counts again.
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": plan}})
        self.server.findings(tasks, missing="broken-anchor")

    def test_a_new_document_before_it_is_saved(self):
        tasks = self.write("tasks.md", TASKS)
        self.begin()
        self.server.open(tasks, TASKS)
        self.server.findings(tasks, code="broken-link")
        plan = uri(self.folder + "/plan.md")
        self.server.open(plan, PLAN)
        self.server.findings(tasks, missing="broken-link")
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": plan}})
        self.server.findings(tasks, code="broken-link")

    def test_configuration(self):
        plan = self.write("plan.md", PLAN.replace("1–4", "4–1"))
        self.begin()
        self.server.findings(plan, code="invalid-span")
        settings = self.write(".planls.json", '{"rules": {"invalid-span": "off"}}')
        self.server.findings(plan, missing="invalid-span")
        self.write(".planls.json", '{"rulez": {}}')
        self.server.findings(plan, code="invalid-span")
        self.server.findings(settings, code="invalid-config")
        self.write(".planls.json", '{"exclude": ["plan.md"]}')
        self.server.pump(lambda: self.codes(plan) == [], what="an empty list")
        self.server.findings(settings, missing="invalid-config")
        self.remove(".planls.json")
        self.server.findings(plan, code="invalid-span")

    def test_editor_settings(self):
        plan = self.write("plan.md", PLAN.replace("1–4", "4–1"))
        off = {"rules": {"invalid-span": "off"}}
        self.begin(initializationOptions=off)
        self.server.open(plan, self.read("plan.md"))
        self.assertNotIn("invalid-span", [f["code"] for f in self.server.findings(plan)])
        # Neovim 0.7 announces configuration but is asked in vain; another client answers.
        self.server = self.start()
        self.server.reply_to["workspace/configuration"] = lambda params: [off]
        self.server.initialize(self.folder, client="vscode")
        self.server.open(plan, self.read("plan.md"))
        self.server.findings(plan, missing="invalid-span")
        self.server.reply_to["workspace/configuration"] = lambda params: [{}]
        self.server.notify("workspace/didChangeConfiguration", {"settings": None})
        self.server.findings(plan, code="invalid-span")

    def test_folders(self):
        first = self.write("a/plan.md", PLAN.replace("1–4", "4–1"))
        second = self.write("b/plan.md", PLAN.replace("1–4", "3–1"))
        folders = [{"uri": uri(f"{self.folder}/{name}"), "name": name} for name in "ab"]
        self.begin("vscode", rootUri=None, workspaceFolders=folders[:1])
        self.server.findings(first, code="invalid-span")
        self.server.settle()
        self.assertNotIn(second, self.server.diagnostics)
        self.server.notify("workspace/didChangeWorkspaceFolders",
                           {"event": {"added": folders[1:], "removed": []}})
        self.server.findings(second, code="invalid-span")
        self.server.notify("workspace/didChangeWorkspaceFolders",
                           {"event": {"added": [], "removed": folders[:1]}})
        self.server.pump(lambda: self.codes(first) == [], what="an empty list")

    def test_outside_of_any_folder(self):
        inside = self.write("in/plan.md", PLAN)
        outside = self.write("out/tasks.md", TASKS)
        other = self.write("out/other.md", TASKS)
        self.begin("vscode", rootUri=None,
                   workspaceFolders=[{"uri": uri(self.folder + "/in"), "name": "in"}])
        self.server.open(inside, PLAN)
        self.server.open(outside, TASKS)
        self.server.findings(outside, code="broken-link")
        self.server.settle()
        self.assertNotIn(other, self.server.diagnostics)

    def test_a_folder_that_is_a_link(self):
        self.write("real/tasks.md", TASKS)
        os.symlink(self.folder + "/real", self.folder + "/link")
        self.begin("vscode", rootUri=uri(self.folder + "/link"),
                   workspaceFolders=[{"uri": uri(self.folder + "/link"), "name": "link"}])
        self.server.findings(uri(self.folder + "/link/tasks.md"), code="broken-link")

    def test_unreadable_things(self):
        plan = self.write("plan.md", PLAN.replace("1–4", "4–1"))
        os.mkdir(self.folder + "/locked.md")
        os.symlink("loop.md", self.folder + "/loop.md")
        os.mkfifo(self.folder + "/pipe.md")
        os.symlink("/dev/zero", self.folder + "/zero.md")
        with open(self.folder + "/binary.md", "wb") as file:
            file.write(bytes(range(256)) * 100)
        self.begin()
        self.server.findings(plan, code="invalid-span")
        self.assertEqual(self.server.finish(), 0)


if __name__ == "__main__":
    client.main()
