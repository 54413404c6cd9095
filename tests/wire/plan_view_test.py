"""plan_view_test.py: what a plan view asks for: the plan as it is typed, where the cursor is, when to ask anew."""
import client
from client import WireTest, edit, uri

PLAN = """---
start: 2026-01-05
---
# Harbour 🚢

Words.

## Team

| Name | Role |
|---|---|
| Zoë | Engineer |

## Phase 1: Quay walls (Weeks 1-4)

- **Owner:** Zoë
- **Budget:** $10K

**Go-Gate Criteria:**
- [x] Map printed
- [ ] Depth known

## Phase 2: Cranes 🏗️ (Weeks 5-6)

- **Owner:** Zoë
- **Depends on:** Phase 1
"""
TASKS = """# Tasks

- [ ] T1 Measure [them](../plan.md#phase-1-quay-walls-weeks-1-4)
- [ ] T2 Rest
"""


class PlanView(WireTest):
    def begin(self, announces=True):
        self.plan = self.write("plan.md", PLAN)
        self.write("other/plan.md", "# Other\n\n## Initiative: Else\n\n- **Owner:** Zoë\n")
        self.tasks = self.write("tasks/quay.md", TASKS)
        self.server = self.start()
        capabilities = client.load_client("vscode")["capabilities"]
        if announces:
            capabilities["experimental"] = {"planls": {"planChanged": True}}
        result = self.server.initialize(self.folder, capabilities=capabilities)
        self.server.open(self.plan, PLAN)
        return result["capabilities"]

    def view(self, document=None):
        return self.server.request("planls/planView", {"textDocument": {"uri": document or self.plan}})

    def place(self, document, line, character=3):
        return self.server.at("planls/planPlace", document, line, character)

    def told(self):
        return [n for n in self.server.notifications if n["method"] == "planls/planChanged"]

    def test_what_is_drawn(self):
        capabilities = self.begin()
        self.assertEqual(capabilities["experimental"], {"planls": {"planView": True}})
        view = self.view()
        self.assertEqual((view["uri"], view["documentVersion"]), (self.plan, 1))
        self.assertEqual([(p["path"], p["title"]) for p in view["workspacePlans"]],
                         [("other/plan.md", "Other"), ("plan.md", "Harbour 🚢")])
        self.assertEqual(view["workspacePlans"][1]["uri"], self.plan)
        plan, = view["plans"]
        self.assertEqual(plan["anchor"], "stated")
        first, second = plan["items"]
        self.assertEqual((first["from"], first["to"]), ("2026-01-05", "2026-02-01"))
        self.assertEqual((second["fromWeek"], second["toWeek"]), (5, 6))
        self.assertEqual((second["fromDay"], second["toDay"]), (29, 42))
        self.assertEqual((first["state"], second["state"]), (None, "doing"))  # the crane at work
        # Ranges are the protocol's, in UTF-16: the title without its prefix.
        line = PLAN[:PLAN.index("Cranes")].count("\n")
        self.assertEqual(second["range"], client.range_of((line, 12), (line, 18)))
        self.assertEqual(plan["edges"], [{"waits": 1, "for": 0}])
        gate, = plan["gates"]
        self.assertEqual((gate["item"], gate["state"], gate["criteria"], gate["open"]),
                         (0, "unmet", 2, 1))
        self.assertEqual(first["tasks"], 1)
        zoe, = view["loads"]
        self.assertEqual((zoe["name"], zoe["runs"][0]["load"]), ("Zoë", 1))
        self.assertTrue(all(set(i["findings"]) == {"errors", "warnings", "hints"}
                            for i in plan["items"]))

    def test_weeks_that_hang_on_nothing(self):
        self.begin()
        text = ("# Quay\n\n### Phase 1: Dig (Weeks 2-3)\n- **Status:** In progress\n\n"
                "### Phase 2: Fill (Week 4)\n")
        document = self.write("float/plan.md", text)
        self.server.open(document, text)
        plan, = self.view(document)["plans"]
        dig, fill = plan["items"]
        self.assertEqual((plan["anchor"], dig["from"], dig["to"]), ("floating", None, None))
        self.assertEqual((dig["fromDay"], dig["toDay"], dig["state"]), (8, 21, "doing"))
        self.assertEqual((fill["fromWeek"], fill["fromDay"], fill["toDay"]), (4, 22, 28))

    def test_findings_are_counted_at_their_item(self):
        self.begin()
        before = self.view()["plans"][0]["items"][1]["findings"]
        line = PLAN[:PLAN.index("(Weeks 5")].count("\n")
        text = PLAN.split("\n")[line]
        at = len(text[:text.index("5-6")].encode("utf-16-le")) // 2
        self.server.change(self.plan, 2, edit((line, at), (line, at + 3), "5-3"))
        after = self.view()["plans"][0]["items"][1]["findings"]
        self.assertEqual(after["errors"], before["errors"] + 1)

    def test_the_text_as_it_is_typed(self):
        self.begin()
        line = PLAN[:PLAN.index("(Weeks 1-4)")].count("\n")
        at = PLAN.split("\n")[line].index("4")
        self.server.change(self.plan, 2, edit((line, at), (line, at + 1), "3"))
        view = self.view()
        self.assertEqual(view["documentVersion"], 2)
        self.assertEqual(view["plans"][0]["items"][0]["to"], "2026-01-25")

    def test_places(self):
        self.begin()
        self.server.open(self.tasks, TASKS)
        keys = [i["key"] for i in self.view()["plans"][0]["items"]]
        cranes = PLAN[:PLAN.index("## Phase 2")].count("\n")
        self.assertEqual(self.place(self.plan, cranes), {"uri": self.plan, "key": keys[1]})
        self.assertEqual(self.place(self.plan, cranes - 3), {"uri": self.plan, "key": keys[0]})
        self.assertEqual(self.place(self.plan, 5), {"uri": self.plan, "key": None})
        self.assertEqual(self.place(self.plan, 9999), {"uri": self.plan, "key": keys[1]})
        self.assertEqual(self.place(self.tasks, 2), {"uri": self.plan, "key": keys[0]})
        self.assertIsNone(self.place(self.tasks, 0))
        self.assertIsNone(self.place(uri(self.folder + "/closed.md"), 0))

    def test_other_documents(self):
        self.begin()
        self.server.open(self.tasks, TASKS)
        view = self.view(self.tasks)
        self.assertEqual((view["plans"], view["loads"]), ([], []))
        self.assertEqual(len(view["workspacePlans"]), 2)
        self.assertIsNone(self.view(uri(self.folder + "/closed.md")))
        for params in (None, {}, {"textDocument": 3}, {"textDocument": {"uri": []}}):
            self.assertEqual(self.server.error("planls/planView", params), -32602)
            self.assertEqual(self.server.error("planls/planPlace", params), -32602)
        empty = uri(self.folder + "/empty.md")
        self.server.open(empty, "")
        self.assertEqual(self.view(empty)["plans"], [])

    def test_changes_are_told_once_until_it_is_asked_for_anew(self):
        self.begin()
        self.server.open(self.tasks, TASKS)
        self.server.settle()
        self.assertEqual(self.told(), [])  # nobody has asked
        self.view()
        self.server.settle()
        self.assertEqual(self.told(), [])  # nothing has changed
        self.server.change(self.tasks, 2, edit((2, 3), (2, 4), "x"))
        self.server.pump(self.told, what="planChanged")
        self.server.change(self.tasks, 3, edit((2, 3), (2, 4), " "))
        self.server.settle(0.6)
        self.assertEqual(len(self.told()), 1)
        self.assertEqual(self.view()["plans"][0]["items"][0]["tasksDone"], 0)
        self.server.change(self.tasks, 4, edit((2, 3), (2, 4), "x"))
        self.server.pump(lambda: len(self.told()) == 2, what="planChanged")
        self.assertEqual(self.view()["plans"][0]["items"][0]["tasksDone"], 1)

    def test_who_announces_nothing_is_told_nothing(self):
        self.begin(announces=False)
        self.view()
        self.server.change(self.plan, 2, edit((3, 2), (3, 3), "X"))
        self.view()
        self.server.settle(0.6)
        self.assertEqual(self.told(), [])


if __name__ == "__main__":
    client.main()
