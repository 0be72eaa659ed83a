package io.faultline.ui.funding;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Venue;
import io.faultline.ui.funding.FundingFigures.Interest;
import io.faultline.ui.funding.FundingFigures.Rates;
import io.faultline.ui.funding.FundingFigures.Terms;
import io.faultline.ui.paint.StateShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundingWordsTest {
    private static final double NONE = Double.NaN;
    private static final long HOUR = 3_600_000_000_000L;

    @Test
    void saysWhoPaysWhom() {
        long next = 5_635_000;

        assertThat(FundingWords.whoPays(new Rates(0, 0.000108, 0, next, 0, 9), 0))
                .isEqualTo("longs pay shorts 0.0108\u00a0% in 01:33:55");
        assertThat(FundingWords.whoPays(new Rates(0, -0.000108, 0, next, 0, 9), 0))
                .isEqualTo("shorts pay longs 0.0108\u00a0% in 01:33:55");
        assertThat(FundingWords.whoPays(new Rates(0, 0, 0, next, 0, 9), 0)).isEqualTo("nobody pays in 01:33:55");
        assertThat(FundingWords.whoPays(new Rates(NONE, NONE, NONE, 0, -1, 9), 0))
                .isEqualTo("no funding rate yet");
    }

    @Test
    void aSettlementThatIsDueCountsNoFurtherThanZero() {
        assertThat(FundingWords.untilNext(new Rates(0, 0, 0, 1000, 0, 9), 5_000_000_000L))
                .isEqualTo("00:00:00");
        assertThat(FundingWords.untilNext(new Rates(0, 0, 0, 0, 0, 9), 5_000_000_000L))
                .isEqualTo("–");
    }

    @Test
    void namesADefaultIntervalAndOneThatIsContradicted() {
        assertThat(FundingWords.terms(new Terms(28_800_000, false, false, 0.003, -0.003)))
                .isEqualTo("cap ±0.30\u00a0% · 8 h");
        assertThat(FundingWords.terms(new Terms(28_800_000, true, false, NONE, NONE)))
                .isEqualTo("cap, floor not published · 8 h default");
        assertThat(FundingWords.terms(new Terms(28_800_000, true, true, NONE, NONE)))
                .isEqualTo("cap, floor not published · 8 h default contradicted");
        assertThat(FundingWords.terms(new Terms(0, false, false, 0.02, -0.01)))
                .isEqualTo("cap 2.00\u00a0% · floor −1.00\u00a0% · interval unknown");
    }

    @Test
    void onlyAnIntervalOtherThanEightHoursIsCarriedByItsRate() {
        assertThat(FundingWords.unusual(3_600_000)).isEqualTo("1h");
        assertThat(FundingWords.unusual(1_800_000)).isEqualTo("30min");
        assertThat(FundingWords.unusual(28_800_000)).isEmpty();
        assertThat(FundingWords.unusual(0)).isEmpty();
    }

    @Test
    void leavesOutWholeItemsWhereTheyDoNotFit() {
        List<String> items = List.of("cap ±2\u00a0% BN", "±0.5\u00a0% BY", "±4\u00a0% DY");

        assertThat(FundingWords.whole(items, text -> true))
                .isEqualTo("cap ±2\u00a0% BN · ±0.5\u00a0% BY · ±4\u00a0% DY");
        assertThat(FundingWords.whole(items, text -> text.length() < 28))
                .isEqualTo("cap ±2\u00a0% BN · ±0.5\u00a0% BY …");
        assertThat(FundingWords.whole(items, text -> false)).isEmpty();
    }

    @Test
    void capsOfSeveralVenuesAreBrief() {
        assertThat(FundingWords.terms(List.of(
                        row(Venue.BINANCE, new Terms(28_800_000, false, false, 0.02, -0.02)),
                        row(Venue.OKX, new Terms(28_800_000, true, false, 0.015, -0.01)),
                        row(Venue.BYBIT, new Terms(28_800_000, false, false, 0.02, -0.02)))))
                .containsExactly("cap ±2\u00a0% BN BY", "1.5\u00a0%, floor −1\u00a0% OK", "interval assumed OK");
    }

    private static FundingRow row(Venue venue, Terms terms) {
        return new FundingRow(
                venue,
                StateShape.LIVE,
                new FundingFigures(
                        new Rates(NONE, NONE, NONE, 0, -1, 9),
                        terms,
                        new FundingFigures.Prices(NONE, NONE, NONE, -1),
                        new Interest(NONE, NONE, NONE, NONE, -1, -1),
                        new FundingFigures.Volume(NONE, -1)),
                "");
    }

    @Test
    void saysWhyAChangeIsMissing() {
        assertThat(FundingWords.missing(new Interest(1, 1, 0.1, 0.1, 30 * HOUR, 0)))
                .isEmpty();
        assertThat(FundingWords.missing(new Interest(1, 1, NONE, NONE, HOUR / 2, 0)))
                .isEqualTo("30 min seen");
        assertThat(FundingWords.missing(new Interest(1, 1, 0.1, NONE, 3 * HOUR, 0)))
                .isEqualTo("3 h 00 seen");
        assertThat(FundingWords.missing(new Interest(1, 1, NONE, 0.1, 30 * HOUR, 0)))
                .isEqualTo("gap in history");
        assertThat(FundingWords.missing(new Interest(1, 1, NONE, NONE, -1, 0))).isEqualTo("no history");
    }

    @Test
    void staleBeginsAfterThreeTimesWhatIsExpected() {
        assertThat(FundingWords.stale(9_000_000_000L, FundingWords.RATES_STALE)).isEmpty();
        assertThat(FundingWords.stale(12_000_000_000L, FundingWords.RATES_STALE))
                .isEqualTo("STALE 12 s");
    }

    @Test
    void intervalsAreWrittenAsPublished() {
        assertThat(FundingWords.interval(28_800_000)).isEqualTo("8 h");
        assertThat(FundingWords.interval(1_800_000)).isEqualTo("30 min");
        assertThat(FundingWords.interval(0)).isEqualTo("–");
    }
}
