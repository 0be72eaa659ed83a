package io.faultline.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Help that is of no panel alone: the glossary, and what this program is. */
final class HelpPages {
    /** Stands wherever the program speaks of trading. */
    static final String NOT_ADVICE = "Not advice; leveraged trading can lose everything.";

    private static final String FILE = "/io/faultline/ui/glossary.txt";
    private static final double WIDTH = 720;
    private static final double HEIGHT = 520;

    private HelpPages() {}

    /** A page with a field that takes the focus, where it has one. */
    record Page(Region node, Region focus) {}

    /** Every term and flag and what it means, in the order of the file. */
    static Map<String, String> glossary() {
        Map<String, String> terms = new LinkedHashMap<>();
        try (InputStream stream = Objects.requireNonNull(HelpPages.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    terms.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return terms;
    }

    /** The glossary with a search. */
    static Page glossaryPage() {
        TextField search = new TextField();
        search.setPromptText("Search terms and flags");
        search.setId("glossary-search");
        VBox list = new VBox();
        glossary().forEach((term, words) -> list.getChildren().add(entry(term, words)));
        search.textProperty().addListener((o, was, is) -> {
            String wanted = is.toLowerCase(Locale.ROOT).strip();
            list.getChildren().forEach(entry -> {
                boolean matches =
                        entry.getAccessibleText().toLowerCase(Locale.ROOT).contains(wanted);
                entry.setVisible(matches);
                entry.setManaged(matches);
            });
        });
        return new Page(new VBox(10, title("Terms and flags"), search, scrolling(list)), search);
    }

    /** Version, licences, endpoints, folders. */
    static Page about(Path home, List<String> endpoints) {
        VBox list = new VBox();
        list.getChildren()
                .addAll(
                        entry(
                                "Version",
                                Stamp.program() + ", Java " + Runtime.version() + ", JavaFX "
                                        + System.getProperty("javafx.runtime.version", "?")),
                        entry("Trading", NOT_ADVICE),
                        entry(
                                "Trust",
                                "No account, no key, no telemetry, no server: everything is computed here from public"
                                        + " streams."),
                        entry(
                                "Endpoints contacted",
                                endpoints.isEmpty() ? "none: no live market is shown" : String.join("\n", endpoints)),
                        entry("Home folder", home.toAbsolutePath().toString()),
                        entry(
                                "Licences",
                                "Faultline: Apache License 2.0. It runs, unchanged, on OpenJFX (GPL 2 with the Classpath"
                                        + " Exception), ChartFX (LGPL 3), AtlantaFX, ControlsFX, Ikonli, Gson,"
                                        + " Java-WebSocket, SLF4J, picocli, SQLite JDBC and HdrHistogram; the typeface is IBM Plex Sans"
                                        + " Condensed (OFL 1.1). The file NOTICE names each with its terms."));
        Region node = new VBox(10, title("About Faultline"), scrolling(list));
        node.setFocusTraversable(true);
        return new Page(node, node);
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("title");
        return title;
    }

    private static Region entry(String term, String words) {
        Region entry = SettingsSection.told(term, words).node();
        entry.setAccessibleText(term + ": " + words);
        return entry;
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("settings-scroll");
        scroll.setPrefSize(WIDTH, HEIGHT);
        return scroll;
    }
}
