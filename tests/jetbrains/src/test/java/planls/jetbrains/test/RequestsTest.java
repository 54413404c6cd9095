package planls.jetbrains.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.InitializeParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every request that the server announces is sent, and every answer has something in it and is what LSP4J's classes
 * want: Client stops at the first that is not.
 */
class RequestsTest {
    private static final String PLAN = """
            # Winter Works 🚢

            ## Initiative: Quay Lights
            - **Owner:** Ines
            - **Timeline:** Weeks 5–2
            - **Budget:** $10K; $4K
            - **Success Criteria:** 40 lamps lit by week 8
            - **Dependencies:** [Cables](#initiative-cables)

            | what | who |
            |---|---|
            | lamps | Ines |

            ## Initiative: Cables
            - **Owner:** Ines
            - **Timeline:** Weeks 1-2
            - **Budget:** $3K

            See [the tasks](tasks.md).
            """;
    private static final String TASKS = """
            # Tasks

            - [ ] T1 Order lamps ([Quay Lights](plan.md#initiative-quay-lights))
              - [x] T2 Count lamps
            """;

    private Workspace workspace;
    private Session session;
    private Client client;
    private Path plan;
    private Path tasks;

    @BeforeEach
    void begin() {
        workspace = Workspace.empty();
        workspace.write(".planls.json", "{\"start\": \"2040-01-02\"}\n");
        plan = workspace.write("plan.md", PLAN);
        tasks = workspace.write("tasks.md", TASKS);
        session = Session.start(withEverything(Wire.initializeParams()), StandardCharsets.UTF_8, workspace.root);
        client = session.client;
        session.open(plan);
        session.open(tasks);
        client.await("diagnostics", () -> !session.shown(plan).isEmpty());
    }

    @AfterEach
    void end() {
        assertEquals(0, client.finish());
        session.close();
        workspace.close();
    }

    /** Beyond what LSP4IJ announces, so that ranges and deltas of tokens are asked for, too. */
    private static JsonObject withEverything(JsonObject params) {
        Wire.at(params, "capabilities", "textDocument", "semanticTokens").getAsJsonObject()
                .add("requests", Wire.object("range", true, "full", Wire.object("delta", true)));
        return params;
    }

    private JsonElement ask(String method, JsonElement params) {
        JsonElement answer = client.ask(method, params);
        assertNotNull(answer, method);
        boolean empty = answer.isJsonArray() && answer.getAsJsonArray().isEmpty();
        assertFalse(empty, method + " found nothing");
        return answer;
    }

    private JsonObject on(Path file, String part) {
        return session.about(file, "position", Text.positionOf(session.text(file), part, 2));
    }

    private JsonObject all(Object... more) {
        JsonObject params = session.about(plan, more);
        params.add("range", Text.everything(PLAN));
        return params;
    }

    private static JsonElement first(JsonElement list) {
        return list.getAsJsonArray().get(0);
    }

    // ---- one method a capability ------------------------------------------------------------------------------

    @Test
    void whatLsp4ijSaysOfItselfIsWhatLsp4jCanSay() {
        JsonObject params = Wire.initializeParams();
        JsonObject again = client.untyped(client.json.getGson().fromJson(params, InitializeParams.class)).getAsJsonObject();
        if (System.getProperty("lsp4j.version").startsWith("0.")) {
            Wire.at(params, "capabilities", "textDocument").getAsJsonObject().remove("inlineCompletion");
        }
        assertEquals(params.get("capabilities"), again.get("capabilities"));
    }

    @Test
    void everythingAnnouncedIsAskedFor() {
        Set<String> asked = new TreeSet<>();
        for (String name : client.capabilities.keySet()) {
            if (askFor(name)) {
                asked.add(name);
            }
        }
        assertEquals(client.capabilities.keySet(), asked, "a capability that no request here belongs to");
    }

