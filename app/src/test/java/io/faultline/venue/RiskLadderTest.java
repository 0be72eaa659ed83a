package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.RiskTiers.Tier;
import io.faultline.venue.RiskLadder.Charging;
import io.faultline.venue.RiskLadder.Row;
import io.faultline.venue.RiskLadder.UnusableException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskLadderTest {
    @Test
    void putsRowsInOrderAndWorksOutFloorsAndDeductions() throws UnusableException {
        List<Tier> tiers = RiskLadder.check(
                List.of(row("2000000", "0.005", "0.01", "100", "510"), row("300000", "0.0033", "0.0066", "150", null)),
                Charging.BY_SLICE);

        assertThat(tiers)
                .extracting(RiskLadderTest::text)
                .containsExactly("0..300000 0.0033 0.0066 150 -0", "300000..2000000 0.005 0.01 100 -510");
    }

    @Test
    void needsNoInitialRateAndNoDeductionWhereThereIsNone() throws UnusableException {
        List<Tier> tiers = RiskLadder.check(
                List.of(row("1000", "0.004", null, "100", null), row("5000", "0.005", null, "50", null)),
                Charging.WHOLE);

        assertThat(tiers)
                .extracting(RiskLadderTest::text)
                .containsExactly("0..1000 0.004 0.01 100 null", "1000..5000 0.005 0.02 50 null");
    }

    @Test
    void readsRatesInPercentForWhatTheyAre() throws UnusableException {
        List<Tier> tiers = RiskLadder.check(
                List.of(row("150", "0.5", "1", "100", ""), row("300", "1", "2", "50", "")), Charging.BY_SLICE);

        assertThat(tiers)
                .extracting(RiskLadderTest::text)
                .containsExactly("0..150 0.005 0.01 100 -0", "150..300 0.01 0.02 50 -0.75");
    }

    @Test
    void leavesTheOneRowOfAContractWithoutLeverageAlone() throws UnusableException {
        List<Tier> tiers = RiskLadder.check(List.of(row("150", "0.5", null, "1", null)), Charging.BY_SLICE);

        assertThat(tiers).extracting(RiskLadderTest::text).containsExactly("0..150 0.5 1 1 -0");
    }

    /** Rows of floor, cap, maintenance rate, initial rate, leverage, deduction. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 100 0.01 0.02 50 0; 102 200 0.02 0.04 25 1 | tier 2 begins at 102, the one before ends at 100",
                "0 100 0.01 0.02 50 0; 90 200 0.02 0.04 25 1 | tier 2 begins at 90, below the end of the one before, 100",
                "5 100 0.01 0.02 50 0 | tier 1 begins at 5, the one before ends at 0",
                "0 100 0.01 0.02 50 0; 0 100 0.02 0.04 25 1 | tier 2 ends at 100, where it begins",
                "0 0 0.01 0.02 50 0 | tier 1 ends at 0, where it begins",
                "0 100 0.01 0.02 50 0; 100 200 0.009 0.04 25 1 | tier 2 has a maintenance rate of 0.009, below the one before, 0.01",
                "0 100 0.01 0.02 50 0; 100 200 0.015 0.01 100 0.5 | tier 2 has a maintenance rate of 0.015, above its initial rate 0.01",
                "0 100 0.005 0.02 50 0; 100 200 0.01 0.01 100 0.5 | tier 2 has a leverage of 100, above the one before, 50",
                "0 100 0 0.02 50 0 | tier 1 has a maintenance rate of 0",
                "0 100 1 1 1 0 | tier 1 has a maintenance rate of 1",
                "0 100 0.0001 0.0001 10000 0 | tier 1 has a leverage of 10000",
                "0 100 0.01 2 0.5 0 | tier 1 has a leverage of 0.5",
                "0 100 0.01 0.02 20 0 | tier 1 has a leverage of 20, but an initial rate of 0.02",
                "0 100 0.01 0.02 50 0; 100 200 0.02 0.04 25 1.2 | tier 2 has a deduction of 1.2, but 1 follows from its rates",
                "0 100 0.01 0.02 50 3 | tier 1 has a deduction of 3, but 0 follows from its rates"
            })
    void refusesATableWithARowThatCannotBe(String table, String fault) {
        List<Row> rows = Arrays.stream(table.split(";"))
                .map(line -> line.strip().split(" "))
                .map(cell -> new Row(
                        number(cell[0]),
                        new BigDecimal(cell[1]),
                        new BigDecimal(cell[2]),
                        number(cell[3]),
                        new BigDecimal(cell[4]),
                        number(cell[5])))
                .toList();

        assertThatThrownBy(() -> RiskLadder.check(rows, Charging.BY_SLICE))
                .isInstanceOf(UnusableException.class)
                .hasMessage(fault);
    }

    @Test
    void refusesATableOfNothingOrOfTooMuch() {
        assertThatThrownBy(() -> RiskLadder.check(List.of(), Charging.WHOLE)).hasMessage("no tier");
        List<Row> many = new ArrayList<>();
        for (int i = 1; i <= 1_001; i++) {
            many.add(row(String.valueOf(i), "0.01", "0.02", "50", null));
        }
        assertThatThrownBy(() -> RiskLadder.check(many, Charging.WHOLE)).hasMessage("more than 1000 tiers");
    }

    private static Row row(
            String cap,
            String maintenanceRate,
            @Nullable String initialRate,
            String leverage,
            @Nullable String deduction) {
        return new Row(
                null,
                new BigDecimal(cap),
                new BigDecimal(maintenanceRate),
                number(initialRate),
                new BigDecimal(leverage),
                number(deduction));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }

    private static String text(Tier tier) {
        return plain(tier.floor()) + ".." + plain(tier.cap()) + " " + plain(tier.maintenanceRate()) + " "
                + plain(tier.initialRate()) + " " + plain(tier.maxLeverage()) + " "
                + (tier.deduction() == null ? "null" : "-" + plain(tier.deduction()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
