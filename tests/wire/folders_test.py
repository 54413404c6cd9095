"""folders_test.py: several folders, overlapping, strange, coming and going; files outside of all of them;
links and second views of a file.
"""
import os

import client
from client import WireTest, uri

BROKEN = "# Plan: Shed\n\n## Initiative: Roof\n- **Owner:** Ada\n- **Timeline:** Weeks 9-3\n"
OTHER = "# Tasks\n\n## Roof\n- [ ] T1 See [the plan](plan.md#initiative-roof)\n- [ ] T2 See [it](none.md)\n"


class Folders(WireTest):
    def begin(self, *names, **changes):
        self.server = self.start()
        folders = [self.folder_of(name) for name in names]
        self.server.initialize(self.folder, rootUri=None, workspaceFolders=folders, **changes)

    def folder_of(self, name):
        return {"uri": uri(os.path.join(self.folder, name)).rstrip("/"), "name": name}

    def change(self, added=(), removed=()):
        self.server.notify("workspace/didChangeWorkspaceFolders", {"event": {
            "added": [self.folder_of(name) for name in added],
            "removed": [self.folder_of(name) for name in removed]}})

    def gone(self, document):
        self.server.pump(lambda: not self.server.diagnostics.get(document, {}).get("diagnostics"),
                         what="nothing of " + document)

    def test_overlapping(self):
        """A folder in a folder of the client's: each document is told once, and stays while one of both
        does."""
        outer, inner = self.write("a/plan.md", BROKEN), self.write("a/b/plan.md", BROKEN)
        self.begin("a", "a/b")
        for document in (outer, inner):
            self.server.findings(document, code="invalid-span")
        self.server.settle()
        self.assertEqual([p["uri"] for p in self.server.published].count(inner), 1)
        self.change(removed=["a"])
        self.gone(outer)
        self.server.settle()
        self.assertTrue(self.server.diagnostics[inner]["diagnostics"])
        self.change(added=["a"], removed=["a/b"])
        self.server.findings(outer, code="invalid-span")
        self.server.settle()
        self.assertTrue(self.server.diagnostics[inner]["diagnostics"])
        self.change(removed=["a"])
        self.gone(inner)
        self.assertEqual(self.server.finish(), 0)

    def test_strange_ones(self):
        """Twice, never there, not there any more, a file, with a slash at the end, of another scheme."""
        plan = self.write("a b/plan.md", BROKEN)
        self.begin("a b", "a b", "none", "a b/plan.md", "a b/")
        self.server.findings(plan, code="invalid-span")
        self.change(added=["a b", "none"], removed=["never", "none"])
        for odd in ("untitled:x", "vscode-vfs://github/a/b", "file://", "file:///%zz", "file://host/share",
                    "file:///c%3A/plans"):
            for key in ("added", "removed"):
                other = {"added": [], "removed": []}
                other[key] = [{"uri": odd, "name": odd}]
                self.server.notify("workspace/didChangeWorkspaceFolders", {"event": other}, valid=False)
        self.server.open(plan, BROKEN.replace("9-3", "1-3"))
        self.server.findings(plan, missing="invalid-span")
        self.assertEqual(self.server.finish(), 0)

    def test_a_folder_that_comes_while_its_file_is_open(self):
        plan, tasks = self.write("a/plan.md", BROKEN), self.write("a/tasks.md", OTHER)
        self.begin()
        self.server.open(tasks, OTHER)
        self.server.findings(tasks, code="broken-link")
        self.server.settle()
        self.assertNotIn(plan, self.server.diagnostics)  # its folder is read, and is not the client's
        self.assertTrue(self.server.at("textDocument/definition", tasks, 3, 20))
        self.change(added=["a"])
        self.server.findings(plan, code="invalid-span")
        self.change(removed=["a"])
        self.gone(plan)
        self.assertTrue(self.server.diagnostics[tasks]["diagnostics"])
        self.assertEqual(self.server.finish(), 0)

    def test_a_folder_that_git_ignores(self):
        """What the client opens is walked, whether git ignores it or not; other rules still count in it."""
        self.write(".git/HEAD", "ref: refs/heads/main\n")
        self.write(".gitignore", "build/\n*.tmp.md\n")
        outside, tasks = self.write("docs/plan.md", BROKEN), self.write("build/docs/tasks.md", OTHER)
        plan = self.write("build/docs/plan.md", BROKEN)
        hidden = self.write("build/docs/plan.tmp.md", BROKEN)
        self.begin("build/docs")
        self.server.findings(plan, code="invalid-span")
        self.server.settle()
        self.assertEqual(set(self.server.diagnostics) & {outside, hidden}, set())
        self.server.open(tasks, OTHER)
        (place,) = self.server.at("textDocument/definition", tasks, 3, 20)
        self.assertEqual(place["targetUri"], plan)
        self.change(removed=["build/docs"])
        self.gone(plan)
        self.server.open(outside, BROKEN)
        self.server.findings(outside, code="invalid-span")
        self.change(added=["build/docs"])
        self.server.findings(plan, code="invalid-span")
        self.assertEqual(self.server.finish(), 0)

    def test_a_document_that_git_ignores(self):
        self.write(".git/HEAD", "ref: refs/heads/main\n")
        self.write(".gitignore", "build/\n")
        tasks = self.write("build/tasks.md", OTHER.replace("plan.md", "../plan.md"))
        plan = self.write("plan.md", BROKEN)
        self.begin("")
        self.server.findings(plan, code="invalid-span")
        self.server.open(tasks, self.read("build/tasks.md"))
        self.server.findings(tasks, code="broken-link")
        (place,) = self.server.at("textDocument/definition", tasks, 3, 20)
        self.assertEqual(place["targetUri"], plan)
        self.assertEqual(self.server.finish(), 0)

    def test_a_folder_in_a_home_that_git_keeps(self):
        """A home folder is never walked, not even as a git repository; what the client opens in it is."""
        self.write(".git/HEAD", "ref: refs/heads/main\n")
        plan, other = self.write("work/plan.md", BROKEN), self.write("private/plan.md", BROKEN)
        home = os.environ.get("HOME")
        os.environ["HOME"] = self.folder
        try:
            self.begin("work")
        finally:
            os.environ["HOME"] = home or "/"
        self.server.findings(plan, code="invalid-span")
        self.server.settle()
        self.assertNotIn(other, self.server.diagnostics)
        self.assertEqual(self.server.finish(), 0)

    def links_after(self, moves):
        """The edits of a move, applied: path in the test's folder → text."""
        self.server.settle()
        edit = self.server.request("workspace/willRenameFiles", {"files": [
            {"oldUri": uri(os.path.join(self.folder, old)), "newUri": uri(os.path.join(self.folder, new))}
            for old, new in moves]})
        texts = {}
        for change in (edit or {}).get("documentChanges", []):
            path = change["textDocument"]["uri"][len(uri(self.folder + "/")):]
            texts[path] = client.apply_edits(self.read(path), change["edits"])
        return texts

    def test_a_file_that_moves_between_folders(self):
        """Links to it and in it lead where they did, from one workspace into the other and back."""
        for folder in ("a", "b"):
            self.write(folder + "/.git/HEAD", "ref: refs/heads/main\n")
        self.write("a/docs/p.png", "")
        self.write("a/plan.md", "# A\n\n[t](docs/t.md#tee), [b](../b/plan.md)\n")
        self.write("a/docs/t.md", "# Tee\n\n[a](../plan.md#a) ![p](p.png) [b](../../b/plan.md)\n")
        self.write("b/plan.md", BROKEN + "\n[x](../a/docs/t.md)\n")
        self.begin("a", "b")
        self.server.findings(uri(self.folder + "/b/plan.md"), code="invalid-span")
        self.assertEqual(self.links_after([("a/docs/t.md", "b/t.md")]), {
            "a/plan.md": "# A\n\n[t](../b/t.md#tee), [b](../b/plan.md)\n",
            "a/docs/t.md": "# Tee\n\n[a](../a/plan.md#a) ![p](../a/docs/p.png) [b](plan.md)\n",
            "b/plan.md": BROKEN + "\n[x](t.md)\n"})
        self.assertEqual(self.links_after([("b", "c/b")]), {
            "a/plan.md": "# A\n\n[t](docs/t.md#tee), [b](../c/b/plan.md)\n",
            "a/docs/t.md": "# Tee\n\n[a](../plan.md#a) ![p](p.png) [b](../../c/b/plan.md)\n",
            "b/plan.md": BROKEN + "\n[x](../../a/docs/t.md)\n"})
        self.assertEqual(self.server.finish(), 0)

    def test_a_workspace_in_a_workspace(self):
        """It is loaded with the one around it, and files may move out of it and into it."""
        for folder in ("", "part/"):
            self.write(folder + ".planls.json", "{}")
        self.write("plan.md", "# P\n\n[x](part/x.md#ex)\n")
        self.write("part/x.md", "# Ex\n\n[y](y.md) [p](../plan.md)\n")
        inner = self.write("part/y.md", BROKEN + "\n[x](x.md#ex) [p](../plan.md#p)\n")
        self.begin("")
        self.server.findings(inner, code="invalid-span")
        self.assertEqual(self.links_after([("part/x.md", "x.md")]), {
            "plan.md": "# P\n\n[x](x.md#ex)\n",
            "part/x.md": "# Ex\n\n[y](part/y.md) [p](plan.md)\n",
            "part/y.md": BROKEN + "\n[x](../x.md#ex) [p](../plan.md#p)\n"})
        self.assertEqual(self.links_after([("plan.md", "part/plan.md")]), {
            "plan.md": "# P\n\n[x](x.md#ex)\n",
            "part/x.md": "# Ex\n\n[y](y.md) [p](plan.md)\n",
            "part/y.md": BROKEN + "\n[x](x.md#ex) [p](plan.md#p)\n"})
        self.assertEqual(self.server.finish(), 0)

    def test_outside(self):
        """A file of no folder knows those beside it; one that was never saved knows nobody."""
        inside = self.write("a/plan.md", BROKEN)
        tasks = self.write("b/tasks.md", OTHER)
        self.write("b/plan.md", BROKEN)
        self.begin("a")
        self.server.open(tasks, OTHER)
        self.server.open("untitled:Untitled-1", OTHER)
        (place,) = self.server.at("textDocument/definition", tasks, 3, 20)
        self.assertEqual(place["targetUri"], uri(self.folder + "/b/plan.md"))
        self.assertFalse(self.server.at("textDocument/definition", "untitled:Untitled-1", 3, 20))
        self.server.findings(inside, code="invalid-span")
        self.assertEqual(self.server.finish(), 0)

    def test_two_views_of_a_file(self):
        """The same file by a link, by odd escapes, of a version control system: each view keeps its own
        text and its own answers, and the workspace sees the first."""
        plan = self.write("plan.md", BROKEN)
        os.symlink(self.folder + "/plan.md", self.folder + "/link.md")
        views = [plan, uri(self.folder + "/link.md"), plan.replace("plan", "%70lan"),
                 plan.replace("file://", "git:") + "?ref=HEAD"]
        self.begin("")
        for number, view in enumerate(views):
            self.server.open(view, BROKEN.replace("Roof", f"Roof {number}"))
        for number, view in enumerate(views):
            self.server.findings(view, code="invalid-span")
            hover = self.server.at("textDocument/hover", view, 2, 16)
            self.assertIn(f"Roof {number}", str(hover))
        self.server.change(views[1], 2, client.edit((4, 22), (4, 23), "1"))
        self.server.findings(views[1], version=2, missing="invalid-span")
        self.server.settle()
        self.assertTrue(self.server.diagnostics[plan]["diagnostics"])
        for view in views[1:]:
            self.server.notify("textDocument/didClose", {"textDocument": {"uri": view}})
        self.server.findings(plan, code="invalid-span")
        self.assertIn("Roof 0", str(self.server.at("textDocument/hover", plan, 2, 16)))
        self.assertEqual(self.server.finish(), 0)

    def test_the_first_view_goes(self):
        plan = self.write("plan.md", BROKEN)
        os.symlink(self.folder + "/plan.md", self.folder + "/link.md")
        link = uri(self.folder + "/link.md")
        self.begin("")
        self.server.open(plan, BROKEN)
        self.server.open(link, BROKEN.replace("9-3", "1-3"))
        self.server.findings(plan, code="invalid-span")
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": plan}})
        self.server.change(link, 2, client.edit((4, 22), (4, 23), "9"))
        self.server.findings(link, version=2, code="invalid-span")
        self.server.open(plan, BROKEN)
        self.server.findings(plan, code="invalid-span")
        self.assertEqual(self.server.finish(), 0)


if __name__ == "__main__":
    client.main()
