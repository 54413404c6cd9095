"""lifecycle_test.py: from initialize to exit, and everything that comes at the wrong time."""
import os
import subprocess
import sys
import unittest

import client
from client import WireTest, uri

NOT_INITIALIZED, INVALID_REQUEST = -32002, -32600


class Lifecycle(WireTest):
    def test_every_client_gets_capabilities(self):
        for name in ("vscode", "neovim", "neovim-0.7", "lsp4ij"):
            server = self.start()
            result = server.initialize(self.folder, client=name)
            sync = result["capabilities"]["textDocumentSync"]
            self.assertEqual(sorted(sync), ["change", "openClose", "save"])
            self.assertEqual(sync["change"], 2)
            encoding = "utf-8" if name == "neovim" else "utf-16"
            self.assertEqual(result["capabilities"]["positionEncoding"], encoding)
            server.settle()
            asked = [request["method"] for request in server.requests]
            watches = name in ("vscode", "lsp4ij")
            self.assertEqual("client/registerCapability" in asked, watches)
            for request in server.requests:
                if request["method"] == "workspace/configuration":
                    self.assertTrue(all("section" in i for i in request["params"]["items"]))
            self.assertEqual(server.finish(), 0)

    def test_a_client_that_announces_nothing(self):
        server = self.start()
        result = server.request("initialize", {"processId": None, "rootUri": None,
                                               "capabilities": {}})
        self.assertEqual(result["capabilities"]["positionEncoding"], "utf-16")
        server.notify("initialized", {})
        server.settle()
        self.assertEqual(server.requests, [])
        self.assertEqual(server.finish(), 0)

    def test_before_initialize(self):
        server = self.start()
        self.assertEqual(server.error("shutdown"), NOT_INITIALIZED)
        self.assertEqual(server.error("textDocument/hover", {}), NOT_INITIALIZED)
        self.assertEqual(server.error("no/such"), NOT_INITIALIZED)
        server.notify("textDocument/didOpen", {"nonsense": True}, valid=False)
        server.notify("initialized", {})
        server.initialize(self.folder)
        self.assertEqual(server.finish(), 0)

    def test_second_initialized(self):
        """A name is registered once: some clients throw at the second."""
        server = self.start()
        server.initialize(self.folder)
        server.notify("initialized", {})
        server.settle()
        asked = [r["method"] for r in server.requests if r["method"] == "client/registerCapability"]
        self.assertEqual(len(asked), 2)  # watched files, configuration
        self.assertIn("initialized already", str(server.logs))
        self.assertEqual(server.finish(), 0)

    def test_second_initialize(self):
        server = self.start()
        server.initialize(self.folder)
        self.assertEqual(server.error("initialize", {"capabilities": {}}), INVALID_REQUEST)
        self.assertEqual(server.finish(), 0)

    def test_wrong_initialize(self):
        server = self.start()
        self.assertEqual(server.error("initialize"), -32602)
        self.assertEqual(server.error("initialize", []), -32602)
        odd = {"processId": "me", "rootUri": 5, "capabilities": [], "workspaceFolders": "here",
               "trace": 3, "initializationOptions": "none"}
        server.request("initialize", odd, valid=False)
        self.assertEqual(server.finish(), 0)

    def test_after_shutdown(self):
        server = self.start()
        server.initialize(self.folder)
        self.assertIsNone(server.request("shutdown"))
        self.assertEqual(server.error("shutdown"), INVALID_REQUEST)
        self.assertEqual(server.error("textDocument/hover", {}), INVALID_REQUEST)
        self.assertEqual(server.error("no/such"), INVALID_REQUEST)
        server.open("file:///x.md", "# x\n")
        server.settle()
        self.assertEqual(server.published, [])
        server.notify("exit")
        self.assertEqual(server.wait(), 0)

    def test_exit_without_shutdown(self):
        server = self.start()
        server.initialize(self.folder)
        server.notify("exit")
        self.assertEqual(server.wait(), 1)

    def test_exit_before_initialize(self):
        server = self.start()
        server.notify("exit")
        self.assertEqual(server.wait(), 1)

    def test_input_ends(self):
        for shutdown, status in ((False, 1), (True, 0)):
            server = self.start()
            server.initialize(self.folder)
            if shutdown:
                server.request("shutdown")
            server.process.stdin.close()
            self.assertEqual(server.process.wait(timeout=client.PATIENCE), status)

    def test_parent_dies(self):
        parent = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        server = self.start()
        server.initialize(self.folder, processId=parent.pid)
        parent.communicate(b"\n")
        self.assertEqual(server.process.wait(timeout=client.PATIENCE), 1)

    def test_ids_come_back_as_they_were(self):
        server = self.start()
        server.initialize(self.folder)
        for id in ("1", "", "a b \"c\" \\ €🚀", 0, -7, 2**31 - 1):
            server.request("textDocument/hover", {
                "textDocument": {"uri": "file:///none.md"},
                "position": {"line": 0, "character": 0}}, id=id)
        self.assertEqual(server.finish(), 0)

    def test_input_is_a_file_and_output_too(self):
        messages = b""
        for body in (b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,'
                     b'"rootUri":null,"capabilities":{}}}',
                     b'{"jsonrpc":"2.0","id":2,"method":"shutdown"}',
                     b'{"jsonrpc":"2.0","method":"exit"}'):
            messages += b"Content-Length: %d\r\n\r\n" % len(body) + body
        source = os.path.join(self.folder, "in")
        target = os.path.join(self.folder, "out")
        with open(source, "wb") as file:
            file.write(messages)
        with open(source, "rb") as stdin, open(target, "wb") as stdout:
            status = subprocess.run([client.BINARY, "lsp"], stdin=stdin, stdout=stdout,
                                    timeout=client.PATIENCE).returncode
        with open(target, "rb") as file:
            out = file.read()
        self.assertEqual(status, 0)
        self.assertIn(b'"id":1,"result":', out)
        self.assertTrue(out.endswith(b'{"jsonrpc":"2.0","id":2,"result":null}'))

    def test_no_input_at_all(self):
        status = subprocess.run([client.BINARY, "lsp"], stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, timeout=client.PATIENCE).returncode
        self.assertEqual(status, 1)
        status = subprocess.run(["sh", "-c", f'"{client.BINARY}" lsp <&- >&-'],
                                timeout=client.PATIENCE).returncode
        self.assertEqual(status, 1)

    def test_nobody_reads_any_more(self):
        body = (b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,'
                b'"rootUri":null,"capabilities":{}}}')
        process = subprocess.Popen([client.BINARY, "lsp"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)
        process.stdout.close()
        process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        process.stdin.flush()
        self.assertEqual(process.wait(timeout=client.PATIENCE), 1)
        process.stdin.close()

    def test_a_reader_that_is_slow(self):
        """Thousands of answers wait until they are read; none is lost."""
        server = self.start()
        server.initialize(self.folder)
        server.settle()
        ids = [server.ask("no/such", {"n": n}, valid=False) for n in range(3000)]
        for id in ids:
            self.assertEqual(server.response(id)["error"]["code"], -32601)
        self.assertEqual(server.finish(), 0)

    def test_unknown_argument(self):
        run = subprocess.run([client.BINARY, "lsp", "--nonsense"], capture_output=True,
                             timeout=client.PATIENCE)
        self.assertEqual(run.returncode, 2)
        self.assertEqual(run.stdout, b"")
        self.assertIn(b"--nonsense", run.stderr)

    def test_trace(self):
        server = self.start()
        server.initialize(self.folder)
        server.notify("$/setTrace", {"value": "messages"})
        server.at("textDocument/hover", uri(self.folder + "/none.md"), 0, 0)
        server.settle()
        self.assertIn("$/logTrace", [n["method"] for n in server.notifications])
        server.notify("$/setTrace", {"value": "off"})
        self.assertEqual(server.finish(), 0)


if __name__ == "__main__":
    client.main()
