"""transport_test.py: the same server over a socket or pipe, connecting or waiting."""
import json
import os
import re
import socket
import subprocess
import time

import client
from client import WireTest


class Transport(WireTest):
    def talk(self, connection, process):
        """A whole session over a connected socket."""
        def send(message):
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            connection.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)

        def answer(stream):
            length = int(re.fullmatch(rb"Content-Length: (\d+)\r\n", stream.readline())[1])
            self.assertEqual(stream.readline(), b"\r\n")
            return json.loads(stream.read(length))
        connection.settimeout(client.PATIENCE)
        stream = connection.makefile("rb")
        send({"id": 1, "method": "initialize",
              "params": {"processId": None, "rootUri": None, "capabilities": {}}})
        self.assertIn("capabilities", answer(stream)["result"])
        send({"id": 2, "method": "shutdown"})
        self.assertEqual(answer(stream), {"jsonrpc": "2.0", "id": 2, "result": None})
        send({"method": "exit"})
        self.assertEqual(process.wait(timeout=client.PATIENCE), 0)
        stream.close()
        connection.close()

    def spawn(self, *arguments):
        process = subprocess.Popen([client.BINARY, "lsp", *arguments], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.kill)
        return process

    def test_socket(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(client.PATIENCE)
            process = self.spawn(f"--socket={listener.getsockname()[1]}")
            self.talk(listener.accept()[0], process)

    def test_pipe(self):
        path = os.path.join(self.folder, "pipe")
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path)
            listener.listen()
            listener.settimeout(client.PATIENCE)
            process = self.spawn(f"--pipe={path}")
            self.talk(listener.accept()[0], process)

    def test_listen(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        process = self.spawn("--listen", str(port))
        deadline = time.monotonic() + client.PATIENCE
        while True:
            try:
                connection = socket.create_connection(("127.0.0.1", port))
                break
            except ConnectionRefusedError:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.05)
        self.talk(connection, process)

    def test_nobody_there(self):
        for argument in (f"--pipe={self.folder}/none", "--socket=1", "--listen=x", "--socket=99999"):
            process = self.spawn(argument)
            self.assertEqual(process.wait(timeout=client.PATIENCE), 2, argument)
            self.assertEqual(process.stderr.read().count(b"\n"), 1)

    def test_log_file(self):
        path = os.path.join(self.folder, "log")
        server = self.start(f"--log={path}", "--log-level=debug")
        server.initialize(self.folder)
        server.error("no/such")
        self.assertEqual(server.finish(), 0)
        self.assertIn("no/such", self.read("log"))


if __name__ == "__main__":
    client.main()
