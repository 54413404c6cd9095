package planls.jetbrains.test;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Positions in a text as LSP4J's clients count them: lines and UTF-16 units. */
final class Text {
    private Text() {}

    static int offset(String text, JsonElement position) {
        int start = 0;
        for (int line = position.getAsJsonObject().get("line").getAsInt(); line > 0; line--) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + position.getAsJsonObject().get("character").getAsInt();
    }

    static JsonObject position(String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return Wire.position(line, offset - before.lastIndexOf('\n') - 1);
    }

    /** The position `more` characters after the beginning of a part that stands once in the text. */
    static JsonObject positionOf(String text, String part, int more) {
        int found = text.indexOf(part);
        if (found < 0 || text.indexOf(part, found + 1) >= 0) {
            throw new AssertionError("\"" + part + "\" must stand once in\n" + text);
        }
        return position(text, found + more);
    }

    static JsonObject everything(String text) {
        return Wire.range(Wire.position(0, 0), position(text, text.length()));
    }

    static String line(String text, int line) {
        return text.split("\n", -1)[line];
    }

    /** Edits that do not overlap, all of the text as it was. */
    static String apply(String text, JsonArray edits) {
        List<JsonObject> sorted = new ArrayList<>();
        edits.forEach(edit -> sorted.add(edit.getAsJsonObject()));
        sorted.sort(Comparator.comparingInt(edit -> -offset(text, Wire.at(edit, "range", "start"))));
        StringBuilder made = new StringBuilder(text);
        int before = text.length();
        for (JsonObject edit : sorted) {
            int start = offset(text, Wire.at(edit, "range", "start"));
            int end = offset(text, Wire.at(edit, "range", "end"));
            if (start > end || end > before) {
                throw new AssertionError("edits overlap: " + edits);
            }
            made.replace(start, end, edit.get("newText").getAsString());
            before = start;
        }
        return made.toString();
    }
}
