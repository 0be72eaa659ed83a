package io.faultline.ui;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that the layout is remembered in. A file that cannot be read is kept aside, never overwritten. */
final class LayoutFile {
    static final String NAME = "layout.json";
    private static final String ASIDE = "layout-unreadable.json";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path home;
    private final Path file;

    LayoutFile(Path home) {
        this.home = home;
        this.file = home.resolve(NAME);
    }

    /** @param trouble for the user, empty where there was none */
    record Loaded(SavedLayout layout, String trouble) {}

    Loaded load() {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return new Loaded(SavedLayout.USUAL, "");
        } catch (IOException e) {
            return setAside();
        }
        try {
            SavedLayout layout = GSON.fromJson(text, SavedLayout.class);
            if (layout != null && layout.sound()) {
                return new Loaded(layout, "");
            }
        } catch (JsonParseException | NumberFormatException e) {
            return setAside();
        }
        return setAside();
    }

    /** Written whole or not at all. */
    void save(SavedLayout layout) throws IOException {
        Files.createDirectories(home);
        Path half = home.resolve(NAME + ".part");
        Files.writeString(half, GSON.toJson(layout), StandardCharsets.UTF_8);
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Loaded setAside() {
        Path aside = file.resolveSibling(ASIDE);
        String words = "The saved layout cannot be read";
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Loaded(SavedLayout.USUAL, words + "; it is kept as " + aside + ". The usual one is used.");
        } catch (IOException e) {
            return new Loaded(SavedLayout.USUAL, words + ": " + file + ". The usual one is used.");
        }
    }
}
