package planls.jetbrains.test;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server template read by the rules of LSP4IJ 0.20.1, as read in its LanguageServerTemplateManager (which files
 * count), ServerTemplateJsonDeserializer and LanguageServerTemplateDeserializer (what they may hold), ServerTemplate
 * (which command counts where), CommandUtils (how a command line is taken apart) and SettingsHelper (what a section
 * of the settings is).
 */
final class Template {
    /** File names that count; everything else in the folder, and every folder in it, is passed over. */
    private static final List<String> KNOWN = List.of("template.json", "settings.json", "settings.schema.json",
            "initializationOptions.json", "experimental.json", "clientSettings.json", "installer.json",
            "workspaceFolderSettings.json", "README.md");

    final Map<String, String> files = new HashMap<>();
    final JsonObject descriptor;

    Template(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!KNOWN.contains(name)) {
                    throw new AssertionError(name + " is passed over by LSP4IJ");
                }
                files.put(name, Files.readString(file));
            }
        }
        if (!files.containsKey("template.json")) {
            throw new AssertionError("there is no template.json");
        }
        descriptor = parse("template.json");
    }

    JsonObject parse(String name) {
        return JsonParser.parseString(files.getOrDefault(name, "{}")).getAsJsonObject();
    }

    /** By the system's key, else the default's. The loader fails where `programArgs` is missing. */
    String commandLine(String system) {
        JsonObject programArgs = descriptor.get("programArgs").getAsJsonObject();
        JsonElement own = programArgs.get(system);
        return (own != null ? own : programArgs.get("default")).getAsString();
    }

    /** Words end at spaces outside of double quotes; quotes go, nothing is escaped. */
    static List<String> command(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.toString().isBlank()) {
                    words.add(word.toString().trim());
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words;
    }

    /** Each mapping's pattern or file type, then its language id. */
    List<String> mappings() {
        List<String> all = new ArrayList<>();
        for (JsonElement one : descriptor.getAsJsonArray("fileTypeMappings")) {
            String id = Wire.text(one, "languageId");
            JsonElement patterns = Wire.at(one, "fileType", "patterns");
            for (JsonElement pattern : patterns == null ? new JsonArray() : patterns.getAsJsonArray()) {
                all.add(pattern.getAsString() + " " + id);
            }
            if (Wire.text(one, "fileType", "name") != null) {
                all.add(Wire.text(one, "fileType", "name") + " " + id);
            }
        }
        return all;
    }
}
