package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.Venue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridFileTest {
    private static final long NOW = 1_795_000_000_000L;
    private static final List<KeptGrid> GRIDS = List.of(
            new KeptGrid(new InstrumentId(Venue.BINANCE, "BTCUSDT"), 1, false, "QUJD"),
            new KeptGrid(new InstrumentId(Venue.OKX, "BTC-USDT-SWAP"), 1, false, "REVG"));

    @TempDir
    private Path home = Path.of("");

    private GridFile file() {
        return new GridFile(home.resolve("grids"), "BTCUSDT");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("grids"))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void readsBackWhatItWroteAsOfTheLastSession() throws IOException {
        file().write(GRIDS, NOW);
        GridFile.Kept kept = file().read(NOW + 60_000);
        assertThat(kept.words()).isEmpty();
        assertThat(kept.grids()).extracting(KeptGrid::state).containsExactly("QUJD", "REVG");
        assertThat(kept.grids())
                .extracting(KeptGrid::instrument)
                .containsExactly(GRIDS.get(0).instrument(), GRIDS.get(1).instrument());
        assertThat(kept.grids()).allMatch(KeptGrid::restored);
        assertThat(files()).containsExactly("BTCUSDT.grids");
    }

    @Test
    void replacesWhatItWroteBefore() throws IOException {
        file().write(GRIDS, NOW);
        file().write(GRIDS.subList(0, 1), NOW + 1);
        assertThat(file().read(NOW + 2).grids()).hasSize(1);
        assertThat(files()).containsExactly("BTCUSDT.grids");
    }

    @Test
    void saysNothingWhereNothingWasKept() {
        assertThat(file().read(NOW)).isEqualTo(new GridFile.Kept(List.of(), ""));
    }

    @Test
    void usesNothingThatIsOlderThanAMonth() throws IOException {
        file().write(GRIDS, NOW);
        GridFile.Kept kept = file().read(NOW + Duration.ofDays(31).toMillis());
        assertThat(kept.grids()).isEmpty();
        assertThat(kept.words()).contains("not used");
        assertThat(files()).containsExactly("BTCUSDT.grids");
        assertThat(file().read(NOW + Duration.ofDays(29).toMillis()).grids()).hasSize(2);
    }

    @Test
    void putsADamagedFileAsideAndSaysSo() throws IOException {
        file().write(GRIDS, NOW);
        byte[] whole = Files.readAllBytes(home.resolve("grids/BTCUSDT.grids"));
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(7));
            Files.write(home.resolve("grids/BTCUSDT.grids"), damaged);
            GridFile.Kept kept = file().read(NOW + 60_000 + i * 1_000L);
            if (kept.grids().isEmpty()) {
                assertThat(kept.words()).containsAnyOf("kept as BTCUSDT-damaged-", "not used");
            } else {
                assertThat(kept.grids()).as("the time alone was damaged").hasSize(2);
            }
        }
        assertThat(files()).anyMatch(name -> name.startsWith("BTCUSDT-damaged-"));
    }

    @Test
    void doesNotReadWhatAnotherVersionWrote() throws IOException {
        Files.createDirectories(home.resolve("grids"));
        Files.writeString(home.resolve("grids/BTCUSDT.grids"), "faultline-grids-2 1795000000000 0\n");
        GridFile.Kept kept = file().read(NOW);
        assertThat(kept.grids()).isEmpty();
        assertThat(kept.words()).contains("damaged or of another version");
        assertThat(files()).hasSize(1).allMatch(name -> name.startsWith("BTCUSDT-damaged-"));
    }

    @Test
    void saysWhatPreventsItFromReading() throws IOException {
        Files.createDirectories(home.resolve("grids/BTCUSDT.grids"));
        assertThat(file().read(NOW).words()).contains("cannot be read");
    }
}
