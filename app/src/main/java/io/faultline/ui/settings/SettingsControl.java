package io.faultline.ui.settings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The settings in force in all windows. Whoever draws by them asks each pulse, or listens. JavaFX thread only. */
public final class SettingsControl {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Settings settings;
    private long version;

    /** Is told of a change, after it. */
    public interface Listener {
        void changed(Settings before, Settings after);
    }

    public SettingsControl(Settings settings) {
        this.settings = settings;
    }

    /** Of a workspace that remembers nothing. */
    public static SettingsControl usual() {
        return new SettingsControl(Settings.USUAL);
    }

    public Settings now() {
        return settings;
    }

    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    /** Sets it; at once. */
    public <T> void set(Setting<T> setting, T value) {
        if (settings.get(setting).equals(value)) {
            return;
        }
        Settings before = settings;
        settings = before.with(setting, value);
        version++;
        listeners.forEach(listener -> listener.changed(before, settings));
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    /** From now on that is told of changes. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** That hears no more. */
    public void forget(Listener listener) {
        listeners.remove(listener);
    }
}
