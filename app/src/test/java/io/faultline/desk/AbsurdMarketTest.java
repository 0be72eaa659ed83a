package io.faultline.desk;

import static io.faultline.desk.ModelStory.BINANCE;
import static io.faultline.desk.ModelStory.BYBIT;
import static io.faultline.desk.ModelStory.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkPrice;
import io.faultline.market.PositionSide;
import io.faultline.market.RiskTiers;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no market should do, told to a desk: the grids stay finite and say what was done. */
class AbsurdMarketTest {
    private final ModelStory story = new ModelStory();

    private Set<GridFlag> flags(Venue venue) {
        return Objects.requireNonNull(story.grid().venues().get(venue)).flags();
    }

    private static Figures figures(GridView view, PositionSide side) {
        return Projection.of(view.grids(), Selection.ALL).figures(side);
    }

    private static void assertFinite(GridView view) {
        for (GridSnapshot grid : view.grids()) {
            assertThat(grid.mark()).isBetween(1e-12, 1e9);
            for (PositionSide side : PositionSide.values()) {
                assertThat(grid.reportedShare(side)).isBetween(0.0, 1e6);
            }
        }
        for (PositionSide side : PositionSide.values()) {
            Figures figures = figures(view, side);
            assertThat(figures.atRiskUsd()).isFinite().isNotNegative();
            assertThat(figures.expected().highUsd()).isFinite().isNotNegative();
        }
    }

    @Test
    void aVenueWithoutOpenInterestIsMovedByVolumeAloneAndSaysSo() {
        for (int i = 0; i < 70; i++) {
            for (int j = 0; j < 10; j++) {
                story.mark(BINANCE, START + i * 10_000L + j * 1_000L, 60_000);
                story.trade(BINANCE, START + i * 10_000L + j * 1_000L + 1, 60_000, j % 2 == 0 ? 1e6 : -1e6);
            }
        }
        assertThat(flags(Venue.BINANCE)).contains(GridFlag.NO_OI);
        assertThat(figures(story.grid(), PositionSide.LONG).atRiskUsd()).isPositive();
        assertThat(story.grid().grids().get(0).openInterestUsd()).isZero();
        assertFinite(story.grid());
    }

    @Test
    void aSymbolOnOneVenueOnlyIsModelledByWhatIsKnown() {
        InstrumentId coin = new InstrumentId(Venue.BINANCE, "NEWCOINUSDT");
        Desk desk = new Desk(
                "NEWCOINUSDT", SnapshotRequests.NONE, BookObserver.NONE, ModelStory.TABLES, ModelParameters.DEFAULT);
        desk.apply(new MarkPrice(coin, ModelStory.nanos(START), START, new BigDecimal("0.00001234"), null));
        GridView view = desk.view().grid();
        GridView.Standing standing = Objects.requireNonNull(view.venues().get(Venue.BINANCE));
        assertThat(standing.flags()).contains(GridFlag.TABLE_BORROWED, GridFlag.TABLE_DATE);
        assertThat(standing.words()).contains("borrowed from");
        assertThat(view.grids()).hasSize(1);
        assertFinite(view);
    }

    @Test
    void aTableWithHolesOverlapsAndFallingRatesIsMendedAndSaysSo() {
        story.calm(BYBIT, 3);
        story.desk.apply(new RiskTiers(
                BYBIT,
                ModelStory.nanos(START + 30_000),
                LocalDate.of(2026, 11, 10),
                RiskTiers.Source.LIVE,
                RiskTiers.Confidence.HIGH,
                "itself",
                RiskTiers.Unit.QUOTE,
                true,
                List.of(
                        row("0", "1000000", "0.01", "100"),
                        row("2000000", "3000000", "0.005", "50"),
                        row("2500000", "9000000", "0.05", "75"))));
        story.step(BYBIT, START + 30_000, 60_000, 80_100);
        story.step(BYBIT, START + 40_000, 60_000, 80_200);
        assertThat(flags(Venue.BYBIT)).contains(GridFlag.TABLE_MENDED);
        assertFinite(story.grid());
    }

    private static RiskTiers.Tier row(String floor, String cap, String rate, String leverage) {
        return new RiskTiers.Tier(
                new BigDecimal(floor),
                new BigDecimal(cap),
                new BigDecimal(rate),
                new BigDecimal("0.02"),
                new BigDecimal(leverage),
                BigDecimal.ZERO);
    }

