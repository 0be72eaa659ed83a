package io.faultline.alarm.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each read as what it must be. What is not asked for is ignored. */
final class Fields {
    private static final int MOST_SHOWN = 60;
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    private final String where;
    private final JsonObject object;

    private Fields(String where, JsonObject object) {
        this.where = where;
        this.object = object;
    }

    /**
     * Reads a text that is one object.
     *
     * @param where what it is, such as {@code alarm 17}; begins every complaint
     */
    static Fields parse(String where, String text) throws BadTextException {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (element instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT) {
                return new Fields(where, object);
            }
        } catch (JsonParseException | IOException | NumberFormatException e) {
            throw new BadTextException(where + " is no JSON" + place(e.getMessage()));
        }
        throw new BadTextException(where + " is not one JSON object");
    }

    /** The library's own words are for programmers, but where it stopped is worth knowing. */
    private static String place(@Nullable String message) {
        Matcher place = PLACE.matcher(message == null ? "" : message);
        return place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "";
    }

    String where() {
        return where;
    }

    /** The same, told apart by another name in complaints. */
    Fields called(String other) {
        return new Fields(other, object);
    }

    /** Refuses a form that a newer program has written. */
    Fields form(int newest) throws BadTextException {
        long form = whole("v");
        if (form < 1 || form > newest) {
            throw new BadTextException(
                    where + " was written by a newer Faultline (form " + form + ", this one knows " + newest + ")");
        }
        return this;
    }

    boolean has(String name) {
        JsonElement value = object.get(name);
        return value != null && !value.isJsonNull();
    }

    String text(String name) throws BadTextException {
        JsonPrimitive value = primitive(name);
        if (!value.isString()) {
            throw bad(name, value, "text");
        }
        return value.getAsString();
    }

    /** Finite. */
    double number(String name) throws BadTextException {
        return number(name, primitive(name));
    }

    private double number(String name, JsonElement value) throws BadTextException {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            double number = primitive.getAsDouble();
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw bad(name, value, "a number");
    }

    @Nullable
    Double numberIfAny(String name) throws BadTextException {
        return has(name) ? (Double) number(name) : null;
    }

    double[] numbers(String name) throws BadTextException {
        JsonArray array = array(name);
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(name, array.get(i));
        }
        return numbers;
    }

    long whole(String name) throws BadTextException {
        return whole(name, primitive(name));
    }

    private long whole(String name, JsonElement value) throws BadTextException {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            try {
                return Long.parseLong(primitive.getAsString());
            } catch (NumberFormatException e) {
                throw bad(name, value, "a whole number");
            }
        }
        throw bad(name, value, "a whole number");
    }

    int count(String name) throws BadTextException {
        return count(name, primitive(name));
    }

    private int count(String name, JsonElement value) throws BadTextException {
        long whole = whole(name, value);
        if (whole != (int) whole) {
            throw bad(name, value, "a whole number of that size");
        }
        return (int) whole;
    }

    Set<Integer> counts(String name) throws BadTextException {
        Set<Integer> counts = new TreeSet<>();
        for (JsonElement value : array(name)) {
            counts.add(count(name, value));
        }
        return counts;
    }

    List<Long> wholes(String name) throws BadTextException {
        List<Long> wholes = new ArrayList<>();
        for (JsonElement value : array(name)) {
            wholes.add(whole(name, value));
        }
        return wholes;
    }

    boolean flag(String name) throws BadTextException {
        JsonPrimitive value = primitive(name);
        if (!value.isBoolean()) {
            throw bad(name, value, "true or false");
        }
        return value.getAsBoolean();
    }

    /** False where an earlier version wrote nothing of it. */
    boolean flagIfAny(String name) throws BadTextException {
        return has(name) && flag(name);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) throws BadTextException {
        return constant(name, primitive(name), type);
    }

    <E extends Enum<E>> Set<E> constants(String name, Class<E> type) throws BadTextException {
        EnumSet<E> constants = EnumSet.noneOf(type);
        for (JsonElement value : array(name)) {
            constants.add(constant(name, value, type));
        }
        return constants;
    }

    private <E extends Enum<E>> E constant(String name, JsonElement value, Class<E> type) throws BadTextException {
        for (E constant : type.getEnumConstants()) {
            if (value instanceof JsonPrimitive primitive
                    && constant.name().equals(primitive.getAsString().toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw bad(name, value, "one of " + Arrays.toString(type.getEnumConstants()));
    }

    Fields object(String name) throws BadTextException {
        JsonElement value = object.get(name);
        if (value instanceof JsonObject inner) {
            return new Fields(where, inner);
        }
        throw value == null || value.isJsonNull() ? missing(name) : bad(name, value, "an object");
    }

    Optional<Fields> objectIfAny(String name) throws BadTextException {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<Fields> objects(String name) throws BadTextException {
        List<Fields> objects = new ArrayList<>();
        for (JsonElement value : array(name)) {
            if (!(value instanceof JsonObject inner)) {
                throw bad(name, value, "an object");
            }
            objects.add(new Fields(where, inner));
        }
        return objects;
    }

    /** The names of all fields, for objects that are a table. */
    Set<String> names() {
        return object.keySet();
    }

    private JsonArray array(String name) throws BadTextException {
        JsonElement value = object.get(name);
        if (value instanceof JsonArray array) {
            return array;
        }
        throw value == null ? missing(name) : bad(name, value, "a list");
    }

    private JsonPrimitive primitive(String name) throws BadTextException {
        JsonElement value = object.get(name);
        if (value instanceof JsonPrimitive primitive) {
            return primitive;
        }
        throw value == null || value.isJsonNull() ? missing(name) : bad(name, value, "a single value");
    }

    private BadTextException missing(String name) {
        return new BadTextException(where + ": " + name + " is missing");
    }

    private BadTextException bad(String name, JsonElement value, String wanted) {
        String shown = value.toString();
        String cut = shown.length() > MOST_SHOWN ? shown.substring(0, MOST_SHOWN) + "…" : shown;
        return new BadTextException(where + ": " + name + " is " + cut + ", not " + wanted);
    }

    /** What the fields together cannot be. */
    BadTextException refused(IllegalArgumentException e) {
        return new BadTextException(where + ": " + e.getMessage());
    }
}
