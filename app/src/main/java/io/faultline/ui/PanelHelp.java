package io.faultline.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What is said of a panel behind its question mark.
 *
 * @param shows what it shows
 * @param read how to read it
 * @param limits what it cannot tell
 * @param misread what it is easily taken for, and is not
 */
record PanelHelp(List<String> shows, List<String> read, List<String> limits, List<String> misread) {
    private static final String FILE = "/io/faultline/ui/help.txt";
    private static final double WIDTH = 620;

    /** What lies over the workspace and has a help, by its id; panels say their title themselves. */
    static final Map<String, String> TITLES = Map.of(
            "session-sheet", "Session sheet",
            "settings-page", "Settings",
            "export", "Export",
            "news", "What changed",
            "alarm-settings", "Alarms and sounds",
            "symbol-picker", "Symbols",
            "replay", "Replay");

    private static final Map<String, PanelHelp> ALL = load();

    /** The help of the panel of that id. */
    static Optional<PanelHelp> of(String panel) {
        return Optional.ofNullable(ALL.get(panel));
    }

    private static Map<String, PanelHelp> load() {
        Map<String, PanelHelp> all = new LinkedHashMap<>();
        try (InputStream stream = Objects.requireNonNull(PanelHelp.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            PanelHelp into = new PanelHelp(List.of(), List.of(), List.of(), List.of());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    into = new PanelHelp(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                    all.put(line.substring(1, line.indexOf(']')), into);
                } else if (!line.isBlank()) {
                    into.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return all;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String words = line.substring(colon + 1).strip();
        switch (line.substring(0, Math.max(0, colon))) {
            case "shows" -> shows.add(words);
            case "read" -> read.add(words);
            case "limits" -> limits.add(words);
            case "misread" -> misread.add(words);
            default -> throw new IllegalStateException(FILE + ": no such part: " + line);
        }
    }

    /** As a card under that title. */
    Region card(String title) {
        Label head = new Label(title);
        head.getStyleClass().add("title");
        VBox card = new VBox(5, head);
        part(card, "What it shows", shows);
        part(card, "How to read it", read);
        part(card, "Its limits", limits);
        part(card, "Easily misread", misread);
        card.setPrefWidth(WIDTH);
        card.setFocusTraversable(true);
        card.setAccessibleText(title + ". " + String.join(" ", shows) + " " + String.join(" ", read));
        return card;
    }

    private static void part(VBox card, String heading, List<String> paragraphs) {
        Label head = new Label(heading);
        head.getStyleClass().add("heading");
        card.getChildren().add(head);
        for (String words : paragraphs) {
            Label label = new Label(words);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add("cell");
            card.getChildren().add(label);
        }
    }
}