    @Test
    void aMarkThatJumpsByAThirdWaitsForAWitness() {
        story.calm(BINANCE, 30);
        double before = figures(story.grid(), PositionSide.LONG).atRiskUsd();
        story.mark(BINANCE, START + 300_000, 42_000);
        assertThat(flags(Venue.BINANCE)).contains(GridFlag.MARK_HELD);
        assertThat(figures(story.grid(), PositionSide.LONG).atRiskUsd()).isEqualTo(before);
        story.mark(BYBIT, START + 300_500, 42_010);
        story.mark(BINANCE, START + 301_000, 42_000);
        assertThat(flags(Venue.BINANCE)).doesNotContain(GridFlag.MARK_HELD);
        assertThat(figures(story.grid(), PositionSide.LONG).atRiskUsd()).isLessThan(.3 * before);
        assertFinite(story.grid());
    }

    @Test
    void openInterestThatCannotBeIsRefusedAndSaysSo() {
        story.calm(BINANCE, 6);
        double known = story.grid().grids().get(0).openInterest();
        for (double coins : new double[] {-5, 0, 1e30}) {
            story.step(BINANCE, story.grid().grids().get(0).exchangeMillis() + 10_000, 60_000, coins);
            story.openInterest(BINANCE, story.grid().grids().get(0).exchangeMillis() + 31_000, coins);
            assertThat(story.grid().grids().get(0).openInterest()).isEqualTo(known);
        }
        assertThat(flags(Venue.BINANCE)).contains(GridFlag.OI_REFUSED);
        assertFinite(story.grid());
    }

    @Test
    void timesThatFitNoClockDoNotMoveTheModelsTime() {
        story.calm(BINANCE, 6);
        long day = 86_400_000;
        for (long wrong : new long[] {1, START - 30 * day, START + 30 * day, Long.MAX_VALUE / 2_000_000}) {
            story.desk.apply(
                    new MarkPrice(BINANCE, ModelStory.nanos(START + 60_000), wrong, BigDecimal.valueOf(60_000), null));
        }
        story.step(BINANCE, START + 70_000, 60_000, 80_100);
        story.step(BINANCE, START + 80_000, 60_000, 80_100);
        assertThat(story.grid().grids().get(0).exchangeMillis()).isBetween(START + 70_000, START + 90_000);
        assertThat(story.grid().knownFromMillis()).isEqualTo(START);
        assertThat(flags(Venue.BINANCE)).doesNotContain(GridFlag.VENUE_SILENT, GridFlag.VENUE_DOWN);
    }

    @Test
    void lettingEventsGetLostIsAGapInTheTrades() {
        story.calm(BINANCE, 6);
        story.mark(BINANCE, START + 60_000, 60_000);
        story.desk.eventsLost(Venue.BINANCE);
        story.step(BINANCE, START + 60_000, 60_000, 80_100);
        story.openInterest(BINANCE, START + 70_001, 80_100);
        assertThat(flags(Venue.BINANCE)).contains(GridFlag.GAP);
    }

    @Test
    void anythingAtAllLeavesItFinite() {
        for (long seed = 1; seed <= 5; seed++) {
            ModelStory wild = new ModelStory();
            Random random = new Random(seed);
            long millis = START;
            for (int i = 0; i < 3_000; i++) {
                millis += random.nextInt(3_000);
                InstrumentId at = random.nextBoolean() ? BINANCE : BYBIT;
                double price =
                        random.nextInt(50) == 0 ? Math.exp(random.nextDouble(-20, 25)) : 60_000 + random.nextInt(500);
                switch (random.nextInt(7)) {
                    case 0 -> wild.openInterest(at, millis, random.nextInt(20) == 0 ? -1e12 : 8e4 + i);
                    case 1, 2 -> wild.mark(at, millis, price);
                    case 3 -> wild.liquidated(at, millis, PositionSide.LONG, price, random.nextInt(30) == 0 ? 1e15 : 2);
                    case 4 ->
                        wild.desk.apply(new FeedStatus(
                                at.venue(),
                                ModelStory.nanos(millis),
                                "public",
                                FeedStatus.State.LOST,
                                "cut",
                                0,
                                0,
                                Set.of(Topic.TRADES)));
                    default -> wild.trade(at, millis, Math.min(price, 1e12), random.nextBoolean() ? 1e5 : -1e5);
                }
            }
            assertFinite(wild.grid());
        }
    }
}
