package io.faultline.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.history.Coverage;
import io.faultline.history.Source;
import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.VenueHistory;
import io.faultline.venue.bitget.BitgetAdapter;
import io.faultline.venue.okx.OkxAdapter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final InstrumentId OKX = new InstrumentId(Venue.OKX, "BTC-USDT-SWAP");
    private static final long NOW = 1_700_000_917_000L;
    private static final long DAY = 86_400_000;

    private final VenueHistory okx = new OkxAdapter().history().orElseThrow();

    @Test
    void layersTouchWithoutOverlapping() {
        long end = Timeframe.MINUTE.floor(NOW - 2_000);
        for (Layer layer : Layer.values()) {
            TimeSpan span = layer.span(NOW);
            assertThat(span.toMillis()).as("%s", layer).isEqualTo(end);
            assertThat(layer.timeframe().floor(span.fromMillis())).isEqualTo(span.fromMillis());
            assertThat(layer.timeframe().floor(span.toMillis())).isEqualTo(span.toMillis());
            end = span.fromMillis();
        }
        assertThat(NOW - end).isBetween(37 * DAY, 37 * DAY + 3_600_000);
    }

    @Test
    void startsWithTheNewestBarsAndEndsWithTheSlowStatistics() {
        List<HistoryQuery> plan = Plan.of(OKX, okx, series -> Coverage.NONE, NOW);
        assertThat(plan.get(0).kind()).isEqualTo(HistoryKind.BARS);
        assertThat(plan.get(0).timeframe()).isEqualTo(Timeframe.MINUTE);
        assertThat(plan.get(0).toMillis()).isEqualTo(Timeframe.MINUTE.floor(NOW - 2_000));
        int firstSplit = 0;
        while (plan.get(firstSplit).kind() != HistoryKind.TAKER_SPLIT) {
            firstSplit++;
        }
        assertThat(plan.subList(firstSplit, plan.size()))
                .allMatch(query -> query.kind() == HistoryKind.TAKER_SPLIT)
                .hasSizeBetween(10, 25);
    }

    @Test
    void leavesOutWhatTheVenueDoesNotTell() {
        InstrumentId bitget = new InstrumentId(Venue.BITGET, "BTCUSDT");
        VenueHistory history = new BitgetAdapter().history().orElseThrow();
        assertThat(Plan.of(bitget, history, series -> Coverage.NONE, NOW))
                .noneMatch(query -> query.kind() == HistoryKind.OPEN_INTEREST);
    }

    @Test
    void leavesAFreshGapToWhatIsSeenLive() {
        Coverage known = Coverage.NONE.with(new TimeSpan(NOW - 40 * DAY, NOW - 90_000), Source.LIVE);
        assertThat(Plan.of(OKX, okx, series -> known, NOW)).isEmpty();
        Coverage older = Coverage.NONE.with(new TimeSpan(NOW - 40 * DAY, NOW - 300_000), Source.LIVE);
        assertThat(Plan.of(OKX, okx, series -> older, NOW))
                .extracting(HistoryQuery::kind)
                .containsExactly(HistoryKind.BARS, HistoryKind.MARK_BARS);
    }

    /** Whatever is known: what is asked is within the venue's terms, on bars' edges, and closes every gap. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void closesEveryGapWithinTheVenuesTerms(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            Map<Series, Coverage> known = new HashMap<>();
            for (Timeframe timeframe : List.of(Timeframe.MINUTE, Timeframe.FIVE_MINUTES, Timeframe.HOUR)) {
                Coverage coverage = Coverage.NONE;
                for (int i = random.nextInt(5); i > 0; i--) {
                    long from = timeframe.floor(NOW - (long) (random.nextDouble() * 37 * DAY));
                    long to = from + (1 + random.nextInt(2_000)) * timeframe.millis();
                    coverage = coverage.with(new TimeSpan(from, to), random.nextBoolean() ? Source.LIVE : Source.REST);
                }
                known.put(new Series(OKX, HistoryKind.BARS, timeframe), coverage);
            }
            Map<Series, Coverage> after = new HashMap<>(known);
            for (HistoryQuery query : Plan.of(OKX, okx, series -> known.getOrDefault(series, Coverage.NONE), NOW)) {
                String where = "seed " + seed + " round " + round + ": " + query;
                VenueHistory.Terms terms =
                        okx.terms(query.kind(), query.timeframe()).orElseThrow();
                assertThat(query.span().millis())
                        .as(where)
                        .isLessThanOrEqualTo(terms.span().toMillis());
                assertThat(query.fromMillis())
                        .as(where)
                        .isGreaterThanOrEqualTo(NOW - terms.reach().toMillis());
                assertThat(query.timeframe().floor(query.fromMillis()))
                        .as(where)
                        .isEqualTo(query.fromMillis());
                assertThat(after.getOrDefault(query.series(), Coverage.NONE).covers(query.span()))
                        .as("asked twice, %s", where)
                        .isFalse();
                after.merge(query.series(), Coverage.NONE.with(query.span(), Source.REST), (old, now) -> old.and(now));
            }
            for (Layer layer : Layer.values()) {
                Coverage all = Coverage.NONE;
                for (Timeframe timeframe : Timeframe.values()) {
                    if (timeframe.millis() <= layer.timeframe().millis()) {
                        all = all.and(after.getOrDefault(new Series(OKX, HistoryKind.BARS, timeframe), Coverage.NONE));
                    }
                }
                assertThat(all.gaps(layer.span(NOW)))
                        .as("seed %d round %d %s", seed, round, layer)
                        .allMatch(gap -> gap.fromMillis() > NOW - 120_000);
            }
        }
    }
}
