package io.faultline.alarm.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the fields that {@link Fields} reads. A number that is none is written as null, which nobody takes for one. */
final class Json {
    private final JsonObject object = new JsonObject();

    Json text(String name, String value) {
        object.addProperty(name, value);
        return this;
    }

    Json number(String name, @Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            object.add(name, JsonNull.INSTANCE);
        } else {
            object.addProperty(name, value);
        }
        return this;
    }

    Json whole(String name, long value) {
        object.addProperty(name, value);
        return this;
    }

    Json flag(String name, boolean value) {
        object.addProperty(name, value);
        return this;
    }

    Json constant(String name, Enum<?> value) {
        object.addProperty(name, value.name());
        return this;
    }

    Json constants(String name, Set<? extends Enum<?>> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value.name()));
        object.add(name, array);
        return this;
    }

    Json numbers(String name, double[] values) {
        JsonArray array = new JsonArray();
        for (double value : values) {
            array.add(value);
        }
        object.add(name, array);
        return this;
    }

    Json wholes(String name, Collection<? extends Number> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        object.add(name, array);
        return this;
    }

    Json object(String name, Json value) {
        object.add(name, value.object);
        return this;
    }

    Json objects(String name, Collection<Json> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value.object));
        object.add(name, array);
        return this;
    }

    JsonObject tree() {
        return object;
    }

    @Override
    public String toString() {
        return object.toString();
    }
}
