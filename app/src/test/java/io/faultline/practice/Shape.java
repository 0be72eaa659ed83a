package io.faultline.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a message is made of: names, and of each value whether it is a number, a truth value, or a text, and what kind of
 * text. Lists are as their first element.
 */
final class Shape {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private Shape() {}

    /** One line a value: path and kind. */
    static List<String> of(String json) {
        List<String> lines = new ArrayList<>();
        add(lines, "", JsonParser.parseString(json.replace('\'', '"')));
        return lines.stream().sorted().toList();
    }

    private static void add(List<String> lines, String path, JsonElement value) {
        if (value.isJsonObject()) {
            JsonObject object = value.getAsJsonObject();
            for (Map.Entry<String, JsonElement> field : object.entrySet()) {
                add(lines, path + "." + field.getKey(), field.getValue());
            }
        } else if (value.isJsonArray()) {
            if (value.getAsJsonArray().isEmpty()) {
                lines.add(path + "[]");
            }
            boolean row = !value.getAsJsonArray().isEmpty()
                    && value.getAsJsonArray().get(0).isJsonPrimitive();
            for (int i = 0;
                    i
                            < (row
                                    ? value.getAsJsonArray().size()
                                    : Math.min(1, value.getAsJsonArray().size()));
                    i++) {
                add(
                        lines,
                        path + "[" + (row ? i : "") + "]",
                        value.getAsJsonArray().get(i));
            }
        } else {
            lines.add(path + " " + kind(value));
        }
    }

    private static String kind(JsonElement value) {
        if (value.isJsonNull()) {
            return "null";
        } else if (value.getAsJsonPrimitive().isNumber()) {
            return "number";
        } else if (value.getAsJsonPrimitive().isBoolean()) {
            return "truth";
        }
        String text = value.getAsString();
        if (text.isEmpty()) {
            return "nothing";
        } else if (DECIMAL.matcher(text).matches()) {
            return "decimal";
        }
        return TIME.matcher(text).matches() ? "time" : "text";
    }
}
