"""bad_input_test.py: whatever comes, it gets the specified error or is ignored as specified, is logged
once, and the next request is answered as if nothing had happened.
"""
import json
import random

import client
from client import WireTest, edit, uri

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS = -32700, -32600, -32601, -32602
CANCELLED = -32800


def framed(body):
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


class BadInput(WireTest):
    def setUp(self):
        super().setUp()
        self.server = self.start()
        self.server.initialize(self.folder)
        self.document = uri(self.folder + "/plan.md")
        self.server.open(self.document, "# Plan\n")
        self.server.findings(self.document)
        self.server.settle()
        self.server.logs.clear()

    def still_answers(self, complaints=1):
        """The next request is answered, and the log holds so many warnings or errors."""
        self.server.at("textDocument/hover", self.document, 0, 3)
        self.server.settle(0.1)
        told = [log for log in self.server.logs if log["type"] <= 2]
        self.assertEqual(len(told), complaints, told)
        self.server.logs.clear()

    def orphan(self):
        """The error that answers a message without a usable id."""
        return self.server.pump(lambda: self.server.orphans and self.server.orphans.pop(),
                                what="an error without id")["error"]["code"]

    def test_framing(self):
        for data in (
                b"hello\r\n",
                b"\x00\xff\xfe garbage",
                b"X-Header: without length\r\n\r\n{\"jsonrpc\":\"2.0\"}\r\n",
                b"Content-Length: many\r\n\r\n",
                b"Content-Length: -1\r\n\r\n",
                b"Content-Length: 99999999999999999999\r\n\r\n",
                b"Content-Length: 67108865\r\n\r\n",
                b"POST / HTTP/1.1\r\nHost: x\r\n\r\n",
                b"A: b\r\n" * 3000 + b"\r\n",
                b"x" * 100000,
        ):
            with self.subTest(data=data[:30]):
                self.server.raw(data)
                self.still_answers()

    def test_a_message_over_the_limit(self):
        head = b'{"jsonrpc":"2.0","id":77,"method":"x","params":{"text":"'
        self.server.raw(framed(head + b"y" * (64 << 20) + b'"}}'))
        self.still_answers()

    def test_a_long_message_within_the_limit(self):
        text = "# Long\n" + "word " * 400000 + "\n"
        self.server.open(self.document + "2.md", text)
        self.server.findings(self.document + "2.md")
        self.still_answers(0)

    def test_other_spellings_of_the_header(self):
        body = json.dumps({"jsonrpc": "2.0", "id": 900, "method": "no/such"}).encode()
        for number, head in enumerate((
                b"content-length: %d\r\n\r\n",
                b"Content-Length:%d\r\n\r\n",
                b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"
                b"Content-Length: %d\r\n\r\n",
                b"Content-Length: %d\n\n")):
            self.server.asked[900] = "no/such"
            self.server.raw(head % len(body) + body)
            response = self.server.response(900)
            self.assertEqual(response["error"]["code"], METHOD_NOT_FOUND, number)

    def test_no_json(self):
        for body in (b"", b"{", b"nonsense", b'{"jsonrpc":"2.0",}', b'{"a":1}{"b":2}', b"\xff\xfe",
                     b"[" * 100000, b'{"jsonrpc":"2.0","id":1,"method":"x"', b"'x'", b"nul"):
            with self.subTest(body=body[:30]):
                self.server.raw(framed(body))
                self.assertEqual(self.orphan(), PARSE_ERROR)
                self.still_answers()

    def test_json_that_is_no_message(self):
        for body in (b"[]", b"1", b"null", b'"text"', b"{}", b'{"jsonrpc":"2.0"}',
                     b'[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]',
                     b'{"jsonrpc":"2.0","id":{},"method":"shutdown"}',
                     b'{"jsonrpc":"2.0","id":null,"method":"shutdown"}',
                     b'{"jsonrpc":"2.0","id":1.5,"method":"shutdown"}',
                     b'{"jsonrpc":"2.0","id":[1],"method":7}',
                     b'{"jsonrpc":"2.0","method":7}'):
            with self.subTest(body=body):
                self.server.raw(framed(body))
                self.assertEqual(self.orphan(), INVALID_REQUEST)
                self.still_answers()

    def test_ids_come_back_as_they_went(self):
        for id in (0, -1, 2 ** 31, 2 ** 53 - 1, "", "1", "a\"b\\", "é🚢", "a\0b", "a\0c", "x" * 5000):
            self.server.response(self.server.ask("planls/planPlace", id=id, valid=False))
        self.still_answers(11)
        for id in (b"9007199254740993", b"1e300"):  # no double tells it from its neighbours
            self.server.raw(framed(b'{"jsonrpc":"2.0","id":%s,"method":"shutdown"}' % id))
            self.assertEqual(self.orphan(), INVALID_REQUEST)
            self.still_answers()

    def test_a_message_with_a_good_id_gets_its_error(self):
        for params in ("text", 5, True):
            self.assertEqual(self.server.error("textDocument/hover", params), INVALID_REQUEST)
            self.still_answers()

    def test_broken_characters_in_json(self):
        for number, escape in enumerate((b"\\u0000", b"\\ud83d", b"\\udc00", b"\xff\xfe", b"\xc3")):
            text = b"# Title " + escape + b"\\n"
            name = ("%s/broken%d.md" % (uri(self.folder), number)).encode()
            self.server.raw(framed(
                b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"'
                + name + b'","languageId":"markdown","version":1,"text":"' + text + b'"}}}'))
            self.server.findings(name.decode())
            self.still_answers(0)

    def test_unknown_methods(self):
        self.assertEqual(self.server.error("no/such"), METHOD_NOT_FOUND)
        self.still_answers()
        self.assertEqual(self.server.error("$/no/such"), METHOD_NOT_FOUND)
        self.still_answers()
        self.assertEqual(self.server.error("textDocument/didOpen", {}), METHOD_NOT_FOUND)
        self.still_answers()
        self.server.notify("no/such", {}, valid=False)
        self.still_answers()
        self.server.notify("$/no/such", {}, valid=False)
        self.still_answers(0)
        self.server.notify("textDocument/hover", {}, valid=False)
        self.still_answers()

    def test_responses_to_nothing(self):
        for response in ({"id": 4711, "result": None}, {"id": "x", "result": 5},
                         {"id": 4712, "error": {"code": 1, "message": "no"}}):
            self.server.send({"jsonrpc": "2.0", **response})
            self.still_answers()

    def test_wrong_params_of_requests(self):
        document, position = {"uri": self.document}, {"line": 0, "character": 0}
        for method in ("textDocument/hover", "textDocument/definition"):
            for params in (None, {}, [], {"textDocument": document}, {"position": position},
                           {"textDocument": 5, "position": position},
                           {"textDocument": {"uri": 5}, "position": position},
                           {"textDocument": document, "position": {"line": 0}},
                           {"textDocument": document, "position": {"line": -1, "character": 0}},
                           {"textDocument": document, "position": {"line": 0.5, "character": 0}},
                           {"textDocument": document, "position": {"line": "0", "character": 0}},
                           {"textDocument": document, "position": [0, 0]}):
                self.assertEqual(self.server.error(method, params), INVALID_PARAMS, params)
                self.still_answers()
        for params in (None, {}, {"textDocument": document},
                       {"textDocument": document, "range": position, "context": {}}):
            self.assertEqual(self.server.error("textDocument/codeAction", params), INVALID_PARAMS)
            self.still_answers()

    def test_wrong_params_of_notifications(self):
        document = {"uri": self.document, "version": 9}
        for method, params in (
                ("textDocument/didOpen", None), ("textDocument/didOpen", {}),
                ("textDocument/didOpen", {"textDocument": {"uri": self.document}}),
                ("textDocument/didOpen", {"textDocument": {"uri": 5, "text": ""}}),
                ("textDocument/didOpen", {"textDocument": {"uri": "", "text": ""}}),
                ("textDocument/didOpen", {"textDocument": {"uri": "no uri: at all", "text": ""}}),
                ("textDocument/didChange", {}),
                ("textDocument/didChange", {"textDocument": document}),
                ("textDocument/didChange", {"textDocument": document, "contentChanges": {}}),
                ("textDocument/didChange", {"textDocument": document, "contentChanges": [5]}),
                ("textDocument/didChange", {"textDocument": document,
                                            "contentChanges": [{"text": 5}]}),
                ("textDocument/didChange", {"textDocument": document, "contentChanges": [
                    {"text": "x", "range": {"start": {"line": 0}}}]}),
                ("textDocument/didChange", {"textDocument": {"uri": "file:///not/open.md"},
                                            "contentChanges": [{"text": "x"}]}),
                ("textDocument/didClose", {}), ("textDocument/didSave", {"textDocument": []}),
                ("textDocument/didClose", {"textDocument": {"uri": "file:///not/open.md"}}),
                ("workspace/didChangeWatchedFiles", {"changes": 5}),
                ("workspace/didChangeWorkspaceFolders", {"event": 5}),
                ("$/setTrace", {"value": 5})):
            self.server.notify(method, params, valid=False)
            self.still_answers()

    def test_odd_params_that_say_nothing(self):
        for method, params in (
                ("workspace/didChangeWatchedFiles", {"changes": [5, {"uri": 5}, {"uri": "x:y"}]}),
                ("workspace/didChangeWorkspaceFolders",
                 {"event": {"added": [5, {"uri": "git:/x"}], "removed": [{"uri": "file:///n"}]}}),
                ("$/cancelRequest", {"id": "nobody"}), ("$/cancelRequest", {"id": {}}),
                ("$/cancelRequest", None)):
            self.server.notify(method, params, valid=False)
            self.still_answers(0)

    def test_cancel(self):
        """Those that the cancel overtakes are answered with the error, the others as usual."""
        codes = set()
        for _ in range(20):
            ids = [self.server.ask("textDocument/hover", {
                "textDocument": {"uri": self.document}, "position": {"line": 0, "character": 3}})
                for _ in range(30)]
            for id in ids:
                self.server.notify("$/cancelRequest", {"id": id})
            for id in ids:
                response = self.server.response(id)
                codes.add(response.get("error", {}).get("code"))
            if CANCELLED in codes:
                break
        self.assertLessEqual(codes, {None, CANCELLED})
        self.still_answers(0)
        # An id may be used again; the flag of its first use is gone.
        self.server.notify("$/cancelRequest", {"id": "again"})
        self.server.request("textDocument/hover", {
            "textDocument": {"uri": self.document}, "position": {"line": 0, "character": 3}},
            id="again")

    def test_random_bytes(self):
        noise = random.Random(7)
        pieces = [b"Content-Length: ", b"\r\n\r\n", b"{", b'"jsonrpc":"2.0"', b"}", b"\n", b": "]
        for _ in range(200):
            data = b"".join(
                noise.choice(pieces) if noise.random() < 0.3 else noise.randbytes(noise.randrange(60))
                for _ in range(30))
            self.server.raw(data.replace(b"Content-Length: ", b"Content-Length: x"))
        self.server.raw(b"\r\n\r\n")
        self.server.at("textDocument/hover", self.document, 0, 3)
        self.assertEqual(self.server.finish(), 0)

    def test_truncated_at_the_end(self):
        self.server.raw(b"Content-Length: 100\r\n\r\n{")
        self.server.process.stdin.close()
        self.assertEqual(self.server.process.wait(timeout=client.PATIENCE), 1)

    def test_odd_uris(self):
        for number, odd in enumerate((
                "file:///%zz/a.md", "file:///a%00b.md", "file:///c%3A/a.md", "file:///C:/a.md",
                "file://other-host/a.md", "file:relative.md", "file:", "git:/repo/plan.md?x",
                "untitled:Untitled-1", "vscode-notebook-cell:/x#a",
                "file:///" + "x" * 5000 + ".md", "file:///" + "d/" * 3000 + "a.md",
                uri(self.folder) + "/../" + self.folder.split("/")[-1] + "/./b.md")):
            with self.subTest(uri=odd[:40]):
                params = {"uri": odd, "languageId": "markdown", "version": number, "text": "# A\n"}
                self.server.notify("textDocument/didOpen", {"textDocument": params}, valid=False)
                self.server.pump(lambda: odd in [p["uri"] for p in self.server.published],
                                 what="diagnostics of " + odd[:60])
                self.server.request("textDocument/hover", {
                    "textDocument": {"uri": odd}, "position": {"line": 0, "character": 2}},
                    valid=False)
                self.server.notify("textDocument/didChange", {
                    "textDocument": {"uri": odd, "version": 2},
                    "contentChanges": [edit((0, 0), (0, 1), "##")]}, valid=False)
                self.server.notify("textDocument/didClose", {"textDocument": {"uri": odd}},
                                   valid=False)
                self.server.at("textDocument/hover", self.document, 0, 3)


class Chunks(WireTest):
    def test_any_pieces(self):
        for seed in range(5):
            server = self.start(chunks=seed)
            server.initialize(self.folder)
            document = uri(self.folder + f"/plan{seed}.md")
            server.open(document, "# Plan é🚀\n" * 200)
            for version in range(2, 20):
                server.change(document, version, edit((version, 0), (version, 2), "## "))
                server.at("textDocument/hover", document, version, 3)
            server.findings(document, version=19)
            self.assertEqual(server.finish(), 0)


if __name__ == "__main__":
    client.main()
