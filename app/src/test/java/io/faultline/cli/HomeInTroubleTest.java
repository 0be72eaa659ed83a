package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.history.RecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class HomeInTroubleTest {
    @Test
    void isToldInASentenceWithoutTheProgramsOwnLines(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("home"));
        try (ErrorLog log = new ErrorLog()) {
            try (RecordStore store = new RecordStore(file, () -> 1)) {
                assertThat(store.opened().join().problem()).contains("home is a file, not a folder");
            }
            assertThat(log.text()).contains("nothing is being kept on disk").doesNotContain("\tat ", "Exception");
        }
    }
}
