package planls.jetbrains.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything the IDE asks of a document, at places all over it: every answer is one that LSP4J takes. */
class PlansTest {
    private static final List<String> AT_A_PLACE = List.of("textDocument/hover", "textDocument/definition",
            "textDocument/declaration", "textDocument/implementation", "textDocument/documentHighlight",
            "textDocument/prepareRename", "textDocument/completion", "textDocument/prepareCallHierarchy",
            "textDocument/prepareTypeHierarchy");
    private static final List<String> OF_THE_WHOLE = List.of("textDocument/documentSymbol", "textDocument/codeLens",
            "textDocument/documentLink", "textDocument/foldingRange", "textDocument/semanticTokens/full");

    private static List<Path> documents(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".md") || file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    @Test
    void plansOfOurOwn() throws IOException {
        for (String folder : new String[] {"tests/scenario/workspace", "tests/fixtures/example"}) {
            try (Workspace workspace = Workspace.copyOf(Wire.SOURCE.resolve(folder))) {
                askAllOver(workspace, documents(workspace.root), 1);
            }
        }
    }

    @Test
    void plansByOthers() throws IOException {
        Path shared = Path.of(System.getProperty("planls.shared"));
        List<Path> found = new ArrayList<>(documents(shared.resolve("seeds")));
        List<Path> corpus = documents(shared.resolve("corpus"));
        for (int i = 0; i < corpus.size(); i += 5) { // all of them take minutes
            found.add(corpus.get(i));
        }
        assumeTrue(!found.isEmpty(), "no plans by others in " + shared);
        try (Workspace workspace = Workspace.empty()) {
            List<Path> copies = new ArrayList<>();
            for (Path file : found) {
                byte[] bytes = Files.readAllBytes(file);
                copies.add(Files.write(workspace.root.resolve(file.getFileName() + ".md"), bytes));
            }
            askAllOver(workspace, copies, 40);
        }
    }

    private static void askAllOver(Workspace workspace, List<Path> files, int lines) {
        assertFalse(files.isEmpty());
        try (Session session = Session.start(workspace.root)) {
            for (Path file : files) {
                if (isText(file)) {
                    session.open(file);
                    askAllOver(session, file, lines);
                    session.close(file);
                }
            }
            assertEquals(0, session.client.finish());
        }
    }

    /** An IDE opens what is no UTF-8 in another encoding; that is not what is tried here. */
    private static boolean isText(Path file) {
        try {
            Wire.read(file);
            return true;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static void askAllOver(Session session, Path file, int step) {
        String text = session.text(file);
        for (String method : OF_THE_WHOLE) {
            session.client.ask(method, session.about(file));
        }
        session.client.ask("textDocument/inlayHint", session.about(file, "range", Text.everything(text)));
        String[] lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line += step) {
            JsonObject position = Wire.position(line, lines[line].length() / 2);
            for (String method : AT_A_PLACE) {
                askAt(session, method, session.about(file, "position", position));
            }
            session.client.ask("textDocument/references", session.about(file, "position", position,
                    "context", Wire.object("includeDeclaration", true)));
            session.client.ask("textDocument/selectionRange", session.about(file, "positions", Wire.array(position)));
            actions(session, file, Wire.range(position, position), new JsonArray());
        }
        JsonArray shown = session.shown(file);
        for (int i = 0; i < Math.min(3, shown.size()); i++) {
            actions(session, file, Wire.at(shown.get(i), "range"), Wire.array(shown.get(i)));
        }
    }

    private static void askAt(Session session, String method, JsonObject params) {
        JsonElement answer = session.client.ask(method, params);
        if (method.endsWith("completion") && answer != null && !Wire.at(answer, "items").getAsJsonArray().isEmpty()) {
            session.client.ask("completionItem/resolve", Wire.at(answer, "items").getAsJsonArray().get(0));
        }
    }

    private static void actions(Session session, Path file, JsonElement range, JsonArray about) {
        JsonElement found = session.client.ask("textDocument/codeAction", session.about(file,
                "range", range, "context", Wire.object("diagnostics", about, "triggerKind", 2)));
        for (JsonElement action : found.getAsJsonArray()) {
            if (Wire.at(action, "edit") == null && Wire.at(action, "data") != null) {
                session.client.ask("codeAction/resolve", action);
            }
        }
    }
}
