package planls.jetbrains.test;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON and files, shortly. */
final class Wire {
    static final Path SOURCE = Path.of(System.getProperty("planls.source")).toAbsolutePath().normalize();

    private Wire() {}

    /** An object of keys and values in turn; values are JSON, strings, numbers, booleans or null. */
    static JsonObject object(Object... pairs) {
        JsonObject made = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            made.add((String) pairs[i], json(pairs[i + 1]));
        }
        return made;
    }

    static JsonArray array(Object... values) {
        JsonArray made = new JsonArray();
        for (Object value : values) {
            made.add(json(value));
        }
        return made;
    }

    private static JsonElement json(Object value) {
        return value instanceof JsonElement element ? element : new Gson().toJsonTree(value);
    }

    /** What stands at a path of keys, or null. */
    static JsonElement at(JsonElement json, String... keys) {
        for (String key : keys) {
            json = json != null && json.isJsonObject() ? json.getAsJsonObject().get(key) : null;
        }
        return json == null || json.isJsonNull() ? null : json;
    }

    static String text(JsonElement json, String... keys) {
        JsonElement found = at(json, keys);
        return found instanceof JsonPrimitive ? found.getAsString() : null;
    }

    static JsonObject position(int line, int character) {
        return object("line", line, "character", character);
    }

    static JsonObject range(JsonElement start, JsonElement end) {
        return object("start", start, "end", end);
    }

    static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonObject readJson(Path path) {
        return JsonParser.parseString(read(path)).getAsJsonObject();
    }

    static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What LSP4IJ sends of itself (server/lsp reads it; tests/wire has it from LSP4IJ's source). */
    static JsonObject initializeParams() {
        return readJson(SOURCE.resolve("tests/wire/clients/lsp4ij.json"));
    }
}
