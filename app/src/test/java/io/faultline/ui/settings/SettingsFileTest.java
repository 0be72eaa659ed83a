package io.faultline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.ui.theme.ThemeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private final Path home;
    private final SettingsFile file;

    SettingsFileTest(@TempDir Path home) {
        this.home = home;
        file = new SettingsFile(home);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Settings set = Settings.USUAL
                .with(KnownSettings.THEME, ThemeName.LIGHT)
                .with(KnownSettings.RISK_PERCENT, 0.75)
                .with(KnownSettings.ZONE, "Europe/Berlin")
                .with(KnownSettings.HINT, false);

        file.save(set);

        Settings read = file.load().settings();
        assertThat(file.load().trouble()).isEmpty();
        assertThat(read.get(KnownSettings.THEME)).isEqualTo(ThemeName.LIGHT);
        assertThat(read.get(KnownSettings.RISK_PERCENT)).isEqualTo(0.75);
        assertThat(read.get(KnownSettings.ZONE)).isEqualTo("Europe/Berlin");
        assertThat(read.get(KnownSettings.HINT)).isFalse();
        assertThat(home.resolve("settings.json")).content().contains("\"look.theme\": \"light\"");
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void usesTheUsualWithoutAWordWhereThereIsNoFile() {
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(Settings.USUAL, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[1]", "{'look.theme':'light'}", "{\"look.theme\":light}", "{} {}"})
    void keepsAnUnreadableFileAsideAndSaysWhere(String text) throws IOException {
        Files.writeString(home.resolve("settings.json"), text);

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.settings().get(KnownSettings.THEME)).isEqualTo(ThemeName.DARK);
        assertThat(loaded.trouble()).contains("settings-unreadable.json");
        assertThat(home.resolve("settings-unreadable.json")).hasContent(text);
        assertThat(home.resolve("settings.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            look.theme | "mauve" | one of dark, light, safe
            look.theme | 3 | words in quotes
            look.size | 500 | from 100 to 200
            look.size | "120" | from 100 to 200
            look.size | 1e999 | from 100 to 200
            account.risk | 2.5 | from 0.5 to 2
            start.hint | "yes" | true or false
            time.zone | "Mars/Phobos" | a name such as Europe/Berlin
            pictures.name | "../../{symbol}" | letters, digits
            pictures.folder | "charts" | a whole path
            storage.journal-gigabytes | null | from 1 to 2000
            """)
    void namesAValueThatCannotBeAndUsesTheUsual(String key, String value, String may) throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"" + key + "\": " + value + ", \"model.discount\": 30}");

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.trouble()).contains(key + " is ", may);
        assertThat(loaded.settings().get(KnownSettings.DISCOUNT_PERCENT)).isEqualTo(30);
        for (Setting<?> setting : KnownSettings.all()) {
            if (setting.key().equals(key)) {
                assertThat(loaded.settings().isSet(setting)).isFalse();
            }
        }
    }

    @Test
    void keepsWhatItDoesNotKnowAndWhatItCouldNotTake() throws IOException {
        Files.writeString(
                home.resolve("settings.json"),
                "{\"later.thing\": {\"a\": [1, 2]}, \"look.size\": 900, \"time.frames\": 30}");

        file.save(file.load().settings().with(KnownSettings.THEME, ThemeName.SAFE));

        assertThat(Files.readString(home.resolve("settings.json")))
                .contains("later.thing", "\"look.size\": 900", "\"time.frames\": 30", "\"look.theme\": \"safe\"");
    }

    @Test
    void everySettingHasAKeyOfItsOwnTakesItsUsualValueAndSaysWhatItDoes() {
        List<String> keys = new ArrayList<>();
        for (Setting<?> setting : KnownSettings.all()) {
            keys.add(setting.key());
            assertThat(readsItsUsual(setting)).as(setting.key()).isTrue();
            assertThat(setting.words()).as(setting.key()).endsWith(".");
        }
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    private static <T> boolean readsItsUsual(Setting<T> setting) {
        return setting.read(setting.written(setting.usual())).equals(setting.usual());
    }
}