    private boolean askFor(String capability) {
        switch (capability) {
            case "positionEncoding" -> assertEquals("utf-16", Wire.text(client.capabilities, capability));
            case "textDocumentSync" -> synchronizes();
            case "hoverProvider" -> ask("textDocument/hover", on(plan, "Initiative: Quay"));
            case "definitionProvider" -> ask("textDocument/definition", on(tasks, "Order lamps"));
            case "declarationProvider" -> ask("textDocument/declaration", on(tasks, "Order lamps"));
            case "implementationProvider" -> ask("textDocument/implementation", on(plan, "Initiative: Quay"));
            case "documentHighlightProvider" -> ask("textDocument/documentHighlight", on(plan, "Initiative: Cables"));
            case "documentSymbolProvider" -> ask("textDocument/documentSymbol", session.about(plan));
            case "documentLinkProvider" -> ask("textDocument/documentLink", session.about(plan));
            case "codeLensProvider" -> ask("textDocument/codeLens", session.about(plan));
            case "inlayHintProvider" -> ask("textDocument/inlayHint", all());
            case "foldingRangeProvider" -> ask("textDocument/foldingRange", session.about(plan));
            case "selectionRangeProvider" -> ask("textDocument/selectionRange", session.about(plan,
                    "positions", Wire.array(Wire.at(on(plan, "40 lamps"), "position"), Wire.position(0, 3))));
            case "diagnosticProvider" -> diagnostics();
            case "referencesProvider" -> references();
            case "renameProvider" -> rename();
            case "completionProvider" -> completion();
            case "codeActionProvider" -> codeActions();
            case "executeCommandProvider" -> commands();
            case "documentFormattingProvider", "documentRangeFormattingProvider" -> formatting();
            case "documentOnTypeFormattingProvider" -> typing();
            case "semanticTokensProvider" -> semanticTokens();
            case "callHierarchyProvider" -> hierarchy("textDocument/prepareCallHierarchy", "Initiative: Quay",
                    "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls");
            case "typeHierarchyProvider" -> hierarchy("textDocument/prepareTypeHierarchy", "Initiative: Quay",
                    "typeHierarchy/supertypes", "typeHierarchy/subtypes");
            case "workspaceSymbolProvider" -> workspaceSymbols();
            case "workspace" -> workspaceFolders();
            // Requests of our own, which only a client that was made for them sends.
            case "experimental" -> assertNotNull(Wire.at(client.capabilities, "experimental", "planls"));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** LSP4IJ 0.20 reads all three of these without asking whether they are there. */
    private void synchronizes() {
        JsonObject sync = client.capabilities.getAsJsonObject("textDocumentSync");
        assertTrue(sync.get("openClose").getAsBoolean());
        assertEquals(2, sync.get("change").getAsInt());
        assertNotNull(Wire.at(sync, "save", "includeText"));
        session.type(tasks, TASKS.length(), TASKS.length(), "- [ ] T3 Buy ladders 🪜\n");
        client.tell("textDocument/willSave", session.about(tasks, "reason", 1));
        session.save(tasks);
        session.close(tasks);
        session.open(tasks);
    }

    private void diagnostics() {
        client.ask("textDocument/diagnostic", session.about(plan, "identifier", "planls"));
        JsonElement known = ask("textDocument/diagnostic", session.about(plan));
        ask("textDocument/diagnostic", session.about(plan, "previousResultId", Wire.text(known, "resultId")));
        ask("workspace/diagnostic", Wire.object("identifier", "planls", "previousResultIds", new JsonArray()));
    }

    private void references() {
        for (boolean declaration : new boolean[] {true, false}) {
            JsonObject params = on(plan, "Initiative: Quay");
            params.add("context", Wire.object("includeDeclaration", declaration));
            ask("textDocument/references", params);
        }
    }

    private void rename() {
        ask("textDocument/prepareRename", on(plan, "Initiative: Cables"));
        JsonObject params = on(plan, "Initiative: Cables");
        params.addProperty("newName", "Wires");
        ask("textDocument/rename", params);
    }

    private void completion() {
        for (String part : new String[] {"Ines\n- **Timeline:** Weeks 5", "Dependencies:**", "](tasks.md)"}) {
            JsonObject params = session.about(plan, "position", Text.positionOf(PLAN, part, 2));
            params.add("context", Wire.object("triggerKind", 1));
            JsonElement list = client.ask("textDocument/completion", params);
            for (JsonElement item : Wire.at(list, "items").getAsJsonArray()) {
                client.ask("completionItem/resolve", item);
            }
        }
    }

    /** As LSP4IJ asks: for the intentions without diagnostics, for quick fixes with those and only for them. */
    private void codeActions() {
        JsonArray shown = session.shown(plan);
        JsonElement fixes = ask("textDocument/codeAction", session.about(plan, "range", Wire.at(first(shown), "range"),
                "context", Wire.object("diagnostics", shown, "only", Wire.array("quickfix"), "triggerKind", 2)));
        JsonArray actions = fixes.getAsJsonArray();
        for (String part : new String[] {"Initiative: Quay", "lamps | Ines", "Budget:** $3K", "See [the"}) {
            JsonObject at = Text.positionOf(PLAN, part, 0);
            JsonElement more = client.ask("textDocument/codeAction", session.about(plan, "range", Wire.range(at, at),
                    "context", Wire.object("diagnostics", new JsonArray(), "triggerKind", 2)));
            actions.addAll(more.getAsJsonArray());
        }
        for (JsonElement action : actions) {
            if (Wire.at(action, "edit") == null && Wire.at(action, "command") == null) {
                assertNotNull(Wire.at(ask("codeAction/resolve", action), "edit"), action.toString());
            }
        }
    }

    private void commands() {
        for (JsonElement name : Wire.at(client.capabilities, "executeCommandProvider", "commands").getAsJsonArray()) {
            JsonElement place = Wire.at(on(plan, "Initiative: Cables"), "position");
            JsonArray arguments = switch (name.getAsString()) {
                case "planls.shift" -> Wire.array(Session.uri(plan), place, 1);
                case "planls.refactor" -> Wire.array(Session.uri(plan), place, "move-up");
                case "planls.explain" -> Wire.array("invalid-span");
                default -> Wire.array(Session.uri(plan));
            };
            JsonObject params = Wire.object("command", name, "arguments", arguments);
            try {
                client.ask("workspace/executeCommand", params);
            } catch (AssertionError refused) {
                // That there is nothing to change is an error, which LSP4IJ shows.
                assertTrue(refused.getMessage().contains("-32803"), refused.getMessage());
            }
        }
        assertFalse(client.requests("workspace/applyEdit").isEmpty());
    }

    private void formatting() {
        JsonObject options = Wire.object("tabSize", 4, "insertSpaces", true);
        client.ask("textDocument/formatting", session.about(plan, "options", options));
        client.ask("textDocument/rangeFormatting", all("options", options));
    }

    private void typing() {
        JsonObject params = session.about(plan, "ch", "|", "options", Wire.object("tabSize", 4, "insertSpaces", true));
        params.add("position", Text.positionOf(PLAN, "| lamps | Ines |", 16));
        client.ask("textDocument/onTypeFormatting", params);
    }

    private void semanticTokens() {
        JsonElement known = ask("textDocument/semanticTokens/full", session.about(plan));
        ask("textDocument/semanticTokens/range", all());
        ask("textDocument/semanticTokens/full/delta", session.about(plan, "previousResultId", Wire.text(known, "resultId")));
    }

    private void hierarchy(String prepare, String part, String up, String down) {
        JsonObject item = Wire.object("item", first(ask(prepare, on(plan, part))));
        JsonElement above = client.ask(up, item);
        JsonElement below = client.ask(down, item);
        assertTrue(above.getAsJsonArray().size() + below.getAsJsonArray().size() > 0, prepare);
    }

    private void workspaceSymbols() {
        for (JsonElement symbol : ask("workspace/symbol", Wire.object("query", "a")).getAsJsonArray()) {
            ask("workspaceSymbol/resolve", symbol);
        }
    }

    private void workspaceFolders() {
        JsonObject moved = Wire.object("files", Wire.array(Wire.object(
                "oldUri", Session.uri(tasks), "newUri", Session.uri(workspace.root.resolve("work/tasks.md")))));
        JsonObject made = Wire.object("files", Wire.array(Wire.object("uri", Session.uri(workspace.root.resolve("new.md")))));
        JsonObject operations = Wire.at(client.capabilities, "workspace", "fileOperations").getAsJsonObject();
        for (String name : operations.keySet()) {
            String method = "workspace/" + name + "Files";
            JsonObject params = name.endsWith("Rename") ? moved : made;
            if (name.startsWith("will")) {
                client.ask(method, params);
            } else {
                client.tell(method, params);
            }
        }
        assertNotNull(client.ask("workspace/willRenameFiles", moved), "links follow");
        client.tell("workspace/didChangeWorkspaceFolders", Wire.object("event", Wire.object(
                "added", Wire.array(Wire.object("uri", Session.uri(workspace.root.resolve("sub")), "name", "sub")),
                "removed", new JsonArray())));
        client.tell("workspace/didChangeWatchedFiles", Wire.object("changes",
                Wire.array(Wire.object("uri", Session.uri(tasks), "type", 2))));
    }
}
