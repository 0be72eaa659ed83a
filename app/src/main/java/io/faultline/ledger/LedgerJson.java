package io.faultline.ledger;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Entries as lines of JSON, to be kept: one object a line, with its version, its epoch and its kind. What is not known
 * (NaN) is null. Keys are the names of the records' components; a change of one is a new version.
 */
public final class LedgerJson {
    private static final int VERSION = 1;

    private static final Map<String, Class<? extends LedgerEntry>> KINDS = Map.of(
            "flow", FlowRecord.class,
            "reach", ReachRecord.class,
            "receipt", Receipt.class,
            "heavier", HeavierFirst.class,
            "level", LevelSample.class);

    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(double.class, new Known())
            .registerTypeAdapter(Double.class, new Known())
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private LedgerJson() {}

    /**
     * An entry of some epoch.
     *
     * @param epoch names the model and its parameters, {@link LedgerRule#epoch}
     */
    public record Line(String epoch, LedgerEntry entry) {}

    /** One line, without its end. */
    public static String write(Line line) {
        JsonObject json = head(line.epoch());
        json.addProperty("kind", kind(line.entry()));
        json.add("entry", GSON.toJsonTree(line.entry()));
        return GSON.toJson(json);
    }

    /**
     * Reads what {@link #write} gave.
     *
     * @throws JsonParseException if it is none, or of another version
     */
    public static Line read(String text) {
        JsonObject json = object(text);
        return new Line(json.get("epoch").getAsString(), entry(json.get("kind"), json.get("entry")));
    }

    /** What a ledger has not finished, as one line. */
    public static String write(String epoch, LedgerState state) {
        JsonObject json = head(epoch);
        json.addProperty("markMillis", state.markMillis());
        json.add("shown", GSON.toJsonTree(new TreeSet<>(state.shown())));
        json.add("judged", GSON.toJsonTree(new TreeSet<>(state.judged())));
        List<JsonObject> pending = new ArrayList<>();
        for (LedgerEntry entry : state.pending()) {
            JsonObject each = new JsonObject();
            each.addProperty("kind", kind(entry));
            each.add("entry", GSON.toJsonTree(entry));
            pending.add(each);
        }
        json.add("pending", GSON.toJsonTree(pending));
        return GSON.toJson(json);
    }

    /**
     * Reads what {@link #write(String, LedgerState)} gave.
     *
     * @throws JsonParseException if it is none, or of another version
     */
    public static LedgerState readState(String text) {
        JsonObject json = object(text);
        List<LedgerEntry> pending = new ArrayList<>();
        for (JsonElement each : json.getAsJsonArray("pending")) {
            pending.add(entry(
                    each.getAsJsonObject().get("kind"), each.getAsJsonObject().get("entry")));
        }
        return new LedgerState(
                pending,
                new TreeSet<>(numbers(json.get("shown"))),
                new TreeSet<>(numbers(json.get("judged"))),
                json.get("markMillis").getAsLong());
    }

    private static JsonObject head(String epoch) {
        JsonObject json = new JsonObject();
        json.addProperty("v", VERSION);
        json.addProperty("epoch", epoch);
        return json;
    }

    private static JsonObject object(String text) {
        JsonElement json = JsonParser.parseString(text);
        if (!json.isJsonObject() || !json.getAsJsonObject().has("v")) {
            throw new JsonParseException("no line of a ledger");
        }
        int version = json.getAsJsonObject().get("v").getAsInt();
        if (version != VERSION) {
            throw new JsonParseException("a ledger of version " + version + ", this program reads " + VERSION);
        }
        return json.getAsJsonObject();
    }

    private static String kind(LedgerEntry entry) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue() == entry.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static LedgerEntry entry(JsonElement kind, JsonElement entry) {
        Class<? extends LedgerEntry> type = kind == null ? null : KINDS.get(kind.getAsString());
        if (type == null || entry == null) {
            throw new JsonParseException("no entry of a ledger: " + kind);
        }
        return GSON.fromJson(entry, type);
    }

    private static List<Integer> numbers(JsonElement array) {
        List<Integer> numbers = new ArrayList<>();
        array.getAsJsonArray().forEach(number -> numbers.add(number.getAsInt()));
        return numbers;
    }

    /** JSON has no NaN. */
    private static final class Known extends TypeAdapter<Double> {
        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            if (value == null || Double.isNaN(value)) {
                out.nullValue();
            } else {
                out.value(value);
            }
        }

        @Override
        public Double read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Double.NaN;
            }
            return in.nextDouble();
        }
    }
}
