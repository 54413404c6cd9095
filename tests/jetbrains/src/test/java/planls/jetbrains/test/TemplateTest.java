package planls.jetbrains.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** editors/jetbrains/template, imported as LSP4IJ does it, and the server started by it. */
class TemplateTest {
    private final Template template;

    TemplateTest() throws IOException {
        template = new Template(Wire.SOURCE.resolve("editors/jetbrains/template"));
    }

    @Test
    void isWhatItSays() {
        assertEquals("planls", Wire.text(template.descriptor, "id"));
        assertEquals("planls", Wire.text(template.descriptor, "name"));
        assertEquals(List.of("*.md markdown", "*.markdown markdown", "Markdown markdown"), template.mappings());
        assertTrue(template.files.get("README.md").contains("planls"));
    }

    @Test
    void commandOnEverySystem() {
        assertEquals(List.of("planls", "lsp"), Template.command(template.commandLine("unix")));
        assertEquals(List.of("planls", "lsp"), Template.command(template.commandLine("mac")));
        assertEquals(List.of("planls.exe", "lsp"), Template.command(template.commandLine("windows")));
        assertEquals(List.of("/opt/my tools/planls", "lsp"), Template.command("\"/opt/my tools/planls\"  lsp"));
    }

    /** All names that LSP4IJ's ClientConfigurationSettings has, of those used here. */
    @Test
    void clientSettingsAreKnownToLsp4ij() {
        Set<String> known = Set.of("caseSensitive", "lineCommentPrefix", "blockCommentPrefix", "blockCommentSuffix",
                "statementTerminatorCharacters", "uriSupport", "completion", "breadcrumbs", "editor", "format",
                "references", "workspaceSymbol", "jsonRpc");
        assertTrue(known.containsAll(template.parse("clientSettings.json").keySet()));
    }

    /** The settings' one key is the section that the server asks for, and the schema knows every key below it. */
    @Test
    void settingsAndSchemaHaveTheSection() {
        assertEquals(Set.of("planls"), template.parse("settings.json").keySet());
        JsonElement properties = Wire.at(template.parse("settings.schema.json"), "properties", "planls", "properties");
        JsonElement source = Wire.at(Wire.readJson(Wire.SOURCE.resolve("editors/schema/planls.schema.json")), "properties");
        Set<String> keys = new TreeSet<>(source.getAsJsonObject().keySet());
        keys.remove("$schema");
        assertEquals(keys, new TreeSet<>(properties.getAsJsonObject().keySet()));
        assertFalse(keys.isEmpty());
    }

    /** From the exact words of the command line, found on PATH, with the files' contents as LSP4IJ sends them. */
    @Test
    void startsTheServer() {
        JsonObject params = Wire.initializeParams();
        params.add("initializationOptions", template.parse("initializationOptions.json"));
        params.getAsJsonObject("capabilities").add("experimental", template.parse("experimental.json"));
        try (Workspace workspace = Workspace.empty()) {
            Path plan = workspace.write("plan.md", "# Plan\n\n## Initiative: Roof\n- **Timeline:** Weeks 5-2\n");
            List<String> command = Template.command(template.commandLine("unix"));
            try (Session session = Session.start(command, params, StandardCharsets.UTF_8, workspace.root)) {
                session.client.settings = template.parse("settings.json").get("planls");
                session.client.tell("workspace/didChangeConfiguration",
                        Wire.object("settings", template.parse("settings.json")));
                session.open(plan);
                session.client.await("the finding", () -> session.shown(plan).toString().contains("invalid-span"));
                assertEquals(List.of(), session.client.told("window/showMessage"));
                assertEquals(0, session.client.finish());
            }
        }
    }
}
