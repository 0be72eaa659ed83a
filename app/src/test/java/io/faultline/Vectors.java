package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/** Inputs with the answers they must give, kept as JSON beside the tests that read them. */
public final class Vectors {
    private Vectors() {}

    /** The file of that name in the test's own package. */
    public static JsonObject beside(Class<?> test, String name) {
        try (InputStream file = test.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of an array. */
    public static Stream<JsonObject> rows(JsonObject vectors, String name) {
        return elements(vectors.getAsJsonArray(name)).map(JsonElement::getAsJsonObject);
    }

    public static Stream<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    public static double[] doubles(JsonArray array) {
        return elements(array).mapToDouble(JsonElement::getAsDouble).toArray();
    }

    public static String text(JsonObject row, String name) {
        return row.get(name).getAsString();
    }

    public static double number(JsonObject row, String name) {
        return row.get(name).getAsDouble();
    }

    public static int whole(JsonObject row, String name) {
        return row.get(name).getAsInt();
    }

    public static boolean flag(JsonObject row, String name) {
        return row.get(name).getAsBoolean();
    }

    /** Null where the vector says null, which is absence. */
    public static @Nullable Double numberOrNull(JsonObject row, String name) {
        JsonElement value = row.get(name);
        return value == null || value.isJsonNull() ? null : Double.valueOf(value.getAsDouble());
    }

    /** Equal to one part in 10⁹. */
    public static void assertClose(String what, @Nullable Double actual, @Nullable Double expected) {
        if (expected == null || actual == null) {
            assertThat(actual).as(what).isEqualTo(expected);
        } else {
            assertThat(actual).as(what).isCloseTo(expected, Offset.offset(Math.abs(expected) * 1e-9 + 1e-300));
        }
    }
}
