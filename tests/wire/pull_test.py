"""pull_test.py: diagnostics that the client asks for: of a document, of the workspace, and when to ask anew."""
import time

import client
from client import WireTest, edit, uri

PLAN = """# Plan: Harbour

## Initiative: Pier repair
- **Owner:** Noor
- **Timeline:** Weeks 1-4
- **Tasks:** see [the tasks](tasks.md#piles)
"""
TASKS = """# Tasks: Harbour

## Piles
- [ ] T001 Order piles for Pier repair
"""
BROKEN = "# Plan: Shed\n\n## Initiative: Roof\n- **Owner:** Ada\n- **Timeline:** Weeks 9-3\n"


class Pull(WireTest):
    def begin(self, name="vscode", **changes):
        self.server = self.start()
        result = self.server.initialize(self.folder, client=name, pull=True, **changes)
        return result["capabilities"]

    def pull(self, document, previous=None):
        params = {"textDocument": {"uri": document}, "identifier": "planls"}
        if previous:
            params["previousResultId"] = previous
        while True:
            response = self.server.response(self.server.ask("textDocument/diagnostic", params))
            # A slow machine is still reading the workspace: asked again, as clients do.
            if response.get("error", {}).get("data") != {"retriggerRequest": True}:
                self.assertNotIn("error", response)
                return response["result"]

    def pull_workspace(self, previous=(), **tokens):
        return self.server.request("workspace/diagnostic", {
            "identifier": "planls",
            "previousResultIds": [{"uri": u, "value": v} for u, v in previous], **tokens})

    def codes(self, report):
        return [one["code"] for one in report["items"]]

    def refreshed(self, method="workspace/diagnostic/refresh"):
        """Waits for the server to ask for new questions."""
        def asked():
            found = [r for r in self.server.requests if r["method"] == method]
            for one in found:
                self.server.requests.remove(one)
            return found
        return self.server.pump(asked, what=method)

    def pushed(self, document):
        return [p for p in self.server.published if p["uri"] == document]

    def test_announced_only_to_who_pulls(self):
        for name in ("vscode", "neovim", "neovim-0.7", "lsp4ij"):
            provider = self.begin(name).get("diagnosticProvider")
            if name == "neovim-0.7":
                self.assertIsNone(provider)
            else:
                self.assertTrue(provider["interFileDependencies"])
                self.assertTrue(provider["workspaceDiagnostics"])
            self.assertEqual(self.server.finish(), 0)

    def test_open_documents_are_pulled_and_not_pushed(self):
        plan = self.write("plan.md", BROKEN)
        for name in ("vscode", "neovim", "lsp4ij"):
            self.begin(name)
            self.server.open(plan, BROKEN)
            report = self.pull(plan)
            self.assertEqual(report["kind"], "full")
            self.assertIn("invalid-span", self.codes(report))
            same = self.pull(plan, report["resultId"])
            self.assertEqual(same, {"kind": "unchanged", "resultId": report["resultId"]})
            self.server.change(plan, 2, edit((4, 22), (4, 25), "3-9"))
            mended = self.pull(plan, report["resultId"])
            self.assertNotIn("invalid-span", self.codes(mended))
            self.server.change(plan, 3, edit((4, 22), (4, 25), "9-3"))
            self.assertEqual(self.pull(plan)["resultId"], report["resultId"])
            self.server.settle()
            self.assertEqual(self.pushed(plan), [])
            self.assertEqual(self.server.finish(), 0)

    def test_the_old_client_is_pushed_to(self):
        plan = self.write("plan.md", BROKEN)
        self.begin("neovim-0.7")
        self.server.open(plan, BROKEN, version=7)
        self.server.findings(plan, version=7, code="invalid-span")

    def test_closed_documents_where_the_workspace_is_not_pulled(self):
        shed = self.write("shed.md", BROKEN)
        self.begin("lsp4ij")
        self.server.findings(shed, code="invalid-span")
        self.server.open(shed, BROKEN)
        self.assertIn("invalid-span", self.codes(self.pull(shed)))
        self.server.findings(shed, missing="invalid-span")  # taken back: it is pulled now
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": shed}})
        self.server.findings(shed, code="invalid-span")
        # A client that asks for the workspace after all is not pushed to any more.
        items = self.pull_workspace()["items"]
        self.assertEqual([i["uri"] for i in items], [shed])
        self.server.findings(shed, missing="invalid-span")

    def test_a_closed_document(self):
        shed = self.write("shed.md", BROKEN)
        self.begin()
        report = self.pull(shed)
        self.assertIn("invalid-span", self.codes(report))
        self.assertEqual(self.pull(shed, report["resultId"])["kind"], "unchanged")

    def test_the_workspace_when_a_closed_document_is_opened(self):
        """What waited to be judged as a closed one is not waited for any more."""
        plan, other = self.write("plan.md", BROKEN), self.write("other.md", BROKEN)
        self.begin()
        self.server.open(plan, BROKEN)
        self.pull(plan)
        self.server.open(other, "hello")
        before = time.monotonic()
        self.server.request("workspace/diagnostic", {"previousResultIds": []})
        self.assertLess(time.monotonic() - before, 1.9)  # the next look at the disk is after two

    def test_what_nobody_knows(self):
        self.begin()
        for name in (uri(self.folder + "/gone.md"), "untitled:plan.md", "file:///elsewhere/x.md"):
            self.assertEqual(self.pull(name)["items"], [], name)
        self.server.open("untitled:plan.md", BROKEN)
        self.assertIn("invalid-span", self.codes(self.pull("untitled:plan.md")))
        self.assertEqual(self.server.error("textDocument/diagnostic", {}), -32602)
        self.assertEqual(self.server.error("workspace/diagnostic", {}), -32602)

    def test_workspace(self):
        shed = self.write("shed.md", BROKEN)
        barn = self.write("barn.md", BROKEN)
        self.write("fine.md", PLAN.replace("- **Tasks:** see [the tasks](tasks.md#piles)\n", ""))
        self.begin()
        self.server.open(barn, BROKEN, version=4)
        items = {i["uri"]: i for i in self.pull_workspace()["items"]}
        self.assertIn("invalid-span", self.codes(items[shed]))
        self.assertEqual((items[shed]["version"], items[barn]["version"]), (None, 4))
        self.assertEqual(items[barn]["resultId"], self.pull(barn)["resultId"])
        previous = [(u, i["resultId"]) for u, i in items.items()]
        again = self.pull_workspace(previous)["items"]
        self.assertEqual({i["kind"] for i in again}, {"unchanged"})
        self.assertEqual({i["uri"] for i in again}, set(items))
        self.write("shed.md", BROKEN.replace("9-3", "3-9"))
        self.server.notify("workspace/didChangeWatchedFiles",
                           {"changes": [{"uri": shed, "type": 2}]})
        self.refreshed()
        kinds = {i["uri"]: i for i in self.pull_workspace(previous)["items"]}
        self.assertNotIn("invalid-span", self.codes(kinds[shed]))
        self.assertEqual(kinds[barn]["kind"], "unchanged")
        gone = uri(self.folder + "/never.md")
        self.assertEqual([i["items"] for i in self.pull_workspace([(gone, "1")])["items"]
                          if i["uri"] == gone], [[]])
        self.assertEqual(self.server.published, [])

    def test_workspace_in_parts_with_progress(self):
        for i in range(230):
            self.write(f"plans/{i:03}.md", BROKEN)
        self.begin()
        result = self.pull_workspace(partialResultToken="part", workDoneToken=7)
        self.assertEqual(result["items"], [])
        values = [n["params"] for n in self.server.notifications if n["method"] == "$/progress"]
        parts = [v["value"]["items"] for v in values if v["token"] == "part"]
        self.assertEqual([len(p) for p in parts], [100, 100, 30])
        work = [v["value"]["kind"] for v in values if v["token"] == 7]
        self.assertEqual((work[0], work[-1]), ("begin", "end"))

    def overtake(self, changes=None, keeps_ids=True):
        """Two open documents of LSP4IJ's, then an edit in one that makes a finding in the other: the
        report on the first, and the plan's URI."""
        plan, tasks = self.write("plan.md", PLAN), self.write("tasks.md", TASKS)
        self.begin("lsp4ij", **(changes or {}))
        self.server.open(plan, PLAN)
        self.server.open(tasks, TASKS)
        self.assertNotIn("broken-anchor", self.codes(self.pull(plan)))
        known = self.pull(tasks)["resultId"] if keeps_ids else None
        self.server.change(tasks, 2, edit((2, 3), (2, 8), "Poles"))
        return self.pull(tasks, known), plan

    def test_other_documents_follow(self):
        plan, tasks = self.write("plan.md", PLAN), self.write("tasks.md", TASKS)
        self.begin("vscode")
        self.server.open(plan, PLAN)
        self.server.open(tasks, TASKS)
        before = self.pull(plan)
        self.assertNotIn("broken-anchor", self.codes(before))
        self.pull(tasks)
        self.server.change(tasks, 2, edit((2, 3), (2, 8), "Poles"))
        self.assertNotIn("relatedDocuments", self.pull(tasks))
        self.refreshed()
        after = self.pull(plan, before["resultId"])
        self.assertEqual(after["kind"], "full")
        self.assertIn("broken-anchor", self.codes(after))
        self.settles_unasked()

    def settles_unasked(self):
        self.server.settle(0.5)
        self.assertEqual([r for r in self.server.requests if "diagnostic/refresh" in r["method"]], [])
        self.assertEqual(self.server.finish(), 0)

    def test_related_documents_where_they_are_taken(self):
        report, plan = self.overtake()
        self.assertIn("broken-anchor", self.codes(report["relatedDocuments"][plan]))

    def test_related_documents_where_there_is_no_refresh(self):
        capabilities = client.load_client("lsp4ij")["capabilities"]
        del capabilities["workspace"]["diagnostics"]
        report, plan = self.overtake({"capabilities": capabilities}, keeps_ids=False)
        self.assertIn("broken-anchor", self.codes(report["relatedDocuments"][plan]))

    def test_who_keeps_no_result_ids_is_asked_to_ask_anew(self):
        """LSP4IJ announces related documents, and drops those beside a full report."""
        report, plan = self.overtake(keeps_ids=False)
        self.assertNotIn("relatedDocuments", report)
        self.refreshed()
        self.assertIn("broken-anchor", self.codes(self.pull(plan)))
        self.settles_unasked()

    def test_the_workspace_is_pushed_where_nobody_pulls_it(self):
        """workspace.diagnostics says only that a refresh is understood; who pulls does it at once."""
        shed = self.write("shed.md", BROKEN)
        for name in ("vscode", "lsp4ij"):
            self.begin(name)
            self.server.settle(1)
            self.assertEqual(self.server.published, [])
            self.server.findings(shed, code="invalid-span")
            self.assertEqual(self.server.finish(), 0)
        self.begin()
        self.pull_workspace()
        self.server.settle(3)
        self.assertEqual(self.server.published, [])

    def test_no_refresh_for_ones_own_edit(self):
        plan = self.write("plan.md", BROKEN)
        self.begin()
        self.server.open(plan, BROKEN)
        self.pull(plan)
        self.server.change(plan, 2, edit((4, 22), (4, 25), "3-9"))
        self.server.settle(0.6)
        self.assertEqual([r for r in self.server.requests if "refresh" in r["method"]], [])

    def test_lenses_and_hints_follow(self):
        plan = PLAN.replace("see [the tasks](tasks.md#piles)", "one")
        tasks = TASKS.replace("## Piles", "initiative: Pier repair")
        plan_uri, tasks_uri = self.write("plan.md", plan), self.write("tasks.md", tasks)
        self.begin()
        self.server.open(plan_uri, plan)
        self.server.open(tasks_uri, tasks)
        lenses = self.server.request("textDocument/codeLens", {"textDocument": {"uri": plan_uri}})
        self.assertIn("0/1 tasks", " ".join(one["command"]["title"] for one in lenses))
        self.server.request("textDocument/inlayHint", {
            "textDocument": {"uri": plan_uri}, "range": client.range_of((0, 0), (99, 0))})
        self.server.change(tasks_uri, 2, edit((3, 3), (3, 4), "x"))
        self.refreshed("workspace/codeLens/refresh")
        self.refreshed("workspace/inlayHint/refresh")

    def test_tags_data_and_pages(self):
        plan = self.write("plan.md", BROKEN)
        self.begin()
        self.server.open(plan, BROKEN)
        one = [d for d in self.pull(plan)["items"] if d["code"] == "invalid-span"][0]
        self.assertTrue(one["codeDescription"]["href"].endswith("invalid_span.md"))
        self.assertIn("key", one["data"])

    def test_a_question_overtaken_by_typing(self):
        """While the workspace loads, questions wait, typing does not, and what is about a text that is
        gone is said to be."""
        for i in range(1500):
            self.write(f"many/{i}.md", BROKEN * 20)
        plan = self.write("plan.md", BROKEN)
        self.begin()
        self.server.open(plan, BROKEN)
        hover = self.server.ask("textDocument/hover", {
            "textDocument": {"uri": plan}, "position": {"line": 2, "character": 5}})
        pull = self.server.ask("textDocument/diagnostic", {"textDocument": {"uri": plan}})
        self.server.change(plan, 2, edit((0, 0), (0, 0), "\n"))
        cancelled = self.server.ask("textDocument/diagnostic", {"textDocument": {"uri": plan}})
        self.server.notify("$/cancelRequest", {"id": cancelled})
        self.assertEqual(self.server.response(hover)["error"]["code"], -32801)
        error = self.server.response(pull)["error"]
        self.assertEqual((error["code"], error["data"]), (-32802, {"retriggerRequest": True}))
        self.assertEqual(self.server.response(cancelled)["error"]["code"], -32800)
        self.assertIn("invalid-span", self.codes(self.pull(plan)))

    def test_shutdown_answers_what_waits(self):
        for i in range(800):
            self.write(f"many/{i}.md", BROKEN * 20)
        plan = self.write("plan.md", BROKEN)
        self.begin()
        self.server.open(plan, BROKEN)
        pull = self.server.ask("textDocument/diagnostic", {"textDocument": {"uri": plan}})
        self.assertEqual(self.server.finish(), 0)
        self.assertEqual(self.server.response(pull)["error"]["code"], -32800)


if __name__ == "__main__":
    client.main()
