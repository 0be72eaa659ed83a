package io.faultline.ui.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that is set. Immutable. Keys that nobody knows, such as those of a later version, are kept as they were. */
public final class Settings {
    /** Nothing set. */
    public static final Settings USUAL = new Settings(new JsonObject(), Map.of());

    private final JsonObject written;
    private final Map<String, Object> values;

    private Settings(JsonObject written, Map<String, Object> values) {
        this.written = written;
        this.values = Map.copyOf(values);
    }

    /** @param troubles a sentence for each value that could not be taken */
    record Reading(Settings settings, List<String> troubles) {}

    static Reading read(JsonObject written) {
        Map<String, Object> values = new HashMap<>();
        List<String> troubles = new ArrayList<>();
        for (Setting<?> setting : KnownSettings.all()) {
            JsonElement value = written.get(setting.key());
            if (value != null) {
                try {
                    values.put(setting.key(), setting.read(value));
                } catch (IllegalArgumentException e) {
                    troubles.add(setting.key() + " is " + value + ", and may be " + e.getMessage() + "; "
                            + usual(setting) + " is used");
                }
            }
        }
        return new Reading(new Settings(written.deepCopy(), values), troubles);
    }

    private static <T> String usual(Setting<T> setting) {
        return setting.written(setting.usual()).toString();
    }

    /** What is set, or the usual. */
    @SuppressWarnings("unchecked") // only the setting of that key has put it there
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting.key());
        return value == null ? setting.usual() : (T) value;
    }

    /** Whether it is set to something else than the usual. */
    public boolean isSet(Setting<?> setting) {
        return !get(setting).equals(setting.usual());
    }

    /** The same with that value. */
    public <T> Settings with(Setting<T> setting, T value) {
        JsonObject changed = written.deepCopy();
        changed.add(setting.key(), setting.written(value));
        Map<String, Object> all = new HashMap<>(values);
        all.put(setting.key(), value);
        return new Settings(changed, all);
    }

    /** As it goes into the file. */
    JsonObject written() {
        return written.deepCopy();
    }
}
