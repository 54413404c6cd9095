"""config_test.py: settings while the server runs: the editor's, pushed or pulled, and `.planls.json`, on
disk and as it is typed, at the root and in folders below.
"""
import json
import os

import client
from client import WireTest, edit, uri

# Without settings: invalid-span, and the profile is standard.
PLAN = "# Plan: Shed\n\n## Initiative: Roof\n- **Owner:** Ada\n- **Timeline:** Weeks 9-3\n"
OFF = {"planls": {"rules": {"invalid-span": "off"}}}
CLIENTS = ("vscode", "neovim", "neovim-0.7", "lsp4ij")


class Config(WireTest):
    def begin(self, name="vscode", settings=None, **changes):
        self.server = self.start()
        if settings is not None:
            self.server.reply_to["workspace/configuration"] = settings
        self.server.reply_to["client/registerCapability"] = lambda params: None
        self.server.initialize(self.folder, client=name, **changes)

    def open(self, path, text, **options):
        document = self.write(path, text)
        self.server.open(document, text, **options)
        return document

    def changed(self, settings):
        self.server.notify("workspace/didChangeConfiguration", {"settings": settings})

    def messages(self):
        return [n["params"]["message"] for n in self.server.notifications
                if n["method"] == "window/showMessage"]

    def test_pulled(self):
        for name in CLIENTS:
            held = {}

            def answer(params, held=held):
                self.assertTrue(all(item["section"] == "planls" for item in params["items"]))
                return [held.get("planls")]  # null where there is nothing

            self.begin(name, answer)
            plan = self.open("plan.md", PLAN)
            self.server.findings(plan, code="invalid-span")
            held.update(OFF)
            self.changed(None)  # says that, not what
            self.server.findings(plan, missing="invalid-span")
            held["planls"] = {}
            self.changed(None)
            self.server.findings(plan, code="invalid-span")
            self.assertEqual(self.server.finish(), 0)

    def test_pushed(self):
        for name in CLIENTS:
            capabilities = client.load_client(name)["capabilities"]
            capabilities["workspace"].pop("configuration", None)
            self.begin(name, capabilities=capabilities)
            plan = self.open("plan.md", PLAN)
            self.server.findings(plan, code="invalid-span")
            self.changed(OFF)
            self.server.findings(plan, missing="invalid-span")
            self.changed({"planls": {}})
            self.server.findings(plan, code="invalid-span")
            self.changed(None)
            self.changed(3)
            self.changed([OFF])
            self.assertEqual(self.server.finish(), 0)
        self.assertFalse([r for r in self.server.requests
                          if r["method"] == "workspace/configuration"])

    def test_a_payload_counts_where_pulling_fails(self):
        self.begin("vscode")  # answers MethodNotFound
        plan = self.open("plan.md", PLAN)
        self.server.findings(plan, code="invalid-span")
        self.changed(OFF)
        self.server.findings(plan, missing="invalid-span")

    def test_registered_where_announced(self):
        for name in CLIENTS:
            self.begin(name)
            self.server.settle()
            registered = [one["registerOptions"] for r in self.server.requests
                          if r["method"] == "client/registerCapability"
                          for one in r["params"]["registrations"]
                          if one["method"] == "workspace/didChangeConfiguration"]
            announced = name in ("vscode", "lsp4ij")
            self.assertEqual(registered, [{"section": "planls"}] if announced else [])
            self.assertEqual(self.server.finish(), 0)

    def test_wrong_settings_are_told_once(self):
        self.begin(initializationOptions={"profile": "strikt", "rules": {"invalid-span": "off"}})
        plan = self.open("plan.md", PLAN)
        self.server.findings(plan, missing="invalid-span")  # the rest counts
        self.server.open(uri(self.folder + "/other.md"), PLAN)
        self.server.settle()
        self.assertEqual(self.messages(), [
            'Your settings for planls: unknown profile "strikt": did you mean "strict"?'])

    def test_the_file_is_read_again(self):
        self.begin()
        plan = self.open("plan.md", PLAN)
        self.server.findings(plan, code="invalid-span")
        settings = self.write(".planls.json", json.dumps(OFF["planls"]))
        self.server.notify("workspace/didChangeWatchedFiles",
                           {"changes": [{"uri": settings, "type": 1}]})
        self.server.findings(plan, missing="invalid-span")
        os.unlink(self.folder + "/.planls.json")
        self.server.notify("workspace/didChangeWatchedFiles",
                           {"changes": [{"uri": settings, "type": 3}]})
        self.server.findings(plan, code="invalid-span")

    def test_judged_as_it_is_typed(self):
        wrong = '{\n  "profil": "lean"\n}\n'
        settings = self.write(".planls.json", '{\n  "profile": "lean"\n}\n')
        self.begin()
        self.server.open(settings, wrong, language="jsonc")
        one = self.server.findings(settings, version=1, code="invalid-config")[0]
        self.assertEqual(one["range"], client.range_of((1, 2), (1, 10)))
        self.assertTrue(one["codeDescription"]["href"].endswith("/invalid_config.md"))
        self.server.change(settings, 2, edit((1, 9), (1, 9), "e"))
        self.assertEqual(self.server.findings(settings, version=2), [])
        self.server.change(settings, 3, edit((1, 12), (1, 12), "\U0001F680"), edit((2, 0), (2, 1), ""))
        self.assertEqual(len(self.server.findings(settings, version=3)), 1)
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": settings}})
        self.server.findings(settings, missing="invalid-config")  # as on disk

    def test_a_new_file_not_saved_yet(self):
        self.begin()
        settings = uri(self.folder + "/sub/.planls.json")
        self.server.open(settings, '{"start": "soon"}', language="json")
        self.server.findings(settings, code="invalid-config")
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": settings}})
        self.server.findings(settings, missing="invalid-config")

    def test_pulled_findings_of_the_file(self):
        settings = self.write(".planls.json", '{"profil": "lean"}')
        self.begin(pull=True)
        ask = lambda: self.server.request("textDocument/diagnostic",
                                          {"textDocument": {"uri": settings}})["items"]
        self.assertEqual([d["code"] for d in ask()], ["invalid-config"])
        items = self.server.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        self.assertEqual([i["uri"] for i in items], [settings])
        self.server.open(settings, '{"profile": "lean"}', language="json")
        self.assertEqual(ask(), [])

    def test_a_slip_is_mended_in_the_file(self):
        text = '{\n  "profil": "strict",\n  "rules": {"missing-bugdet": "off"},\n  "x": 1\n}\n'
        for name in CLIENTS:
            self.begin(name)
            config = self.open(".planls.json", text, language="json")
            for line, right in ((1, text.replace("profil", "profile")),
                                (2, text.replace("bugdet", "budget")), (3, None)):
                here = client.range_of((line, 4), (line, 4))
                if line == 2:
                    here = client.range_of((2, 13), (2, 20))
                actions = self.server.request("textDocument/codeAction", {
                    "textDocument": {"uri": config}, "range": here, "context": {"diagnostics": []}})
                self.assertEqual(len(actions), 1 if right else 0)
                if not right:
                    continue
                self.assertEqual(actions[0]["kind"], "quickfix")
                self.assertEqual(actions[0]["diagnostics"][0]["code"], "invalid-config")
                edit = actions[0]["edit"]
                edits = edit["documentChanges"][0]["edits"] if "documentChanges" in edit \
                    else edit["changes"][config]
                self.assertEqual(client.apply_edits(text, edits), right)
            self.assertEqual(self.server.finish(), 0)

    def test_tokens_are_asked_for_anew(self):
        """A label that the configuration makes one is coloured as such."""
        for name, announced in (("lsp4ij", True), ("neovim-0.7", False)):
            self.write(".planls.json", "{}")
            self.begin(name)
            self.server.reply_to["workspace/semanticTokens/refresh"] = lambda params: None
            plan = self.open("plan.md", "# Plan\n\n## Initiative: Roof\n- **Foreman:** Ada\n")
            self.server.at("textDocument/hover", plan, 0, 0)
            asked = lambda: [r for r in self.server.requests
                             if r["method"] == "workspace/semanticTokens/refresh"]
            self.assertEqual(asked(), [])
            self.open(".planls.json", '{"fields": {"owner": ["Foreman"]}}', language="json")
            self.server.notify("textDocument/didSave",
                               {"textDocument": {"uri": client.uri(self.folder + "/.planls.json")}})
            if announced:
                self.server.pump(asked, what="a refresh of tokens")
                tokens = self.server.request("textDocument/semanticTokens/full",
                                             {"textDocument": {"uri": plan}})
                self.assertIn(3, tokens["data"][::5])  # the line of the field
            self.server.settle(1)
            self.assertEqual(len(asked()), int(announced))
            self.assertEqual(self.server.finish(), 0)

    def test_a_folder_becomes_a_workspace(self):
        """And stops being one: open documents follow, with what is typed and not saved."""
        self.begin(pull=False)
        plan = self.open("plan.md", PLAN)
        part = self.open("part/plan.md", PLAN.replace("9-3", "3-9"))
        self.server.findings(part, missing="invalid-span", version=1)
        self.server.change(part, 2, edit((4, 22), (4, 25), "9-3"))
        self.server.findings(part, code="invalid-span", version=2)
        settings = self.write("part/.planls.json", json.dumps(OFF["planls"]))
        changes = {"changes": [{"uri": settings, "type": 1}]}
        self.server.notify("workspace/didChangeWatchedFiles", changes)
        self.server.findings(part, missing="invalid-span", version=2)
        self.server.change(part, 3, edit((4, 0), (4, 0), "- **Budget:** $5K\n"))
        self.server.findings(part, missing="invalid-span", version=3)
        self.assertIn("invalid-span", [d["code"] for d in self.server.findings(plan)])
        os.unlink(self.folder + "/part/.planls.json")
        self.server.notify("workspace/didChangeWatchedFiles", changes)
        found = self.server.findings(part, code="invalid-span", version=3)
        self.assertEqual([d["range"]["start"]["line"] for d in found
                          if d["code"] == "invalid-span"], [5])


if __name__ == "__main__":
    client.main()
