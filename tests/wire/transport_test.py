"""transport_test.py: the same server over a socket or pipe, connecting or waiting."""
import json
import os
import pty
import re
import socket
import subprocess
import time
import tty
import unittest

import client
from client import WireTest


class Terminal:
    """The end of a pseudo-terminal that an editor holds, used like a socket."""

    def __init__(self, number):
        self.number = number

    def settimeout(self, seconds):
        pass

    def sendall(self, data):
        os.write(self.number, data)

    def makefile(self, mode):
        return os.fdopen(os.dup(self.number), mode)

    def close(self):
        os.close(self.number)


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

    def listening(self):
        """A server that waits, its port, and a connection to it."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        process = self.spawn(f"--listen={port}")
        deadline = time.monotonic() + client.PATIENCE
        while True:
            try:
                return process, port, socket.create_connection(("127.0.0.1", port))
            except ConnectionRefusedError:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.05)

    @unittest.skipUnless(os.path.exists("/proc/net/tcp"), "no /proc/net/tcp")
    def test_listens_on_this_machine_only(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        process = self.spawn(f"--listen={port}")
        held, deadline = [], time.monotonic() + client.PATIENCE
        while not held and time.monotonic() < deadline:
            for table in ("/proc/net/tcp", "/proc/net/tcp6"):
                if os.path.exists(table):
                    with open(table, encoding="ascii") as file:
                        held += [line.split()[1] for line in file
                                 if line.split()[1].endswith(":%04X" % port) and " 0A " in line]
            time.sleep(0.05)
        self.assertEqual(held, ["0100007F:%04X" % port])
        process.kill()
        process.wait()

    def test_one_client_only(self):
        process, port, connection = self.listening()
        time.sleep(0.2)
        with self.assertRaises(OSError):
            with socket.create_connection(("127.0.0.1", port), timeout=2) as second:
                second.settimeout(2)
                second.sendall(b"Content-Length: 2\r\n\r\n{}")
                if second.recv(1) == b"":
                    raise ConnectionResetError
        self.talk(connection, process)

    def test_the_other_end_goes_away(self):
        for cut in (b"", b"Content-Le", b"Content-Length: 100\r\n\r\n{"):
            process, _, connection = self.listening()
            connection.sendall(cut)
            connection.close()
            self.assertEqual(process.wait(timeout=client.PATIENCE), 1)

    def test_standard_files_of_every_kind(self):
        """Sockets, a file in and a pipe out."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen([client.BINARY, "lsp"], stdin=theirs, stdout=theirs)
        self.talk(ours, process)
        path = os.path.join(self.folder, "in")
        with open(path, "wb") as file:
            for message in ({"id": 1, "method": "shutdown"}, {"method": "exit"}):
                body = json.dumps({"jsonrpc": "2.0", **message}).encode()
                file.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        with open(path, "rb") as file:
            run = subprocess.run([client.BINARY, "lsp", "--stdio"], stdin=file, capture_output=True,
                                 timeout=client.PATIENCE)
        self.assertEqual(run.returncode, 1)
        self.assertIn(b"-32002", run.stdout)

    def test_a_terminal(self):
        try:
            master, slave = pty.openpty()
        except OSError as error:
            self.skipTest(f"no pseudo-terminal here: {error}")
        tty.setraw(slave)
        process = subprocess.Popen([client.BINARY, "lsp"], stdin=slave, stdout=slave)
        os.close(slave)
        self.talk(Terminal(master), process)

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
