package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.liquidation.GridBar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCsvTest {
    private static final String FIRST = "2024-06-01T00:00:00.000Z,100,110,90,105,2000,1500,10500,30,0";
    private static final String SECOND = "2024-06-01T01:00:00.000Z,105,106,104,105,1000,400,10500,0,0";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bars.csv"), text, StandardCharsets.UTF_8);
    }

    private HistoryCsv read(String... lines) throws IOException {
        return HistoryCsv.read(file(String.join("\n", lines)));
    }

    private void refuses(String message, String... lines) {
        assertThatThrownBy(() -> read(lines)).isInstanceOf(IOException.class).hasMessageContaining(message);
    }

    @Test
    void readsABar() throws IOException {
        GridBar bar = read(KnownMarket.HEADER, FIRST, SECOND).bars().get(0);
        assertThat(bar.startMillis()).isEqualTo(1_717_200_000_000L);
        assertThat(bar.seconds()).isEqualTo(3600);
        assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close())).containsExactly(100.0, 110.0, 90.0, 105.0);
        assertThat(bar.buyUsd()).isEqualTo(1500);
        assertThat(bar.sellUsd()).isEqualTo(500);
        assertThat(bar.openInterest()).as("coins, valued at the close").isEqualTo(100);
        assertThat(bar.forcedLongUsd()).isEqualTo(30);
        assertThat(bar.forcedShortUsd()).isZero();
        assertThat(bar.isMarkKnown()).isFalse();
    }

    @Test
    void readsWhatMayBeThere() throws IOException {
        HistoryCsv csv = read(
                "funding_rate,mark_low,mark_high," + KnownMarket.HEADER, "-0.0001,91,104," + FIRST, ",,," + SECOND);
        assertThat(csv.bars().get(0).markLow()).isEqualTo(91);
        assertThat(csv.bars().get(0).markHigh()).isEqualTo(104);
        assertThat(csv.bars().get(0).markClose())
                .as("the close, within the mark's range")
                .isEqualTo(104);
        assertThat(csv.bars().get(1).isMarkKnown()).isFalse();
        assertThat(csv.funding()).containsExactly(Map.entry(1_717_200_000_000L, -0.0001));
    }

    @Test
    void takesAnEmptyCellForUnknown() throws IOException {
        HistoryCsv csv = read(KnownMarket.HEADER, "2024-06-01T00:00:00Z,100,110,90,105,,,,,", SECOND);
        GridBar bar = csv.bars().get(0);
        assertThat(bar.areTradesKnown()).isFalse();
        assertThat(bar.openInterest()).isNaN();
        assertThat(bar.forcedLongUsd()).isNaN();
        assertThat(bar.forcedShortUsd()).isNaN();
        assertThat(csv.estimatedSplits()).isZero();
    }

    @Test
    void estimatesTheTakersSideWhereOnlyVolumeIsKnown() throws IOException {
        HistoryCsv csv =
                read(KnownMarket.HEADER, FIRST, SECOND, "2024-06-01T02:00:00Z,105,125,104,124,1000,,10500,0,0");
        assertThat(csv.estimatedSplits()).isEqualTo(1);
        assertThat(csv.bars().get(2).buyUsd()).as("a rising bar").isBetween(600.0, 900.0);
        assertThat(csv.bars().get(2).volumeUsd()).isEqualTo(1000);
    }

    @Test
    void findsTheLengthOfBarsAndTheGapsBetweenThem() throws IOException {
        HistoryCsv csv = read(
                KnownMarket.HEADER,
                FIRST,
                SECOND,
                "2024-06-01T06:00:00Z,105,106,104,105,1000,400,10500,0,0",
                "2024-06-01T07:00:00Z,,,,,,,,,",
                "2024-06-01T08:00:00Z,105,106,104,105,1000,400,10500,0,0");
        assertThat(csv.bars()).extracting(GridBar::seconds).containsOnly(3600.0).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-06-01T00:00:00.000Z",
                "2024-06-01T00:00:00Z",
                "2024-06-01T00:00Z",
                "2024-06-01 00:00:00",
                "2024-06-01T02:00:00+02:00",
                "2024-06-01",
                "1717200000",
                "1717200000000"
            })
    void readsTimesAsFilesWriteThem(String time) throws IOException {
        String line = FIRST.replaceFirst("[^,]*", time);
        assertThat(read(KnownMarket.HEADER, line, SECOND).bars().get(0).startMillis())
                .isEqualTo(1_717_200_000_000L);
    }

    @Test
    void readsLinesOfOtherSystems() throws IOException {
        assertThat(HistoryCsv.read(file("\uFEFF" + String.join("\r\n", KnownMarket.HEADER, FIRST, SECOND, "")))
                        .bars())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | NaN     | column open: not a number: NaN",
                "4 | inf     | column close: not a number: inf",
                "2 | 0x10    | column high: not a number: 0x10",
                "5 | 1e999   | column volume_usd: not a number: 1e999",
                "1 | 0       | column open: a price must be above 0, not 0",
                "3 | -90     | column low: a price must be above 0, not -90",
                "5 | -1      | column volume_usd: must not be negative, is -1",
                "8 | -0.5    | column long_liq_usd: must not be negative, is -0.5",
                "6 | 2000.1  | column taker_buy_usd: 2000.1 is more than the volume",
                "2 | 101     | column high: 101 is below open or close",
                "3 | 102     | column low: 102 is above open or close",
                "4 | ''      | column close: empty, while other prices of the bar are there",
                "1 | ''      | column open: empty, while other prices of the bar are there",
                "0 | ''      | column time: empty",
                "0 | monday  | column time: not a time: monday",
                "0 | 2024-06-01T01:00:00Z | column time: 2024-06-01T01:00:00.000Z is there twice",
                "0 | 2024-06-01T09:00:00Z | column time: 2024-06-01T01:00:00.000Z is before the line above"
            })
    void namesTheLineAndColumnOfWhatIsNoBar(int column, String cell, String message) {
        String[] cells = FIRST.split(",");
        cells[column] = cell;
        int line = message.startsWith("column time: 2024") ? 3 : 2;
        refuses("bars.csv:" + line + ": " + message, KnownMarket.HEADER, String.join(",", cells), SECOND);
    }

    @Test
    void namesWhatIsWrongWithTheHeader() {
        refuses("bars.csv: is empty", "");
        refuses("bars.csv:1: column short_liq_usd is missing", KnownMarket.HEADER.replace(",short_liq_usd", ""), FIRST);
        refuses("bars.csv:1: column 2024-06-01t00:00:00.000z is not known", FIRST, SECOND);
        refuses("bars.csv:1: column open is there twice", KnownMarket.HEADER + ",open", FIRST + ",1");
        refuses("bars.csv:2: 9 cells, the header has 10 columns", KnownMarket.HEADER, FIRST.replace(",1500", ""));
    }

    @Test
    void saysThatCellsAreSeparatedByCommas() {
        refuses(
                "bars.csv:1: column time;open;high;low;close;volume_usd;take… is not known, cells must be separated"
                        + " by commas; known are time,",
                KnownMarket.HEADER.replace(',', ';'),
                FIRST.replace(',', ';'));
    }

    @Test
    void repeatsNothingThatMovesATerminalsCursor() {
        refuses("bars.csv:1: column [2j is not known", KnownMarket.HEADER + ",\u001b[2J", FIRST + ",1");
        refuses(
                "bars.csv:2: column open: not a number: [2J",
                KnownMarket.HEADER,
                FIRST.replaceFirst(",[^,]*", ",\u001b[2J"));
    }

    @Test
    void wantsTwoBars() {
        refuses("bars.csv: holds no bar", KnownMarket.HEADER);
        refuses("bars.csv: holds too few bars", KnownMarket.HEADER, FIRST);
    }

    @Test
    void refusesWhatIsNoTextFile() throws IOException {
        Files.write(folder.resolve("bars.csv"), new byte[] {'t', (byte) 0xff, (byte) 0xfe, '\n'});
        assertThatThrownBy(() -> HistoryCsv.read(folder.resolve("bars.csv"))).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> HistoryCsv.read(folder)).hasMessageContaining("not a file");
    }
}
