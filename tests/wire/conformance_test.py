"""conformance_test.py: a client that knows the specification alone sends all of it: every request and
notification of the model, right and wrong, before initialize, in a session and after shutdown, as clients
that announce nothing, everything, what real editors do, or anything at random. Every message that comes
back is held against the model, against what that client announced (announced.py) and against the text
(every range lies in it, in the agreed units). After all of it a hover is answered as at first.

    python3 tests/wire/conformance_test.py [--seconds=60] [--seed=7]
"""
import copy
import itertools
import json
import random
import sys
import time
import unittest

import client
from announced import Announced
from client import MODEL, WireTest, uri
from generate import Fullest, Generator
from metamodel import Invalid

PLAN = """---
title: Harbour 🚢
owner: Zoë
---
# Harbour 🚢 Plan

| Name | Role | Capacity |
|------|------|----------|
| Zoë 🚢 | Engineer | 100% |
| Ann | Lead | 50% |

## 1. Initiative: Quay walls (Weeks 1-4)

- **Owner:** Zoë
- **Budget:** $10K
- **Depends on:** Survey
- **Success Criteria:** 95% dry 🚢 in a week

## 2. Initiative: Survey (Weeks 2-3)

- **Owner:** 🚢 Ann
- **Budget:** $5K
- [ ] T9 Read the depth 🚢 (depends on T1)

See 🚢 [the tasks](tasks/quay.md#walls), [[plan#Survey]], `tasks/quay.md`, [gone](none.md#x) and T1.
"""
TASKS = """# Tasks 🧱

## Walls

- [ ] T1 Measure [them](../plan.md#1-initiative-quay-walls-weeks-1-4) (owner: Zoë)
  - [x] T2 Buy a tape (depends on T1)
"""
CONFIG = '{\n  "profile": "strict",\n  "nonsense": 1\n}\n'
NOT_INITIALIZED, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS = -32002, -32600, -32601, -32602
REFUSED, CONTENT_MODIFIED = -32803, -32801
MAY_REFUSE = ("textDocument/rename", "workspace/executeCommand", "codeAction/resolve")
# What is made up for these is no item that the server has told, or no argument that it takes.
MAY_BE_INVALID = ("resolve", "executeCommand", "incomingCalls", "outgoingCalls", "supertypes",
                  "subtypes")
LIFE = ("initialize", "initialized", "shutdown", "exit")
CLIENTS = ("nothing", "everything", "vscode", "neovim", "neovim-0.7", "lsp4ij", "helix", "emacs",
           "random")
ODD_URIS = ("untitled:Untitled-1", "git:/x/plan.md?ref", "file:///nowhere/plan.md", "file:///%zz%4",
            "file:///c%3A/plans/plan.md", "file:///C:/plans/plan.md", "file://host/share/plan.md",
            "file:///a%00b.md", "FILE:///tmp/x.md", "file:plan.md", "vscode-notebook-cell:/a#b",
            "file:///x/plan.md?query#fragment", "x:", "file:", "file://", "file:///")


