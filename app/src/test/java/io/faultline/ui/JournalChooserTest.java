package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalChooserTest {
    private static final Path FOLDER = Path.of("journals", "BTCUSDT-20240808");
    private static final Path FIRST = FOLDER.resolve("BTCUSDT-001.journal");
    private static final Path SECOND = FOLDER.resolve("BTCUSDT-002.journal");

    @Test
    void aBlockOpensTheFolderThatItIsAPartOf() {
        assertThat(JournalChooser.journals(List.of(SECOND))).containsExactly(FOLDER);
    }

    @Test
    void severalBlocksAndOtherFilesAreOpenedAsPicked() {
        Path capture = FOLDER.resolve("capture.jsonl.gz");

        assertThat(JournalChooser.journals(List.of(FIRST, SECOND))).containsExactly(FIRST, SECOND);
        assertThat(JournalChooser.journals(List.of(capture))).containsExactly(capture);
    }
}
