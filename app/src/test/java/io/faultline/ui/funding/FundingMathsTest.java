package io.faultline.ui.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.History.OpenInterestSample;
import io.faultline.desk.Views;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundingMathsTest {
    private static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long HOUR = HOUR_MILLIS * 1_000_000;
    private static final long NOW = 500_000 * HOUR;

    @Test
    void annualisesByTheInstrumentsOwnInterval() {
        assertThat(FundingMaths.annualised(0.0001, 8 * HOUR_MILLIS)).isCloseTo(0.1095, within(1e-12));
        assertThat(FundingMaths.annualised(-0.0001, HOUR_MILLIS)).isCloseTo(-0.876, within(1e-12));
    }

    @Test
    void premiumIsMarkOverIndexInBasisPoints() {
        assertThat(FundingMaths.premiumBps(100.5, 100)).isCloseTo(50, within(1e-9));
        assertThat(FundingMaths.premiumBps(99.9, 100)).isCloseTo(-10, within(1e-9));
        assertThat(FundingMaths.premiumBps(100, Double.NaN)).isNaN();
        assertThat(FundingMaths.premiumBps(100, 0)).isNaN();
    }

    @Test
    void twoSettlementsAnotherTimeApartContradictTheInterval() {
        FundingTerms eightHours = terms(8 * HOUR_MILLIS);

        assertThat(FundingMaths.contradicted(eightHours, Views.log(settlements(0, 8, 16))))
                .isFalse();
        assertThat(FundingMaths.contradicted(eightHours, Views.log(settlements(0, 8, 12))))
                .isTrue();
        assertThat(FundingMaths.contradicted(eightHours, Views.log(settlements(8))))
                .isFalse();
        assertThat(FundingMaths.contradicted(eightHours, Views.log(List.of()))).isFalse();
    }

    @Test
    void settlementsAreStampedWithinAMinuteOfTheHour() {
        FundingSettlement first = new FundingSettlement(BTC, 0, BigDecimal.ZERO, 0);
        FundingSettlement late = new FundingSettlement(BTC, 0, BigDecimal.ZERO, 8 * HOUR_MILLIS + 7);

        assertThat(FundingMaths.contradicted(terms(8 * HOUR_MILLIS), Views.log(List.of(first, late))))
                .isFalse();
    }

    @Test
    void changeIsAgainstTheLastSampleBeforeTheWindow() {
        List<OpenInterestSample> samples = List.of(
                new OpenInterestSample(NOW - HOUR - HOUR / 12, 80),
                new OpenInterestSample(NOW - HOUR, 100),
                new OpenInterestSample(NOW - HOUR / 2, 500));

        assertThat(FundingMaths.change(Views.log(samples), 110, NOW, HOUR)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void changeIsUnknownWhereHistoryIsTooYoung() {
        List<OpenInterestSample> samples = List.of(new OpenInterestSample(NOW - HOUR + 1, 100));

        assertThat(FundingMaths.change(Views.log(samples), 110, NOW, HOUR)).isNaN();
        assertThat(FundingMaths.change(Views.log(List.of()), 110, NOW, HOUR)).isNaN();
    }

    @Test
    void changeIsUnknownWhereHistoryHasAGapAtTheWindowsStart() {
        List<OpenInterestSample> samples =
                List.of(new OpenInterestSample(NOW - 2 * HOUR, 100), new OpenInterestSample(NOW - HOUR / 2, 100));

        assertThat(FundingMaths.change(Views.log(samples), 110, NOW, HOUR)).isNaN();
    }

    private static FundingTerms terms(long intervalMillis) {
        return new FundingTerms(BTC, 0, intervalMillis, null, null, FundingTerms.Source.DEFAULT);
    }

    private static List<FundingSettlement> settlements(long... hours) {
        return java.util.Arrays.stream(hours)
                .mapToObj(hour -> new FundingSettlement(BTC, 0, BigDecimal.ZERO, hour * HOUR_MILLIS))
                .toList();
    }
}
