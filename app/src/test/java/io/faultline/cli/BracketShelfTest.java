package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.desk.Desk;
import io.faultline.desk.DeskThread;
import io.faultline.desk.GridView;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkPrice;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BracketShelfTest {
    private static final String TABLE = """
            {"format": "faultline-risk-tiers-1", "tables": [
              {"venue": "binance", "instrument": "BTCUSDT", "asOf": "2026-11-01", "confidence": "high", "bySlice": true,
               "tiers": [["1000000", "0.01", "0.02", "50"], ["9000000", "0.05", "0.1", "10"]]}%s
            ]}""";

    private static final String WRONG = """
            ,
              {"venue": "binance", "instrument": "ETHUSDT", "asOf": "2026-11-01", "confidence": "high", "bySlice": true,
               "tiers": [["1000000", "0.05", "0.1", "10"], ["9000000", "0.01", "0.02", "50"]]}""";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.json"), text);
    }

    private BracketShelf shelf() {
        return new BracketShelf(folder.resolve("home/brackets"));
    }

    @Test
    void takesAFileOverAndSaysWhatItHoldsAndWhatIsWrong() throws IOException {
        List<String> said = shelf().take(file(TABLE.formatted(WRONG)));
        assertThat(said)
                .containsExactly(
                        "mine.json: brackets of Binance BTCUSDT as of 2026-11-01, 2 rows",
                        "mine.json: line 4: binance ETHUSDT of 2026-11-01: left out, for tier 2 has a maintenance rate of"
                                + " 0.01, below the one before, 0.05");
        assertThat(folder.resolve("home/brackets/mine.json")).exists();
        assertThat(shelf().words()).as("at the next start").isEqualTo(said);
    }

    @Test
    void losesNoTableOfAnEarlierFileOfTheSameName() throws IOException {
        shelf().take(file(TABLE.formatted("")));
        assertThat(shelf().take(file(TABLE.formatted("").replace("0.01", "0.015"))))
                .as("of the same contract and day")
                .hasSize(1);
        List<String> said = shelf().take(file(TABLE.formatted("").replace("BTCUSDT", "ETHUSDT")));
        assertThat(said)
                .contains("mine.json: kept as mine_again02.json, for an earlier file of that name holds other tables");
        assertThat(shelf().tables())
                .extracting(table -> table.instrument().symbol())
                .containsExactly("BTCUSDT", "ETHUSDT");
    }

    @Test
    void importsNothingFromAFileWithoutATable() throws IOException {
        assertThat(shelf().take(file("{\n  'x': 1}")))
                .containsExactly(
                        "mine.json: line 2: expected a field name, found ''' at offset 4; what follows was not read",
                        "mine.json: nothing was imported");
        assertThat(shelf().take(folder.resolve("none.json")).get(0)).contains("cannot be read");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void leavesOutAFileThatIsDamagedAndTakesTheOthers() throws IOException {
        BracketShelf shelf = shelf();
        shelf.take(file(TABLE.formatted("")));
        Files.writeString(folder.resolve("home/brackets/damaged.json"), "{");
        Files.writeString(folder.resolve("home/brackets/readme.txt"), "not a table");
        List<String> words = shelf().words();
        assertThat(words).hasSize(2);
        assertThat(words.get(0)).startsWith("damaged.json: line 1: ");
        assertThat(words.get(1)).startsWith("mine.json: brackets of Binance BTCUSDT");
    }

    @Test
    void pricesOpenDesksByTheNewTables() throws IOException {
        BracketShelf shelf = shelf();
        List<RiskTiers> told = new ArrayList<>();
        shelf.enter(told::addAll);
        Desk state = new Desk(
                "BTCUSDT", SnapshotRequests.NONE, BookObserver.NONE, BundledTables.get(), ModelParameters.DEFAULT);
        try (DeskThread desk = new DeskThread(state, DeskThread.Overflow.WAIT, System::nanoTime)) {
            long millis = 1_795_000_000_000L;
            desk.accept(new MarkPrice(
                    new InstrumentId(Venue.BINANCE, "BTCUSDT"),
                    millis * 1_000_000,
                    millis,
                    BigDecimal.valueOf(60_000),
                    null));
            await().until(() -> LocalDate.of(2026, 3, 26).equals(day(desk)));
            shelf.take(file(TABLE.formatted("")));
            assertThat(told).hasSize(1);
            desk.accept(told.get(0));
            await().until(() -> LocalDate.of(2026, 11, 1).equals(day(desk)));
        }
    }

    private static LocalDate day(DeskThread desk) {
        GridView.Standing standing = desk.view().grid().venues().get(Venue.BINANCE);
        return standing == null ? LocalDate.MIN : Objects.requireNonNull(standing.brackets());
    }
}
