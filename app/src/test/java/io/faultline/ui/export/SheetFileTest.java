package io.faultline.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFileTest {
    private static final Origin ORIGIN =
            new Origin("BTCUSDT", "PRACTICE seed 7", 1_778_595_700_000_000_000L, "Faultline 1.0");
    private static final Sheet SHEET = new Sheet(
            "clusters",
            List.of("name", "at_risk_usd", "exact", "count", "unknown_usd", "seen_utc", "own"),
            List.of(
                    Arrays.asList(
                            "L1, \"mine\"",
                            144_000_000.125,
                            new BigDecimal("0.00000010"),
                            3,
                            Double.NaN,
                            Instant.ofEpochMilli(1_778_595_700_123L),
                            true),
                    Arrays.asList("S2", 0.1 + 0.2, BigDecimal.ONE, 0, null, null, false)));

    private final Path folder;

    SheetFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String written(SheetFile.Format format) throws IOException {
        Path file = folder.resolve("deep").resolve("a" + format.extension());
        SheetFile.write(SHEET, ORIGIN, format, file);
        assertThat(file.resolveSibling("a" + format.extension() + ".part")).doesNotExist();
        return Files.readString(file);
    }

    @Test
    void csvHasPlainNumbersInFullUtcTimesQuotesAndTheSourceInEveryRow() throws IOException {
        assertThat(written(SheetFile.Format.CSV))
                .isEqualTo("name,at_risk_usd,exact,count,unknown_usd,seen_utc,own,symbol,source,taken_utc\r\n"
                        + "\"L1, \"\"mine\"\"\",144000000.125,0.00000010,3,,2026-05-12T14:21:40.123Z,true,"
                        + "BTCUSDT,PRACTICE seed 7,2026-05-12T14:21:40Z\r\n"
                        + "S2,0.30000000000000004,1,0,,,false,BTCUSDT,PRACTICE seed 7,2026-05-12T14:21:40Z\r\n");
    }

    @Test
    void jsonReadsBackToTheSameNumbersWithNullWhereNothingIsKnown() throws IOException {
        JsonObject read = JsonParser.parseString(written(SheetFile.Format.JSON)).getAsJsonObject();

        assertThat(read.get("source").getAsString()).isEqualTo("PRACTICE seed 7");
        assertThat(read.get("taken_utc").getAsString()).isEqualTo("2026-05-12T14:21:40Z");
        JsonObject first = read.getAsJsonArray("rows").get(0).getAsJsonObject();
        assertThat(first.get("at_risk_usd").getAsDouble()).isEqualTo(144_000_000.125);
        assertThat(first.get("exact").getAsBigDecimal()).isEqualByComparingTo("0.0000001");
        assertThat(first.get("unknown_usd").isJsonNull()).isTrue();
        assertThat(first.get("own").getAsBoolean()).isTrue();
        JsonObject second = read.getAsJsonArray("rows").get(1).getAsJsonObject();
        assertThat(second.get("at_risk_usd").getAsDouble()).isEqualTo(0.1 + 0.2);
        assertThat(second.get("seen_utc").isJsonNull()).isTrue();
    }

    @Test
    void whereItCannotBeWrittenThereIsNoFile() throws IOException {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file, not a folder");

        assertThatThrownBy(() -> SheetFile.write(SHEET, ORIGIN, SheetFile.Format.CSV, blocked.resolve("a.csv")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRowThatDoesNotFitItsColumnsIsRefused() {
        assertThatThrownBy(() -> new Sheet("x", List.of("a", "b"), List.of(Arrays.<Object>asList(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 cells under 2 columns");
    }
}
