package planls.jetbrains.test;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client with open documents, doing with them what LSP4IJ 0.20 does. */
final class Session implements AutoCloseable {
    static final String BINARY = Path.of(System.getProperty("planls.folder"), "planls").toString();

    final Client client;
    private final Map<Path, Document> documents = new LinkedHashMap<>();

    private static final class Document {
        String text;
        int version;
        JsonArray shown = new JsonArray();
        boolean stale;
        int refreshes;
    }

    private Session(Client client) {
        this.client = client;
    }

    static Session start(Path... roots) {
        return start(Wire.initializeParams(), StandardCharsets.UTF_8, roots);
    }

    /** With `rootUri` where there is exactly one root, as LSP4IJ has it. */
    static Session start(JsonObject params, Charset charset, Path... roots) {
        return start(List.of(BINARY, "lsp"), params, charset, roots);
    }

    static Session start(List<String> command, JsonObject params, Charset charset, Path... roots) {
        JsonArray folders = new JsonArray();
        for (Path root : roots) {
            folders.add(Wire.object("uri", uri(root), "name", root.getFileName().toString()));
        }
        params.addProperty("processId", ProcessHandle.current().pid());
        params.add("workspaceFolders", folders);
        params.addProperty("rootUri", roots.length == 1 ? uri(roots[0]) : null);
        params.addProperty("rootPath", roots.length == 1 ? roots[0].toString() : null);
        try {
            Session session = new Session(new Client(command, charset));
            session.client.initialize(params);
            return session;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String uri(Path path) {
        return path.toUri().toString().replaceFirst("/$", "");
    }

    static Path path(String uri) {
        return Path.of(java.net.URI.create(uri));
    }

    JsonObject about(Path file, Object... more) {
        JsonObject params = Wire.object("textDocument", Wire.object("uri", uri(file)));
        Wire.object(more).entrySet().forEach(entry -> params.add(entry.getKey(), entry.getValue()));
        return params;
    }

    /** What the IDE shows, or what stands on disk. */
    String text(Path file) {
        Document document = documents.get(file);
        return document != null ? document.text : Wire.read(file);
    }

    void open(Path file) {
        if (documents.containsKey(file)) {
            return;
        }
        Document document = new Document();
        document.text = Wire.read(file);
        document.version = 1;
        document.stale = true;
        documents.put(file, document);
        client.tell("textDocument/didOpen", Wire.object("textDocument", Wire.object(
                "uri", uri(file), "languageId", "markdown", "version", 1, "text", document.text)));
    }

    /** Typing: one change with its range and its length. */
    void type(Path file, int start, int end, String text) {
        Document document = documents.get(file);
        JsonObject change = Wire.object(
                "range", Wire.range(Text.position(document.text, start), Text.position(document.text, end)),
                "rangeLength", end - start, "text", text);
        document.text = document.text.substring(0, start) + text + document.text.substring(end);
        document.stale = true;
        client.tell("textDocument/didChange", Wire.object(
                "textDocument", Wire.object("uri", uri(file), "version", ++document.version),
                "contentChanges", Wire.array(change)));
    }

    void save(Path file) {
        Wire.write(file, documents.get(file).text);
        client.tell("textDocument/didSave", about(file));
    }

    void saveAll() {
        documents.keySet().forEach(this::save);
    }

    void close(Path file) {
        documents.remove(file);
        client.tell("textDocument/didClose", about(file));
    }

    /**
     * What is shown in an open document: LSP4IJ pulls after opening, after an edit and when it is told to, sends no
     * result id and takes the items of a full report, nothing else.
     */
    JsonArray shown(Path file) {
        Document document = documents.get(file);
        int refreshes = client.refreshes;
        if (document.stale || document.refreshes != refreshes) {
            document.stale = false;
            document.refreshes = refreshes;
            JsonObject report = pull(file);
            if (!"full".equals(Wire.text(report, "kind"))) {
                throw new AssertionError("LSP4IJ needs a full report: " + report);
            }
            document.shown = report.getAsJsonArray("items");
        }
        return document.shown;
    }

    private JsonObject pull(Path file) {
        while (true) {
            try {
                return client.ask("textDocument/diagnostic", about(file, "identifier", "planls")).getAsJsonObject();
            } catch (AssertionError error) {
                if (!String.valueOf(error.getMessage()).contains("retriggerRequest")) {
                    throw error;
                }
            }
        }
    }

    /** Applies a WorkspaceEdit: to what is open there, else on disk. */
    void apply(JsonElement edit) {
        JsonArray changes = edit.getAsJsonObject().getAsJsonArray("documentChanges");
        if (changes == null) {
            throw new AssertionError("expected documentChanges, which LSP4IJ announces: " + edit);
        }
        for (JsonElement change : changes) {
            String kind = Wire.text(change, "kind");
            Path file = path(Wire.text(change, kind == null ? new String[] {"textDocument", "uri"} : new String[] {"uri"}));
            if ("create".equals(kind)) {
                Wire.write(file, "");
            } else if (kind != null) {
                throw new AssertionError("not done here: " + change);
            } else {
                applyTo(file, change.getAsJsonObject());
            }
        }
    }

    private void applyTo(Path file, JsonObject change) {
        JsonElement version = Wire.at(change, "textDocument", "version");
        Document document = documents.get(file);
        String text = text(file);
        String made = Text.apply(text, change.getAsJsonArray("edits"));
        if (document == null) {
            Wire.write(file, made);
        } else if (version != null && version.getAsInt() != document.version) {
            throw new AssertionError("version " + version + " of " + file + ", which is at " + document.version);
        } else {
            type(file, 0, text.length(), made);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
