package planls.jetbrains.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.junit.jupiter.api.Test;

/** What LSP4IJ and LSP4J ask of a server beyond the protocol, as read in their sources. */
class BehaviourTest {
    private static final String PLAN = """
            # Harbour 🚢 “März”

            ## Initiative: Façade — 40 €
            - **Owner:** Zoë
            - **Timeline:** Weeks 5–2
            """;
    /** The header's name is compared exactly by some clients. */
    private static final Pattern HEADER = Pattern.compile("Content-Length: (\\d+)\r\n\r\n");

    private static List<String> bodies(byte[] seen) {
        String all = new String(seen, StandardCharsets.ISO_8859_1);
        List<String> bodies = new ArrayList<>();
        Matcher header = HEADER.matcher(all);
        for (int start = 0; start < all.length(); ) {
            header.region(start, all.length());
            assertTrue(header.lookingAt(), "a header is spelled otherwise: " + all.substring(start, Math.min(start + 60, all.length())));
            start = header.end() + Integer.parseInt(header.group(1));
            bodies.add(all.substring(header.end(), start));
        }
        return bodies;
    }

    private static boolean shows(Session session, Path file, String code) {
        for (JsonElement one : session.shown(file)) {
            if (code.equals(Wire.text(one, "code"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean published(Client client, Path file, String code) {
        boolean found = false;
        for (JsonElement params : client.told("textDocument/publishDiagnostics")) {
            if (Session.uri(file).equals(Wire.text(params, "uri"))) {
                found = params.toString().contains("\"" + code + "\"");
            }
        }
        return found;
    }

    @Test
    void bytesAreAsciiHeadersAreExactIdsAreEchoed() {
        try (Workspace workspace = Workspace.empty();
                Session session = Session.start(Wire.initializeParams(), Charset.forName("windows-1252"), workspace.root)) {
            Path plan = workspace.write("plän 🚢.md", PLAN);
            session.open(plan);
            session.client.await("the finding", () -> shows(session, plan, "invalid-span"));
            JsonElement symbols = session.client.ask("textDocument/documentSymbol", session.about(plan));
            assertTrue(symbols.toString().contains("Façade — 40 €"), symbols.toString());
            session.client.ask("workspace/symbol", Wire.object("query", "Façade"));
            assertEquals(0, session.client.finish());
            byte[] seen = session.client.recoder.seen();
            for (byte one : seen) {
                assertTrue(one > 0, "only ASCII survives being decoded as something else");
            }
            int answers = 0;
            for (String body : bodies(seen)) {
                assertFalse(body.contains("\n") || body.contains("\r"), "the IDE drops CR before LF: a body must have none");
                JsonObject message = JsonParser.parseString(body).getAsJsonObject();
                if (!message.has("method")) {
                    answers++;
                    assertTrue(message.getAsJsonPrimitive("id").isString(), "LSP4J's ids are strings: " + body);
                } else if (message.has("id")) {
                    assertEquals(message.get("id").getAsInt(), message.get("id").getAsLong(), "LSP4J reads int32");
                }
            }
            assertTrue(answers >= 4);
        }
    }

    @Test
    void severalRootsWithoutRootUri() {
        try (Workspace one = Workspace.empty(); Workspace other = Workspace.empty()) {
            one.write(".planls.json", "{}");
            Path here = one.write("a/plan.md", PLAN);
            Path there = other.write("plan.md", PLAN);
            try (Session session = Session.start(one.root, other.root)) {
                session.open(here);
                session.client.await("the open one's finding", () -> shows(session, here, "invalid-span"));
                session.client.await("the closed one's, of the other root", () -> published(session.client, there, "invalid-span"));
                JsonElement symbols = session.client.ask("workspace/symbol", Wire.object("query", "Façade"));
                assertEquals(2, symbols.getAsJsonArray().size());
                assertEquals(0, session.client.finish());
            }
        }
    }

    /** LSP4IJ announces workspace.diagnostics for its refresh and never asks workspace/diagnostic. */
    @Test
    void closedDocumentsArePushed() {
        try (Workspace workspace = Workspace.empty()) {
            Path shed = workspace.write("shed.md", PLAN);
            Path plan = workspace.write("plan.md", PLAN);
            try (Session session = Session.start(workspace.root)) {
                session.open(plan);
                session.client.await("the closed one's finding", () -> published(session.client, shed, "invalid-span"));
                assertFalse(published(session.client, plan, "invalid-span"), "an open one is pulled");
                session.open(shed);
                session.client.await("the push to be taken back", () -> !published(session.client, shed, "invalid-span"));
                assertTrue(shows(session, shed, "invalid-span"));
                assertEquals(0, session.client.finish());
            }
        }
    }

    /** LSP4IJ drops related documents beside a full report: it must be asked to ask anew. */
    @Test
    void anotherOpenDocumentFollows() {
        try (Workspace workspace = Workspace.empty()) {
            Path plan = workspace.write("plan.md", "# Plan\n\n## Initiative: Roof\n- **Tasks:** [here](tasks.md#slates)\n");
            Path tasks = workspace.write("tasks.md", "# Tasks\n\n## Slates\n- [ ] Order slates\n");
            try (Session session = Session.start(workspace.root)) {
                session.open(plan);
                session.open(tasks);
                session.client.await("both pulled", () -> !shows(session, plan, "broken-anchor") && session.shown(tasks) != null);
                int at = session.text(tasks).indexOf("Slates");
                session.type(tasks, at, at + 6, "Tiles");
                session.shown(tasks);
                session.client.await("the finding in the other", () -> shows(session, plan, "broken-anchor"));
                assertEquals(0, session.client.finish());
            }
        }
    }

    /** About five seconds after the last document was closed LSP4IJ ends the server, and gives it five more. */
    @Test
    void stopsAfterTheLastDocument() {
        try (Workspace workspace = Workspace.empty()) {
            Path plan = workspace.write("plan.md", PLAN);
            for (int i = 0; i < 300; i++) {
                workspace.write("many/" + i + ".md", PLAN);
            }
            Session session = Session.start(workspace.root);
            session.open(plan);
            session.client.await("the finding", () -> shows(session, plan, "invalid-span"));
            session.close(plan);
            Client.sleep(5000);
            assertTrue(session.client.process.isAlive());
            assertEquals(0, session.client.finish());
            assertFalse(session.client.process.isAlive());
        }
    }

    @Test
    void stopsInTheMiddleOfReading() {
        try (Workspace workspace = Workspace.empty()) {
            for (int i = 0; i < 3000; i++) {
                workspace.write("many/" + i + ".md", PLAN.repeat(20));
            }
            Session session = Session.start(workspace.root);
            session.open(workspace.root.resolve("many/7.md"));
            assertEquals(0, session.client.finish());
        }
    }

    /** The IDE starts it again and opens what was open; nothing of the first one is needed. */
    @Test
    void startsAgainAfterACrash() {
        try (Workspace workspace = Workspace.empty()) {
            Path plan = workspace.write("plan.md", PLAN);
            try (Session first = Session.start(workspace.root)) {
                first.open(plan);
                for (int i = 0; i < 50; i++) {
                    first.type(plan, 2, 2, "x");
                }
                first.client.process.destroyForcibly();
            }
            try (Session second = Session.start(workspace.root)) {
                second.open(plan);
                second.client.await("the finding", () -> shows(second, plan, "invalid-span"));
                assertEquals(0, second.client.finish());
            }
        }
    }

    @Test
    void registersOnlyWhatWasAnnounced() {
        JsonObject silent = Wire.initializeParams();
        for (String name : new String[] {"didChangeConfiguration", "didChangeWatchedFiles"}) {
            Wire.at(silent, "capabilities", "workspace").getAsJsonObject().remove(name);
        }
        try (Workspace workspace = Workspace.empty()) {
            assertEquals(List.of(), registered(silent, workspace));
            assertEquals(List.of("workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"),
                    registered(Wire.initializeParams(), workspace));
        }
    }

    private static List<String> registered(JsonObject params, Workspace workspace) {
        List<String> methods = new ArrayList<>();
        try (Session session = Session.start(params, StandardCharsets.UTF_8, workspace.root)) {
            Path plan = workspace.write("plan.md", PLAN);
            session.open(plan);
            session.client.await("the finding", () -> shows(session, plan, "invalid-span"));
            for (RequestMessage request : session.client.requests("client/registerCapability")) {
                Wire.at(session.client.untyped(request.getParams()), "registrations").getAsJsonArray()
                        .forEach(one -> methods.add(Wire.text(one, "method")));
            }
            assertEquals(0, session.client.finish());
        }
        methods.sort(null);
        return methods;
    }

    /** The section is in every item; null is an answer; what is set counts, and counts no more when it is taken back. */
    @Test
    void settings() {
        try (Workspace workspace = Workspace.empty(); Session session = Session.start(workspace.root)) {
            Path plan = workspace.write("plan.md", PLAN);
            session.open(plan);
            session.client.await("the finding", () -> shows(session, plan, "invalid-span"));
            for (boolean off : new boolean[] {true, false}) {
                JsonObject rules = off ? Wire.object("rules", Wire.object("invalid-span", "off")) : new JsonObject();
                session.client.settings = rules;
                session.client.tell("workspace/didChangeConfiguration",
                        Wire.object("settings", Wire.object("planls", rules)));
                session.client.await("the rule " + (off ? "off" : "on"), () -> shows(session, plan, "invalid-span") != off);
            }
            session.client.settings = null;
            session.client.tell("workspace/didChangeConfiguration", Wire.object("settings", new JsonObject()));
            session.client.ask("textDocument/hover", session.about(plan, "position", Wire.position(2, 5)));
            for (RequestMessage request : session.client.requests("workspace/configuration")) {
                for (JsonElement item : Wire.at(session.client.untyped(request.getParams()), "items").getAsJsonArray()) {
                    assertEquals("planls", Wire.text(item, "section"));
                }
            }
            assertEquals(0, session.client.finish());
        }
    }

    /** LSP4IJ hands its messages to a pool of threads: a question may overtake the opening, a close an edit. */
    @Test
    void messagesOvertakeEachOther() {
        try (Workspace workspace = Workspace.empty(); Session session = Session.start(workspace.root)) {
            Path plan = workspace.write("plan.md", PLAN);
            session.client.ask("textDocument/hover", session.about(plan, "position", Wire.position(2, 5)));
            session.client.ask("textDocument/codeLens", session.about(plan));
            session.client.tell("textDocument/didChange", Wire.object(
                    "textDocument", Wire.object("uri", Session.uri(plan), "version", 2),
                    "contentChanges", Wire.array(Wire.object("text", "# Nothing\n"))));
            session.client.tell("textDocument/didClose", session.about(plan));
            session.open(plan);
            session.client.await("the finding", () -> shows(session, plan, "invalid-span"));
            assertEquals(0, session.client.finish());
        }
    }

    /** A folder without a plan: nothing is shown, nothing asked, no message pops up. */
    @Test
    void nothingAppearsWithoutAPlan() {
        try (Workspace workspace = Workspace.empty()) {
            Path readme = workspace.write("README.md", "# A library\n\nCall `open()` first.\n\n- fast\n- small\n");
            try (Session session = Session.start(workspace.root)) {
                session.open(readme);
                session.client.await("an answer", () -> session.shown(readme).isEmpty());
                Client.sleep(2500);
                assertTrue(session.shown(readme).isEmpty());
                assertEquals("[]", session.client.ask("textDocument/codeLens", session.about(readme)).toString());
                assertEquals("[]", session.client.ask("textDocument/inlayHint",
                        session.about(readme, "range", Text.everything(session.text(readme)))).toString());
                assertEquals(List.of(), session.client.told("window/showMessage"));
                assertEquals(List.of(), session.client.requests("window/showMessageRequest"));
                assertEquals(List.of(), session.client.requests("window/showDocument"));
                assertEquals(List.of(), session.client.told("textDocument/publishDiagnostics"));
                assertEquals(0, session.client.finish());
            }
        }
    }

    /** Lenses run a command of LSP4IJ's own where only the template is there (its experimental.json). */
    @Test
    void lensesRunWhatTheIdeHas() {
        JsonObject params = Wire.initializeParams();
        params.getAsJsonObject("capabilities").add("experimental",
                Wire.readJson(Wire.SOURCE.resolve("editors/jetbrains/template/experimental.json")));
        try (Workspace workspace = Workspace.empty();
                Session session = Session.start(params, StandardCharsets.UTF_8, workspace.root)) {
            Path plan = workspace.write("plan.md", "# Plan\n\n## Initiative: Roof\n- **Owner:** Ada\n"
                    + "- **Timeline:** Weeks 1-2\n\n## Tasks\n- [ ] Order slates ([Roof](#initiative-roof))\n");
            session.open(plan);
            JsonElement lens = session.client.ask("textDocument/codeLens", session.about(plan)).getAsJsonArray().get(0);
            assertEquals("editor.action.showReferences", Wire.text(lens, "command", "command"));
            JsonElement arguments = Wire.at(lens, "command", "arguments");
            assertEquals(3, arguments.getAsJsonArray().size());
            JsonElement location = arguments.getAsJsonArray().get(2).getAsJsonArray().get(0);
            assertEquals(Session.uri(plan), Wire.text(location, "uri"));
            assertNull(session.client.failure);
            assertEquals(0, session.client.finish());
        }
    }
}