def lines_of(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def units(line, encoding):
    """The places in a line between characters, in the units of the encoding."""
    width = {"utf-8": lambda c: len(c.encode()), "utf-32": lambda c: 1,
             "utf-16": lambda c: 2 if ord(c) > 0xffff else 1}[encoding]
    return set(itertools.accumulate(map(width, line), initial=0))


class Session:
    """A client of some kind on a small workspace, and what it knows of the texts."""

    def __init__(self, test, dice, kind):
        self.test, self.dice, self.kind = test, dice, kind
        self.plan = test.write("plan.md", PLAN)
        self.crlf = uri(test.folder + "/crlf.md")
        self.closed = test.write("closed.md", TASKS.replace("T1", "T5").replace("T2", "T6"))
        self.config = test.write(".planls.json", CONFIG)
        self.texts = {self.plan: PLAN, test.write("tasks/quay.md", TASKS): TASKS,
                      self.crlf: PLAN.replace("\n", "\r\n").replace("T9", "T8"),
                      self.config: CONFIG, "untitled:Untitled-7": PLAN}
        self.kept = {}  # method → items to send back: hierarchies, lenses …
        self.version = 1
        self.server = test.start()
        self.make = Generator(MODEL, dice, self.pools())

    def pools(self):
        choice = self.dice.choice
        return {"DocumentUri": self.some_uri, "Position": self.position, "Range": self.range,
                "processId": lambda: None, "workDoneToken": lambda: self.token("w"),
                "partialResultToken": lambda: self.token("p"), "data": lambda: choice(
                    (None, 1, {}, {"root": self.test.folder, "path": "plan.md", "key": "plan",
                                   "start": 1, "end": 3})),
                "version": lambda: choice((1, 2, 2 ** 31 - 1)),
                "previousResultId": lambda: choice(("1", "", "x")),
                "newName": lambda: choice(("New", "T77", "", "a\nb", "🚢", "a|b", "x" * 3000)),
                "query": lambda: choice(("", "quay", "q w", "🚢", "x" * 3000)),
                "ch": lambda: choice(("|", "\n", "x", "🚢", "")),
                "command": lambda: choice(("planls.fixAll", "planls.report", "planls.shift", "x")),
                "arguments": lambda: choice(([], [self.plan], [self.plan, self.position(), 1], [None])),
                "LSPAny": lambda: choice((None, 5, "x", {}, {"planls": {}}))}

    def token(self, kind):
        token = f"{kind}{self.dice.randrange(10 ** 9)}"
        self.announced.tokens.add(token)
        return token

    def some_uri(self):
        roll = self.dice.random()
        return self.dice.choice(list(self.texts)) if roll < 0.8 else self.closed if roll < 0.9 else \
            self.dice.choice(ODD_URIS)

    def position(self):
        if self.dice.random() < 0.2:
            return {"line": self.dice.choice((0, 3, 2 ** 31 - 1)),
                    "character": self.dice.choice((0, 4, 200, 2 ** 31 - 1))}
        lines = PLAN.split("\n")
        line = self.dice.randrange(len(lines))
        return {"line": line, "character": self.dice.randrange(len(lines[line]) + 2)}

    def range(self):
        return {"start": self.position(), "end": self.position()}

    # ---- beginning ------------------------------------------------------------------------------

    def initialize_params(self):
        if self.kind in ("nothing", "everything", "random"):
            params = {"processId": None, "rootUri": uri(self.test.folder), "capabilities": {}}
            table = {"positionEncodings": lambda: self.dice.sample(["utf-8", "utf-16", "utf-32"], 2),
                     "formats": lambda: ["relative"],
                     "tokenTypes": lambda: ["property", "variable", "namespace"], "failureHandling": lambda: "abort",
                     "properties": lambda: ["edit", "location.range", "documentation", "command"],
                     "itemDefaults": lambda: ["editRange", "insertTextFormat"],
                     "rangeLimit": lambda: self.dice.choice((0, 3, 5000)), "LSPAny": lambda: {}}
            kind = {"kind": "reference", "name": "ClientCapabilities"}
            if self.kind == "everything":
                params["capabilities"] = Fullest(MODEL, self.dice, table).value(kind)
            elif self.kind == "random":
                params["capabilities"] = Generator(MODEL, self.dice, table, 0.8).value(kind)
            return params
        params = client.load_client(self.kind)
        params["rootUri"] = uri(self.test.folder)
        if "workspaceFolders" in params:
            params["workspaceFolders"] = [{"uri": uri(self.test.folder), "name": "test"}]
        return params

    def begin(self):
        params = self.initialize_params()
        capabilities = params["capabilities"]
        self.announced = Announced(capabilities, params.get("trace", "off"))
        self.server.check_call = self.announced.check_call
        for method in ("window/workDoneProgress/create", "client/registerCapability"):
            self.server.reply_to[method] = lambda params: None
        self.server.reply_to["workspace/configuration"] = lambda params: [None] * len(params["items"])
        self.server.reply_to["workspace/applyEdit"] = lambda params: {"applied": False}
        result = self.server.request("initialize", params, valid=False)  # real clients send more
        self.announced.check_answer("initialize", result)
        self.encoding = result["capabilities"].get("positionEncoding", "utf-16")
        self.capabilities = result["capabilities"]
        self.server.notify("initialized", {})
        for document, text in self.texts.items():
            language = "json" if document == self.config else "markdown"
            self.server.open(document, text, language=language)
        self.first = self.hover()

    def hover(self):
        column = {"utf-8": 13, "utf-16": 13, "utf-32": 13}[self.encoding]
        return self.server.at("textDocument/hover", self.plan, 13, column)

    # ---- checking ------------------------------------------------------------------------------

    def check_range(self, found, document, where):
        text = self.texts.get(document, TASKS if document == self.closed else None)
        if text is None:
            return
        lines = lines_of(text)
        ends = [(found[key]["line"], found[key]["character"]) for key in ("start", "end")]
        for line, character in ends:
            if line >= len(lines) or character not in units(lines[line], self.encoding):
                raise Invalid(f"{where}: {found} is no place of {document}")
        if ends[0] > ends[1]:
            raise Invalid(f"{where}: {found} runs backwards")

    def check_places(self, value, document, where):
        """Every range below, in the document that it is said to be of."""
        if isinstance(value, list):
            for one in value:
                self.check_places(one, document, where)
        if not isinstance(value, dict):
            return
        document = value.get("uri", document)
        if isinstance(value.get("textDocument"), dict):
            document = value["textDocument"]["uri"]
        if "start" in value and isinstance(value["start"], dict):
            self.check_range(value, document, where)
        for key, one in value.items():
            if key in ("changes", "relatedDocuments") and isinstance(one, dict):
                for name, edits in one.items():
                    self.check_places(edits, name, where)
            elif key not in ("data", "arguments"):
                target = key in ("targetRange", "targetSelectionRange")
                self.check_places(one, value.get("targetUri") if target else document, where)

    def check(self, method, params, response, right):
        where = f"{self.kind}: {method} {json.dumps(params)[:1500]}"
        try:
            if "error" in response:
                self.check_error(method, params, response["error"]["code"], right)
                return None
            result = response["result"]
            if method.endswith("/resolve") and params not in self.kept.get(method, ()):
                return result  # made up: what it holds comes back
            self.announced.check_answer(method, result)
            if right:
                document = params.get("textDocument", {}).get("uri") if params else None
                if method in ("callHierarchy/outgoingCalls", "callHierarchy/incomingCalls"):
                    document = None
                self.check_places(result, document, method)
            return result
        except Invalid as problem:
            raise Invalid(f"{where}: {problem}; {json.dumps(response)[:1500]}") from None

    def check_error(self, method, params, code, right):
        if code == NO_METHOD:
            if self.is_offered(method):
                raise Invalid("offered, and no method")
        elif code == INVALID_PARAMS:
            told = params in self.kept.get(method, ())
            if right and (told or not method.endswith(MAY_BE_INVALID)):
                raise Invalid("right params are refused")
        elif code == INVALID_REQUEST:
            if params is None or isinstance(params, (dict, list)):
                raise Invalid("is said to be no message")
        elif code == REFUSED:
            if method not in MAY_REFUSE:
                raise Invalid("is refused")
        elif code != CONTENT_MODIFIED:
            raise Invalid(f"fails with {code}")

    def is_offered(self, method):
        path = MODEL.requests[method].get("serverCapability") if method in MODEL.requests else None
        value = self.capabilities
        for key in path.split(".") if path else ["no such"]:
            value = value.get(key) if isinstance(value, dict) else None
        return bool(value)

    # ---- asking ----------------------------------------------------------------------------------

    def learn_tokens(self, value):
        for key in ("workDoneToken", "partialResultToken"):
            token = value.get(key) if isinstance(value, dict) else None
            if isinstance(token, (str, int)):
                self.announced.tokens.add(token)

    def ask(self, method, params, right=True):
        self.learn_tokens(params)
        response = self.server.response(self.server.ask(method, params, valid=right))
        return self.check(method, params, response, right)

    def right_params(self, method):
        """Of the model, or an item that an answer held."""
        kept = self.kept.get(method)
        if kept and self.dice.random() < 0.8:
            return copy.deepcopy(self.dice.choice(kept))
        return self.make.params(MODEL.requests[method])

    def keep(self, method, result):
        items = result.get("items", []) if isinstance(result, dict) else result or []
        resolves = {"textDocument/completion": "completionItem/resolve",
                    "textDocument/codeAction": "codeAction/resolve",
                    "textDocument/documentLink": "documentLink/resolve",
                    "textDocument/codeLens": "codeLens/resolve",
                    "textDocument/inlayHint": "inlayHint/resolve",
                    "workspace/symbol": "workspaceSymbol/resolve"}
        calls = {"textDocument/prepareCallHierarchy": ("callHierarchy/incomingCalls",
                                                       "callHierarchy/outgoingCalls"),
                 "textDocument/prepareTypeHierarchy": ("typeHierarchy/supertypes",
                                                       "typeHierarchy/subtypes")}
        if method in resolves and items:
            self.kept.setdefault(resolves[method], []).extend(items[:50])
        for call in calls.get(method, ()):
            self.kept.setdefault(call, []).extend({"item": item} for item in items)

    def round(self, right):
        for method, declared in MODEL.requests.items():
            if declared["messageDirection"] == "serverToClient" or method in LIFE:
                continue
            params = self.right_params(method)
            if not right:
                params = self.make.spoiled(params)
            result = self.ask(method, params, right)
            if right:
                self.keep(method, result)

    def notifications(self, right):
        """All of them; none leaves a document of ours open, closed or changed but for the last one."""
        for method, declared in MODEL.notifications.items():
            if declared["messageDirection"] == "serverToClient" or method in LIFE or \
                    method in ("$/cancelRequest", "$/setTrace"):
                continue
            params = self.make.params(declared)
            if not right:
                params = self.make.spoiled(params)
            document = (params.get("textDocument") or {}) if isinstance(params, dict) else {}
            if isinstance(document, dict) and document.get("uri") in [*self.texts, self.closed]:
                document["uri"] = uri(self.test.folder + "/other.md")
            if isinstance(params, dict) and isinstance(params.get("event"), dict):
                params["event"].pop("removed", None) if not right else \
                    params["event"].update(removed=[])
            self.server.notify(method, params, valid=False)

    def edit(self):
        """Changes the plan as an editor does, and puts it back."""
        where = self.position()
        lines = lines_of(PLAN)
        line = min(where["line"], len(lines) - 1)
        character = self.dice.choice(sorted(units(lines[line], self.encoding)))
        at = (line, character)
        self.version += 2
        self.server.change(self.plan, self.version - 1, client.edit(at, at, "\n- 🚢 x"))
        self.server.change(self.plan, self.version, {"text": PLAN})

    def end(self):
        if self.hover() != self.first:
            raise Invalid(f"{self.kind}: the hover is another: {self.hover()}")


@unittest.skipUnless(MODEL, "lsp-metaModel.json is not here")
class Conformance(WireTest):
    seconds, seed = 12, 7

    def session(self, dice, kind):
        session = Session(self, dice, kind)
        session.begin()
        return session

    def test_every_client(self):
        """Right rounds, then wrong ones between them, until the time is over; every client at least once."""
        end = time.monotonic() + self.seconds
        for seed in itertools.count(self.seed):
            for kind in CLIENTS:
                if seed > self.seed and time.monotonic() > end:
                    return
                with self.subTest(client=kind, seed=seed):
                    dice = random.Random(f"{seed} {kind}")
                    session = self.session(dice, kind)
                    for count in range(4):
                        session.round(right=True)
                        session.edit()
                        session.round(right=False)
                        session.notifications(right=count % 2 == 0)
                    session.end()
                    self.assertEqual(session.server.finish(), 0)

    def test_too_early_and_too_late(self):
        dice = random.Random(self.seed)
        session = Session(self, dice, "nothing")
        session.announced = Announced({})
        server = session.server
        requests = [m for m in MODEL.requests if m != "initialize"]
        for method in requests:
            params = session.right_params(method)
            self.assertEqual(server.error(method, params), NOT_INITIALIZED, method)
        for method, declared in MODEL.notifications.items():
            if method != "exit":
                server.notify(method, session.make.params(declared), valid=False)
        session.begin()
        self.assertEqual(server.error("initialize", session.initialize_params()), INVALID_REQUEST)
        session.end()
        self.assertIsNone(server.request("shutdown"))
        for method in MODEL.requests:
            self.assertEqual(server.error(method, session.right_params(method)), INVALID_REQUEST,
                             method)
        for method, declared in MODEL.notifications.items():
            if method != "exit":
                server.notify(method, session.make.params(declared), valid=False)
        server.notify("exit")
        self.assertEqual(server.wait(), 0)


if __name__ == "__main__":
    for argument in [a for a in sys.argv if a.startswith(("--seconds=", "--seed="))]:
        sys.argv.remove(argument)
        name, _, value = argument[2:].partition("=")
        setattr(Conformance, name, int(value))
    client.main()
