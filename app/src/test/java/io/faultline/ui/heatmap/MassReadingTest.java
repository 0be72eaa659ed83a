package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.DeskView;
import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MassReadingTest {
    private static final ModelledMarket MARKET = ModelledMarket.ONE;
    private static final PictureChoice DAY =
            new PictureChoice(Selection.ALL, Basis.AT_RISK, LookBack.ALL_POSITIONS, Window.H24);
    private static final DeskView VIEW = MARKET.view(DAY);

    private final List<Long> asked = new ArrayList<>();
    private final CompletableFuture<List<GridSnapshot>> answer = new CompletableFuture<>();
    private final LiquidationControl control = new LiquidationControl(choice -> {}, millis -> {
        asked.add(millis);
        return answer;
    });
    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final MassLayer layer = new MassLayer(control, 0xFF0B0E13, 0xFF10141B);
    private final Candles bars = new Candles();
    private final Frame frame;

    MassReadingTest() {
        price.tick(0.1);
        price.place(0, 600);
        price.fit(98_000, 110_000);
        time.span(86_400_000_000_000L);
        time.now(MARKET.nowNanos());
        frame = frame(VIEW);
    }

    private Frame frame(DeskView view) {
        Frame made = Frame.of(HeatView.of(time, price, 900, 600, 120, 1), view, VenueControl.none(), MARKET.nowNanos());
        layer.update(made.view(), view, MARKET.nowNanos());
        return made;
    }

    private CellReading at(long millis, double at) {
        return layer.reading(frame, bars, millis * 1_000_000, at);
    }

    private static String figure(CellReading reading, String label) {
        int at = reading.lines().indexOf(label);
        assertThat(at).as(label + " in " + reading.lines()).isNotNegative();
        return reading.lines().get(at + 1);
    }

    /** A price above the last with much to be liquidated. */
    private static double heavy() {
        Projection now = Projection.of(VIEW.grid().grids(), Selection.ALL);
        int best = 0;
        double most = 0;
        for (int bin = Bins.of(105_000); bin < Bins.of(108_000); bin++) {
            double usd = now.profile(Basis.AT_RISK).usd(PositionSide.SHORT, bin);
            best = usd > most ? bin : best;
            most = Math.max(most, usd);
        }
        return Bins.centre(best);
    }

    @Test
    void saysTheThreeFiguresSideBySideWithWhoseTheyAre() {
        double at = heavy();
        int bin = Bins.of(at);
        var figures = Projection.of(VIEW.grid().grids(), Selection.ALL).figures(PositionSide.SHORT, bin, bin);
        CellReading reading = at(MARKET.nowMillis(), at);

        assertThat(reading.cell()).isEqualTo("now");
        assertThat(reading.side()).isEqualTo(PositionSide.SHORT);
        assertThat(reading.note()).isEqualTo("shorts, forced buy");
        assertThat(figure(reading, "at risk")).isEqualTo(Numbers.usd(figures.atRiskUsd()));
        assertThat(figure(reading, "discounted −25\u00a0%")).isEqualTo(Numbers.usd(0.75 * figures.atRiskUsd()));
        assertThat(figure(reading, "expected forced"))
                .isEqualTo(Numbers.usd(figures.expected().meanUsd()) + " ("
                        + Numbers.usd(figures.expected().lowUsd()) + "–"
                        + Numbers.usd(figures.expected().highUsd()) + ", 80\u00a0%)");
        assertThat(reading.mix().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(figures.atRiskUsd(), within(1.0));
        assertThat(reading.foot().get(0)).contains("25x ");
        assertThat(reading.foot().get(1)).matches("BN \\d+\u00a0%(  (BY|OK|BG) \\d+\u00a0%){3}");
        assertThat(asked).as("what is there now need not be computed").isEmpty();
    }

    @Test
    void readsAPastCellAtOnceAndInFullWhenItsGridsHaveCome() {
        long then = MARKET.nowMillis() - 3 * ModelledMarket.HOUR;
        double at = heavy();
        CellReading first = at(then, at);
        double atRisk = Objects.requireNonNull(layer.columns().at(then)).usd(PositionSide.SHORT, Bins.of(at));

        assertThat(figure(first, "at risk")).isEqualTo(Numbers.usd(atRisk));
        assertThat(figure(first, "expected forced")).startsWith("≈ ");
        assertThat(figure(first, "rests on")).isEqualTo("history, coarse");
        assertThat(first.mix()).isEmpty();
        assertThat(first.foot().get(0)).startsWith("mostly ").endsWith("the rest is being computed");
        assertThat(asked).hasSize(1);
        long before = control.pastVersion();

        answer.complete(MARKET.grids(asked.get(0)));
        assertThat(control.pastVersion()).as("to be drawn again").isGreaterThan(before);
        CellReading full = at(then, at);
        assertThat(figure(full, "expected forced")).doesNotContain("≈");
        assertThat(full.mix()).isNotEmpty();
        assertThat(full.foot().get(1)).startsWith("BN ");
        assertThat(asked).as("asked once").hasSize(1);
    }

    @Test
    void saysSinceWhenItHasBeenThere() {
        String now = figure(at(MARKET.nowMillis(), heavy()), "there since");
        assertThat(now).matches("(before )?(\\d+ \\w+ )?\\d\\d:\\d\\d");
    }

    @Test
    void saysSoWhereNothingIsKnown() {
        CellReading before = at(MARKET.nowMillis() - 40 * ModelledMarket.DAY, 104_000);
        assertThat(before.lines().get(0)).isEqualTo("no data");
        assertThat(before.side()).isNull();
        CellReading empty = at(MARKET.nowMillis(), 300_000);
        assertThat(empty.note()).isEqualTo("nothing modelled");
        assertThat(figure(empty, "at risk")).isEqualTo("0");
    }

    @Test
    void readsExpectedFlowFromAPictureOfIt() {
        control.basis(MassBasis.EXPECTED);
        PictureChoice expected =
                new PictureChoice(Selection.ALL, Basis.EXPECTED_FORCED, LookBack.ALL_POSITIONS, Window.H24);
        DeskView view = MARKET.view(expected);
        Frame shown = frame(view);
        long then = MARKET.nowMillis() - 3 * ModelledMarket.HOUR;
        CellReading reading = layer.reading(shown, bars, then * 1_000_000, heavy());

        assertThat(figure(reading, "at risk")).startsWith("≈ ");
        assertThat(figure(reading, "expected forced")).doesNotStartWith("≈ 0 ");
    }

    @Test
    void countsOnlyWhatIsChosen() {
        for (Tier.Band band : Tier.Band.values()) {
            if (band != Tier.Band.X25) {
                control.toggle(band);
            }
        }
        control.type(HeatType.VENUES);
        control.toggle(Venue.BINANCE);
        frame(MARKET.view(control.choice()));
        CellReading reading = at(MARKET.nowMillis(), heavy());

        assertThat(reading.mix()).containsOnlyKeys(Tier.Band.X25);
        assertThat(reading.foot().get(1)).doesNotContain("BN");
        assertThat(MassWords.venues(layer)).matches("BY OK BG = 5\\d\u00a0% of open interest");
    }

    @Test
    void measuresWhatLiesBetweenTwoPrices() {
        Projection now = Projection.of(VIEW.grid().grids(), Selection.ALL);
        double shorts =
                now.profile(Basis.AT_RISK).sumUsd(PositionSide.SHORT, Bins.of(105_000) + 1, Bins.of(107_000) - 1);
        String words = layer.between(frame, MARKET.nowNanos(), 105_000, 107_000);

        assertThat(words).startsWith("at risk longs ").contains(", shorts ");
        double said = Double.parseDouble(words.replaceAll(".*shorts ([0-9.]+)M", "$1")) * 1e6;
        assertThat(said).isCloseTo(shorts, within(0.05 * shorts));
    }

    @Test
    void writesSharesInsteadOfUsdWhereNoVenueSaysItsOpenInterest() {
        var none = new io.faultline.desk.GridView.Standing(
                java.util.Set.of(io.faultline.liquidation.GridFlag.NO_OI), null);
        DeskView view = MARKET.view(MARKET.grid(
                VIEW.grid().heat(),
                Map.of(Venue.BINANCE, none, Venue.BYBIT, none, Venue.OKX, none, Venue.BITGET, none)));
        frame(view);

        assertThat(layer.legend().relative()).isTrue();
        assertThat(figure(at(MARKET.nowMillis(), heavy()), "at risk")).endsWith("\u00a0%");
        assertThat(MassWords.sentence(layer, frame)).contains("sizes are relative");
    }
}
