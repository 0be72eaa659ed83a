package io.faultline.ui.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that settings are kept in. A file that cannot be read is kept aside, never overwritten. Any thread. */
public final class SettingsFile {
    static final String NAME = "settings.json";
    static final String ASIDE = "settings-unreadable.json";
    private static final Gson GSON = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private final Path home;
    private final Path file;

    public SettingsFile(Path home) {
        this.home = home;
        this.file = home.resolve(NAME);
    }

    /** @param trouble for the user, empty where there was none */
    public record Loaded(Settings settings, String trouble) {}

    public Path path() {
        return file;
    }

    /** Reads strictly: a value that cannot be is named, and the usual one used. */
    public Loaded load() {
        JsonElement all;
        try {
            all = GSON.fromJson(Files.readString(file, StandardCharsets.UTF_8), JsonElement.class);
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.USUAL, "");
        } catch (IOException | JsonParseException e) {
            return setAside();
        }
        if (!(all instanceof JsonObject object)) {
            return setAside();
        }
        Settings.Reading reading = Settings.read(object);
        String trouble = reading.troubles().isEmpty() ? "" : "Settings: " + String.join(". ", reading.troubles());
        return new Loaded(reading.settings(), trouble);
    }

    /** Written whole or not at all. */
    public void save(Settings settings) throws IOException {
        Files.createDirectories(home);
        Path half = home.resolve(NAME + ".part");
        Files.writeString(half, GSON.toJson(settings.written()) + "\n", StandardCharsets.UTF_8);
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Loaded setAside() {
        Path aside = file.resolveSibling(ASIDE);
        String words = "The settings cannot be read";
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Loaded(Settings.USUAL, words + "; they are kept as " + aside + ". The usual ones are used.");
        } catch (IOException e) {
            return new Loaded(Settings.USUAL, words + ": " + file + ". The usual ones are used.");
        }
    }
}
