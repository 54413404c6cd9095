"""early_test.py: what is said of an open document while its workspace is being read for the first time: what hangs on
its own text at once, the rest when all is known, and nothing that has to be taken back.
"""
import client
from client import WireTest, edit

OWN = "# Plan: Shed\n\n## Initiative: Roof\n- **Owner:** Ada\n- **Timeline:** Weeks 9-3\n"
PLAN = OWN + "\nSee [the last](zz/last.md#end) and [nothing](zz/nothing.md).\n"
OTHER = "# Plan: Pier\n\n## Initiative: Deck\n- **Owner:** Bo\n- **Timeline:** Weeks 1-3\n"


class Early(WireTest):
    def begin(self, text=PLAN, **options):
        for i in range(600):
            self.write(f"plans/{i // 100}/{i}.md", OTHER * 5)
        self.write("zz/last.md", "# Last\n\n## End\n")
        self.plan = self.write("plan.md", text)
        self.server = self.start()
        self.server.initialize(self.folder, **options)
        self.server.open(self.plan, text)

    def is_read(self):
        return any("documents below" in line["message"] for line in self.server.logs)

    def told(self):
        """The codes of each list that was published of the plan."""
        return [[d["code"] for d in one["diagnostics"]] for one in self.server.published
                if one["uri"] == self.plan]

    def test_its_own_at_once_the_rest_when_it_is_known(self):
        self.begin()
        self.server.findings(self.plan, version=1, code="invalid-span")
        self.assertFalse(self.is_read())
        self.server.findings(self.plan, version=1, code="broken-link")
        self.assertTrue(self.is_read())
        self.server.settle()
        self.assertEqual(self.told(), [["invalid-span"], ["invalid-span", "broken-link"]])
        self.assertEqual(self.server.finish(), 0)

    def test_typing_goes_on_meanwhile(self):
        self.begin()
        self.server.change(self.plan, 2, edit((4, 22), (4, 25), "1-3"))
        self.server.change(self.plan, 3, edit((4, 22), (4, 25), "8-2"))
        self.server.findings(self.plan, version=3, code="invalid-span")
        self.server.findings(self.plan, version=3, code="broken-link")
        for codes in self.told():
            self.assertLessEqual(codes.count("broken-link"), 1)

    def test_nothing_is_no_news_before_all_is_known(self):
        self.begin(text=OTHER)
        self.server.pump(lambda: self.told() or None)
        self.assertTrue(self.is_read())
        self.assertEqual(self.told(), [[]])

    def test_who_pulls_is_answered_early_and_asked_to_pull_again(self):
        self.begin(pull=True)
        early = self.server.request("textDocument/diagnostic", {"textDocument": {"uri": self.plan}})
        self.assertEqual([d["code"] for d in early["items"]], ["invalid-span"])
        self.assertFalse(self.is_read())
        self.server.pump(lambda: [r for r in self.server.requests
                                  if r["method"] == "workspace/diagnostic/refresh"] or None)
        late = self.server.request("textDocument/diagnostic", {
            "textDocument": {"uri": self.plan}, "previousResultId": early["resultId"]})
        self.assertEqual([d["code"] for d in late["items"]], ["invalid-span", "broken-link"])
        self.assertEqual(self.told(), [])


if __name__ == "__main__":
    client.main()
