package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.BracketReading.Charging;
import io.faultline.liquidation.BracketReading.Row;
import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BracketTableTest {
    private static final long DAY = 86_400_000L;

    @Test
    void closesAHoleAndSaysSo() {
        BracketReading reading = BracketReading.of(
                List.of(new Row(0, 50_000, .004, 125), new Row(80_000, 250_000, .005, 100)), Charging.BY_SLICE);
        Bracket second = reading.brackets().orElseThrow().rows().get(1);
        assertThat(second.floor()).isEqualTo(50_000);
        assertThat(second.deductionUsd()).isEqualTo(50_000 * (.005 - .004));
        assertThat(reading.remarks()).containsExactly("closed the hole from 50,000 to 80,000 with the row above it");
    }

    @Test
    void cutsAnOverlapAndSaysSo() {
        BracketReading reading = BracketReading.of(
                List.of(new Row(0, 50_000, .004, 125), new Row(30_000, 250_000, .005, 100)), Charging.BY_SLICE);
        assertThat(reading.brackets().orElseThrow().rows().get(1).floor()).isEqualTo(50_000);
        assertThat(reading.remarks()).containsExactly("cut the overlap from 30,000 to 50,000 off the row above it");
    }

    @Test
    void leavesOutRowsWithoutSenseAndSaysWhy() {
        BracketReading reading = BracketReading.of(
                List.of(
                        new Row(0, 50_000, .004, 125),
                        new Row(0, 50_000, .004, 125),
                        new Row(50_000, 60_000, 1.5, 100),
                        new Row(50_000, 70_000, .005, 0),
                        new Row(50_000, Double.NaN, .005, 100)),
                Charging.BY_SLICE);
        assertThat(reading.brackets().orElseThrow().rows()).hasSize(1);
        assertThat(reading.remarks())
                .containsExactlyInAnyOrder(
                        "left out a second row up to 50,000",
                        "left out the row up to 60,000: its rate is 1.5",
                        "left out the row up to 70,000: its leverage is 0.0",
                        "left out the row up to NaN: its cap is not above 0");
    }

    @Test
    void makesRatesRiseAndLeveragesFall() {
        BracketReading reading = BracketReading.of(
                List.of(new Row(0, 50_000, .01, 50), new Row(50_000, 250_000, .005, 100)), Charging.BY_SLICE);
        Bracket second = reading.brackets().orElseThrow().rows().get(1);
        assertThat(second.maintenanceRate()).isEqualTo(.01);
        assertThat(second.maxLeverage()).isEqualTo(50);
        assertThat(reading.remarks()).hasSize(2);
    }

    @Test
    void isNoTableWithoutAUsableRow() {
        BracketReading reading = BracketReading.of(List.of(new Row(0, -1, .01, 50)), Charging.WHOLE);
        assertThat(reading.brackets()).isEmpty();
        assertThat(reading.remarks()).last().isEqualTo("no usable row");
    }

    @Test
    void holdsASizeInTheLowestRowWhoseCapItDoesNotPass() {
        Brackets brackets = Vectors.scheme("BINANCE").brackets();
        assertThat(brackets.holding(50_000).cap()).isEqualTo(50_000);
        assertThat(brackets.holding(50_000.01).cap()).isEqualTo(250_000);
        assertThat(brackets.holding(9e12).cap()).isEqualTo(500e6);
    }

    @Test
    void choosesTheNewestTableThatHeldAtATime() {
        BracketTable older = table("2024-01-01", BracketTable.Origin.FILE);
        BracketTable newer = table("2024-06-01", BracketTable.Origin.VENUE);
        BracketTables tables = new BracketTables(List.of(newer, older));
        assertThat(tables.at(day("2024-06-01"))).isEqualTo(newer);
        assertThat(tables.at(day("2024-06-01") - 1)).isEqualTo(older);
        assertThat(tables.at(day("2020-01-01"))).isEqualTo(older);
    }

    @Test
    void saysHowFarATableCanBeTrusted() {
        BracketTables live = new BracketTables(List.of(table("2024-06-01", BracketTable.Origin.VENUE)));
        assertThat(live.flagsAt(day("2024-06-02"))).isEmpty();
        assertThat(live.flagsAt(day("2024-05-01"))).containsExactly(GridFlag.TABLE_DATE);
        assertThat(live.flagsAt(day("2024-06-01") + 91 * DAY)).containsExactly(GridFlag.TABLE_STALE);
        BracketTables borrowed = new BracketTables(
                List.of(table("2024-06-01", BracketTable.Origin.VENUE).borrowed()));
        assertThat(borrowed.flagsAt(day("2024-06-02")))
                .containsExactlyInAnyOrder(GridFlag.TABLE_DATE, GridFlag.TABLE_BORROWED);
    }

    @Test
    void saysThatATableWasMended() {
        BracketTable mended = new BracketTable(
                LocalDate.parse("2024-06-01"),
                Vectors.scheme("BINANCE"),
                BracketTable.Origin.VENUE,
                List.of("left out a second row up to 50,000"));
        assertThat(new BracketTables(List.of(mended)).flagsAt(day("2024-06-02")))
                .containsExactly(GridFlag.TABLE_MENDED);
    }

    @Test
    void readsWhatVenuesPublish() {
        RiskTiers okx = tiers(
                Venue.OKX,
                RiskTiers.Unit.CONTRACTS,
                RiskTiers.Source.LIVE,
                tier("0", "1000", "0.004", "100"),
                tier("1000", "5000", "0.005", "66.66"));
        BracketTable table = VenueMargin.tables(List.of(okx), .01).orElseThrow().at(day("2026-09-19"));
        assertThat(table.scheme()).isInstanceOfSatisfying(FlatContracts.class, scheme -> {
            assertThat(scheme.feeRate()).isEqualTo(.0005);
            assertThat(scheme.multiplier()).isEqualTo(.01);
            assertThat(scheme.bracketOf(0, 1_001).maintenanceRate()).isEqualTo(.005);
        });
        assertThat(table.origin()).isEqualTo(BracketTable.Origin.VENUE);

        RiskTiers binance = tiers(
                Venue.BINANCE,
                RiskTiers.Unit.QUOTE,
                RiskTiers.Source.BUNDLED,
                tier("0", "300000", "0.004", "150"),
                tier("300000", "800000", "0.005", "100"));
        BracketTables tables = VenueMargin.tables(List.of(binance), 1).orElseThrow();
        assertThat(tables.at(day("2026-09-19")).scheme())
                .isInstanceOfSatisfying(
                        TieredNotional.class,
                        scheme -> assertThat(scheme.maintenanceUsd(400_000, 0))
                                .isCloseTo(300_000 * .004 + 100_000 * .005, within(1e-9)));
        assertThat(tables.flagsAt(day("2026-09-19"))).containsExactly(GridFlag.TABLE_DATE);
        assertThat(VenueMargin.tables(List.of(), 1)).isEmpty();
    }

    private static RiskTiers tiers(Venue venue, RiskTiers.Unit unit, RiskTiers.Source source, RiskTiers.Tier... rows) {
        return new RiskTiers(
                new InstrumentId(venue, "BTC"),
                0,
                LocalDate.parse("2026-09-18"),
                source,
                RiskTiers.Confidence.HIGH,
                "a test",
                unit,
                true,
                List.of(rows));
    }

    private static RiskTiers.Tier tier(String floor, String cap, String rate, String leverage) {
        BigDecimal max = new BigDecimal(leverage);
        return new RiskTiers.Tier(
                new BigDecimal(floor),
                new BigDecimal(cap),
                new BigDecimal(rate),
                BigDecimal.ONE.divide(max, MathContext.DECIMAL64),
                max,
                null);
    }

    private static BracketTable table(String from, BracketTable.Origin origin) {
        return new BracketTable(LocalDate.parse(from), Vectors.scheme("BINANCE"), origin, List.of());
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay() * DAY;
    }
}
