package io.faultline.liquidation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The reference vectors: inputs and results computed by another program, most of them checked in another way too. */
public final class Vectors {
    private Vectors() {}

    public static JsonObject load(String name) {
        String file = "/io/faultline/liquidation/vectors/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<JsonObject> objects(JsonObject parent, String name) {
        List<JsonObject> objects = new ArrayList<>();
        parent.getAsJsonArray(name).forEach(element -> objects.add(element.getAsJsonObject()));
        return objects;
    }

    /** NaN for null. */
    public static double number(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }

    public static double[] numbers(JsonObject object, String name) {
        return numbers(object.get(name));
    }

    public static double[] numbers(JsonElement array) {
        List<Double> values = new ArrayList<>();
        array.getAsJsonArray().forEach(value -> values.add(value.getAsDouble()));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The scheme as the vectors write one. */
    static MarginScheme scheme(JsonObject venue) {
        List<Bracket> rows = new ArrayList<>();
        for (JsonObject row : objects(venue, "brackets")) {
            rows.add(new Bracket(
                    number(row, "floor"),
                    number(row, "cap"),
                    number(row, "mmr"),
                    number(row, "cum"),
                    number(row, "max_leverage")));
        }
        Brackets brackets = new Brackets(rows);
        double fee = number(venue, "fee");
        double multiplier = number(venue, "multiplier");
        String name = venue.get("scheme").getAsString();
        return switch (name) {
            case "TIERED_NOTIONAL" -> new TieredNotional(brackets, fee, multiplier);
            case "FLAT_CONTRACTS" -> new FlatContracts(brackets, fee, multiplier);
            case "ENTRY_NOTIONAL" -> new EntryNotional(brackets, multiplier);
            default -> throw new IllegalArgumentException(name);
        };
    }

    static MarginScheme scheme(String venue) {
        return scheme(load("liquidation").getAsJsonObject("venues").getAsJsonObject(venue));
    }
}
