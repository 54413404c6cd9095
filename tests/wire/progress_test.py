"""progress_test.py: what the user is told of the first reading of a large workspace, and how to stop it."""
import client
from client import WireTest

BROKEN = "# Plan: Shed\n\n## Initiative: Roof\n- **Owner:** Ada\n- **Timeline:** Weeks 9-3\n"
MANY = 1200


class Progress(WireTest):
    def begin(self, many=MANY, agree=True, **changes):
        for i in range(many):
            self.write(f"plans/{i // 100}/{i}.md", BROKEN * 5)
        self.server = self.start()
        if agree:
            self.server.reply_to["window/workDoneProgress/create"] = lambda params: None
        self.server.initialize(self.folder, **changes)

    def values(self):
        return [n["params"] for n in self.server.notifications if n["method"] == "$/progress"]

    def kinds(self):
        return [one["value"]["kind"] for one in self.values()]

    def asked(self):
        return [r for r in self.server.requests if r["method"] == "window/workDoneProgress/create"]

    def ready(self):
        self.server.pump(lambda: any("documents below" in l["message"] for l in self.server.logs))
        self.server.settle()

    def test_begin_report_end(self):
        self.begin()
        self.server.pump(lambda: "end" in self.kinds())
        kinds, values = self.kinds(), [one["value"] for one in self.values()]
        self.assertEqual((kinds[0], kinds[-1], kinds.count("begin")), ("begin", "end", 1))
        self.assertEqual(values[0]["title"], "Reading plans")
        steps = [v["percentage"] for v in values if v["kind"] == "report"]
        self.assertEqual(steps, sorted(set(steps)))
        self.assertEqual({one["token"] for one in self.values()},
                         {self.asked()[0]["params"]["token"]})

    def test_lists_in_parts(self):
        """With a token for partial results all of a list comes by $/progress, at most 100 at once, and the
        answer is empty."""
        tasks = "".join(f"- [ ] T{n:03} Call (depends on T000)\n" for n in range(250))
        plan = self.write("plan.md", "# Tasks\n\n" + tasks)
        self.begin(many=0)
        self.server.open(plan, self.read("plan.md"))
        where = {"textDocument": {"uri": plan}, "position": {"line": 2, "character": 7}}
        for number, (method, params) in enumerate((
                ("textDocument/references", {**where, "context": {"includeDeclaration": True}}),
                ("textDocument/documentHighlight", where),
                ("textDocument/documentSymbol", {"textDocument": {"uri": plan}}),
                ("textDocument/codeAction", {"textDocument": {"uri": plan}, "context": {"diagnostics": []},
                                             "range": client.range_of((2, 7), (2, 7))}),
                ("workspace/symbol", {"query": "call"}))):
            whole = self.server.request(method, params)
            self.server.notifications.clear()
            self.assertEqual(self.server.request(method, {**params, "partialResultToken": number}), [])
            parts = [one["value"] for one in self.values() if one["token"] == number]
            self.assertEqual([one for part in parts for one in part], whole)
            self.assertEqual([len(part) for part in parts][:-1], [100] * (len(parts) - 1))
            self.assertEqual(len(whole) > 100, len(parts) > 1)

    def test_what_is_about_all_waits(self):
        """A file moved, a symbol looked for while the workspace is still being read."""
        zebra = self.write("zebra.md", "# Zebra\n\nSee [a shed](plans/0/7.md).\n")
        self.begin()
        moved = [client.uri(f"{self.folder}/plans/0/{name}.md") for name in ("7", "seven")]
        move = self.server.ask("workspace/willRenameFiles",
                               {"files": [{"oldUri": moved[0], "newUri": moved[1]}]})
        found = self.server.ask("workspace/symbol", {"query": "zebra"})
        edit = self.server.response(move)["result"]
        self.assertEqual([c["textDocument"]["uri"] for c in edit["documentChanges"]], [zebra])
        self.assertEqual([s["name"] for s in self.server.response(found)["result"]][:1], ["zebra.md"])

    def test_silent_where_there_is_little(self):
        self.begin(many=20)
        self.ready()
        self.assertEqual(self.asked(), [])

    def test_silent_where_it_is_not_announced(self):
        capabilities = client.load_client("vscode")["capabilities"]
        capabilities["window"]["workDoneProgress"] = False
        self.begin(capabilities=capabilities)
        self.ready()
        self.assertEqual((self.asked(), self.values()), ([], []))

    def test_silent_where_the_client_refuses(self):
        self.begin(agree=False)
        self.ready()
        self.assertEqual((len(self.asked()), self.values()), (1, []))

    def test_cancel(self):
        """What is open is still judged, nothing closed is; a second cancel and a wrong one do nothing."""
        self.begin(many=4000)
        plan = self.write("plan.md", BROKEN)
        self.server.pump(lambda: "begin" in self.kinds())
        token = self.asked()[0]["params"]["token"]
        cancel = lambda it: self.server.notify("window/workDoneProgress/cancel", {"token": it})
        cancel("another")
        cancel(token)
        cancel(token)
        self.server.open(plan, BROKEN)
        self.server.findings(plan, code="invalid-span")
        self.server.settle()
        self.assertEqual(self.kinds().count("end"), 1)
        if "stopped" in self.values()[-1]["value"].get("message", ""):
            self.assertEqual([p["uri"] for p in self.server.published if p["uri"] != plan], [])
        self.assertEqual(self.server.finish(), 0)


if __name__ == "__main__":
    client.main()
