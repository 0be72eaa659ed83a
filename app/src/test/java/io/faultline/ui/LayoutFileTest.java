package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.ui.panel.ChartLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutFileTest {
    private static final SavedLayout LAYOUT = new SavedLayout(
            SavedLayout.VERSION,
            10.0,
            20.0,
            1500,
            900,
            true,
            new Arrangement(new Columns.Widths(120, 400, 0, true), 160, true),
            900,
            List.of("BTCUSDT", "SOLUSDT"),
            Map.of(
                    "SOLUSDT",
                    new SymbolLayout(
                            3600,
                            "SWING",
                            Map.of(SizeClass.WIDE, new Arrangement(new Columns.Widths(0, 420, 0, false), 180, false)),
                            new ChartLook(true, 60, true, 5e4, true, 1e6, true, true))));

    private final Path home;

    LayoutFileTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void readsWhatItWrote() throws IOException {
        LayoutFile file = new LayoutFile(home.resolve("new/folder"));

        file.save(LAYOUT);

        assertThat(file.load()).isEqualTo(new LayoutFile.Loaded(LAYOUT, ""));
        try (var files = Files.list(home.resolve("new/folder"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void usesTheUsualLayoutWithoutAWordWhereThereIsNoFile() {
        assertThat(new LayoutFile(home).load()).isEqualTo(new LayoutFile.Loaded(SavedLayout.USUAL, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[1]",
                "{\"version\":99}",
                "{\"version\":\"one\"}",
                "{\"version\":1,\"width\":1e400,\"height\":900,\"spanSeconds\":300}",
                "{\"version\":1,\"width\":1600,\"height\":900,\"spanSeconds\":-3}",
                "{\"version\":1,\"width\":1600,\"height\":900,\"spanSeconds\":300,"
                        + "\"arrangement\":{\"columns\":{\"map\":-4},\"dock\":0}}",
                "{\"version\":1,\"width\":1600,\"height\":900,\"spanSeconds\":300," + "\"arrangement\":{}}",
                "{\"version\":1,\"width\":1600,\"height\":900,\"spanSeconds\":300,"
                        + "\"each\":{\"BTCUSDT\":{\"spanSeconds\":-1}}}",
                "{\"version\":1,\"width\":9,\"height\":9,\"spanSeconds\":30,\"symbols\":[\"a b\"]}"
            })
    void keepsAnUnreadableFileAsideAndSaysWhere(String text) throws IOException {
        Files.writeString(home.resolve(LayoutFile.NAME), text);

        LayoutFile.Loaded loaded = new LayoutFile(home).load();

        assertThat(loaded.layout()).isEqualTo(SavedLayout.USUAL);
        assertThat(loaded.trouble()).contains("layout-unreadable.json");
        assertThat(home.resolve("layout-unreadable.json")).hasContent(text);
        assertThat(home.resolve(LayoutFile.NAME)).doesNotExist();
    }

    @Test
    void bringsAWindowBackOntoTheScreen() {
        Rectangle2D screen = new Rectangle2D(0, 0, 1366, 768);
        SavedLayout far = new SavedLayout(
                SavedLayout.VERSION, 5000.0, -300.0, 2560, 1440, false, Arrangement.USUAL, 300, List.of(), Map.of());

        SavedLayout here = far.within(screen);

        assertThat(here.x()).isZero();
        assertThat(here.y()).isZero();
        assertThat(here.width()).isEqualTo(1366);
        assertThat(here.height()).isEqualTo(768);
    }

    @Test
    void centresAWindowThatHasNoPlaceYet() {
        SavedLayout here = SavedLayout.USUAL.within(new Rectangle2D(0, 0, 1920, 1080));

        assertThat(here.x()).isEqualTo(160);
        assertThat(here.y()).isEqualTo(90);
    }

    @Test
    void readsAFileOfBeforeThereWereTabsAndAMap() throws IOException {
        Files.writeString(
                home.resolve(LayoutFile.NAME), "{\"version\":1,\"width\":1600,\"height\":900,\"spanSeconds\":300}");

        SavedLayout layout = new LayoutFile(home).load().layout();

        assertThat(layout.symbols()).isEmpty();
        assertThat(layout.of("BTCUSDT")).isEmpty();
        assertThat(layout.arrangement()).isEqualTo(Arrangement.USUAL);
        assertThat(layout.width()).isEqualTo(1600);
    }
}
