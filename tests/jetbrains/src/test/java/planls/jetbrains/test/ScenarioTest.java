package planls.jetbrains.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tests/scenario, gone through with LSP4IJ's requests; also where the IDE decodes the server's output wrongly. */
class ScenarioTest {
    private static final Path FOLDER = Wire.SOURCE.resolve("tests/scenario");

    private Workspace workspace;
    private Session session;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "US-ASCII", "Big5"})
    void everyStep(String charset) {
        JsonObject scenario = Wire.readJson(FOLDER.resolve("scenario.json"));
        try (Workspace fresh = Workspace.copyOf(FOLDER.resolve(Wire.text(scenario, "workspace")))) {
            workspace = fresh;
            session = Session.start(Wire.initializeParams(), Charset.forName(charset), fresh.root);
            try (Session running = session) {
                for (JsonElement step : scenario.getAsJsonArray("steps")) {
                    step(step.getAsJsonObject());
                }
                assertEquals(0, running.client.finish());
            }
        }
    }

    private void step(JsonObject step) {
        Path file = workspace.root.resolve(Wire.text(step, "file"));
        session.open(file);
        switch (Wire.text(step, "do")) {
            case "open" -> shows(file, step.getAsJsonArray("diagnostics"));
            case "hover" -> contains(step, Wire.text(ask("textDocument/hover", step), "contents", "value"));
            case "lenses" -> contains(step, titles(ask("textDocument/codeLens", step)));
            case "hints" -> contains(step, labels(file));
            case "definition" -> leadsTo(ask("textDocument/definition", step), array(step.get("place")));
            case "implementation" -> leadsTo(ask("textDocument/implementation", step), step.getAsJsonArray("places"));
            case "references" -> leadsTo(references(step), step.getAsJsonArray("places"));
            case "fix" -> fix(file, step);
            case "rename" -> rename(file, step);
            default -> throw new AssertionError("an unknown step: " + step);
        }
    }

    // ---- questions --------------------------------------------------------------------------------------------

    private JsonObject about(JsonObject step) {
        Path file = workspace.root.resolve(Wire.text(step, "file"));
        JsonObject params = session.about(file);
        if (step.has("at")) {
            int more = step.has("offset") ? step.get("offset").getAsInt() : 0;
            params.add("position", Text.positionOf(session.text(file), Wire.text(step, "at"), more));
        }
        return params;
    }

    private JsonElement ask(String method, JsonObject step) {
        return session.client.ask(method, about(step));
    }

    private JsonElement references(JsonObject step) {
        JsonObject params = about(step);
        params.add("context", Wire.object("includeDeclaration", false));
        return session.client.ask("textDocument/references", params);
    }

    private static JsonArray array(JsonElement one) {
        return Wire.array(one);
    }

    private static String titles(JsonElement lenses) {
        StringBuilder all = new StringBuilder();
        lenses.getAsJsonArray().forEach(lens -> all.append(Wire.text(lens, "command", "title")).append('\n'));
        return all.toString();
    }

    private String labels(Path file) {
        StringBuilder all = new StringBuilder();
        session.client.ask("textDocument/inlayHint", session.about(file, "range", Text.everything(session.text(file))))
                .getAsJsonArray().forEach(hint -> {
                    JsonElement label = hint.getAsJsonObject().get("label");
                    if (label.isJsonArray()) {
                        label.getAsJsonArray().forEach(part -> all.append(Wire.text(part, "value")));
                    } else {
                        all.append(label.getAsString());
                    }
                    all.append('\n');
                });
        return all.toString();
    }

    // ---- what must be seen ------------------------------------------------------------------------------------

    private static void contains(JsonObject step, String seen) {
        for (JsonElement part : step.getAsJsonArray("contains")) {
            assertTrue(seen != null && seen.contains(part.getAsString()), step + " shows\n" + seen);
        }
    }

    private void shows(Path file, JsonArray wanted) {
        session.client.await(wanted + " in " + file, () -> matches(file, session.shown(file), wanted));
    }

    private boolean matches(Path file, JsonArray shown, JsonArray wanted) {
        if (shown.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            JsonObject want = wanted.get(i).getAsJsonObject();
            JsonObject start = Text.positionOf(session.text(file), Wire.text(want, "at"), 0);
            String severity = "error".equals(Wire.text(want, "severity")) ? "1" : "2";
            JsonElement found = shown.get(i);
            boolean same = start.equals(Wire.at(found, "range", "start"))
                    && Wire.text(want, "code").equals(Wire.text(found, "code"))
                    && severity.equals(Wire.text(found, "severity"));
            for (JsonElement part : want.getAsJsonArray("contains")) {
                same = same && Wire.text(found, "message").contains(part.getAsString());
            }
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Locations or links; a place is a file and the whole line. */
    private void leadsTo(JsonElement answer, JsonArray wanted) {
        List<String> found = new ArrayList<>();
        for (JsonElement one : answer.getAsJsonArray()) {
            boolean link = one.getAsJsonObject().has("targetUri");
            Path target = Session.path(Wire.text(one, link ? "targetUri" : "uri"));
            int line = Wire.at(one, link ? "targetSelectionRange" : "range", "start", "line").getAsInt();
            found.add(workspace.root.relativize(target) + ": " + Text.line(session.text(target), line));
        }
        List<String> places = new ArrayList<>();
        wanted.forEach(place -> places.add(Wire.text(place, "file") + ": " + Wire.text(place, "line")));
        found.sort(null);
        places.sort(null);
        assertEquals(places, found);
    }

    // ---- what changes -----------------------------------------------------------------------------------------

    /** A quick fix: asked for the diagnostic under the cursor, its edit when it is chosen. */
    private void fix(Path file, JsonObject step) {
        Map<String, String> before = workspace.texts();
        int cursor = Text.offset(session.text(file), Wire.at(about(step), "position"));
        JsonArray here = new JsonArray();
        for (JsonElement one : session.shown(file)) {
            int start = Text.offset(session.text(file), Wire.at(one, "range", "start"));
            int end = Text.offset(session.text(file), Wire.at(one, "range", "end"));
            if (start <= cursor && cursor <= end) {
                here.add(one);
            }
        }
        JsonElement actions = session.client.ask("textDocument/codeAction", session.about(file,
                "range", Wire.at(here.get(0), "range"),
                "context", Wire.object("diagnostics", here, "only", Wire.array("quickfix"), "triggerKind", 2)));
        JsonElement action = null;
        for (JsonElement one : actions.getAsJsonArray()) {
            action = Wire.text(step, "title").equals(Wire.text(one, "title")) ? one : action;
        }
        assertTrue(action != null, "no \"" + Wire.text(step, "title") + "\" in " + actions);
        if (Wire.at(action, "edit") == null) {
            action = session.client.ask("codeAction/resolve", action);
        }
        session.apply(Wire.at(action, "edit"));
        changed(file, step, before);
    }

    private void rename(Path file, JsonObject step) {
        Map<String, String> before = workspace.texts();
        assertEquals(Wire.text(step, "placeholder"), Wire.text(ask("textDocument/prepareRename", step), "placeholder"));
        JsonObject params = about(step);
        params.addProperty("newName", Wire.text(step, "to"));
        session.apply(session.client.ask("textDocument/rename", params));
        changed(file, step, before);
    }

    private void changed(Path file, JsonObject step, Map<String, String> before) {
        session.saveAll();
        for (Map.Entry<String, JsonElement> change : step.getAsJsonObject("changes").entrySet()) {
            for (JsonElement pair : change.getValue().getAsJsonArray()) {
                String from = pair.getAsJsonArray().get(0).getAsString();
                String to = pair.getAsJsonArray().get(1).getAsString();
                before.computeIfPresent(change.getKey(), (name, text) -> text.replace(from, to));
            }
        }
        Map<String, String> after = workspace.texts();
        assertEquals(new TreeSet<>(before.keySet()), new TreeSet<>(after.keySet()));
        before.forEach((name, text) -> assertEquals(text, after.get(name), name));
        shows(file, step.getAsJsonArray("diagnostics"));
    }
}
