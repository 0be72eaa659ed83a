package io.faultline.desk;

import static io.faultline.desk.ModelStory.BINANCE;
import static io.faultline.desk.ModelStory.BYBIT;
import static io.faultline.desk.ModelStory.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ParameterText;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.VenuePast;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.ModelChange;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What history tells, as it comes to a desk, and to the desk of a replay after it. */
class PastLearnerTest {
    private static final long HOUR = 3_600_000;

    private final ModelStory story = new ModelStory();
    private final List<KeptGrid> passed = new ArrayList<>();
    private long now = START;

    /** Bars of an hour to START, at one price; open interest rises from half to what it is now. */
    private static VenuePast past(int hours, double price, double coins) {
        List<GridBar> bars = new ArrayList<>();
        for (int i = hours; i > 0; i--) {
            double then = coins * (1 - i / (2.0 * hours));
            bars.add(new GridBar(
                    START - i * HOUR,
                    3_600,
                    price,
                    price,
                    price,
                    price,
                    price,
                    price,
                    price,
                    1e9,
                    1e9,
                    then,
                    Double.NaN,
                    Double.NaN));
        }
        return new VenuePast(bars, Set.of());
    }

    private static VenuePast withoutInterest(VenuePast past) {
        List<GridBar> bars = past.bars().stream()
                .map(bar -> new GridBar(
                        bar.startMillis(),
                        bar.seconds(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.markLow(),
                        bar.markHigh(),
                        bar.markClose(),
                        bar.buyUsd(),
                        bar.sellUsd(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN))
                .toList();
        return new VenuePast(bars, Set.of(GridFlag.SIDE_ESTIMATED));
    }

    /** As a session does: what is learned comes back as an event, in the order of all others. */
    private void learn(Map<InstrumentId, VenuePast> pasts) {
        story.desk.model().learn(pasts, this::pass);
    }

    private void pass(InstrumentId instrument, String state) {
        KeptGrid event = new KeptGrid(instrument, ModelStory.nanos(now), false, state);
        passed.add(event);
        story.desk.apply(event);
    }

    private double atRisk(Venue venue) {
        return Projection.of(story.grid().grids(), Selection.ALL.withVenues(Set.of(venue)))
                .figures(PositionSide.LONG)
                .atRiskUsd();
    }

    private Set<GridFlag> flags(Venue venue) {
        return Objects.requireNonNull(story.grid().venues().get(venue)).flags();
    }

    @Test
    void runsThePastBeforeWhatWasSeenLive() {
        story.calm(BINANCE, 3);
        double live = atRisk(Venue.BINANCE);
        now = START + 30_000;
        learn(Map.of(BINANCE, past(700, 60_000, 80_000)));

        assertThat(passed).hasSize(1);
        assertThat(atRisk(Venue.BINANCE)).isGreaterThan(20 * live);
        assertThat(story.grid().knownFromMillis()).isEqualTo(START - 700 * HOUR);
        assertThat(story.grid().liveSinceMillis()).isEqualTo(START);
        assertThat(story.grid().grids().get(0).exchangeMillis()).isEqualTo(START + 20_000);
    }

    @Test
    void givesAReplayTheSameGridAtTheSamePlace() {
        ModelStory replay = new ModelStory();
        for (ModelStory each : List.of(story, replay)) {
            each.calm(BINANCE, 3);
        }
        now = START + 30_000;
        learn(Map.of(BINANCE, past(700, 60_000, 80_000)));
        passed.forEach(replay.desk::apply);
        for (ModelStory each : List.of(story, replay)) {
            each.step(BINANCE, START + 30_000, 60_500, 80_100);
            each.step(BINANCE, START + 40_000, 59_500, 80_000);
        }
        assertThat(replay.desk.stateHash()).isEqualTo(story.desk.stateHash());
        assertThat(replay.grid().knownFromMillis()).isEqualTo(START - 700 * HOUR);
    }

    @Test
    void borrowsTheCourseOfOpenInterestWhereAVenueTellsNone() {
        story.calm(BINANCE, 3);
        story.calm(BYBIT, 3);
        now = START + 30_000;
        Map<InstrumentId, VenuePast> pasts = new HashMap<>();
        pasts.put(BINANCE, past(100, 60_000, 80_000));
        pasts.put(BYBIT, withoutInterest(past(100, 60_000, 80_000)));
        learn(pasts);
        assertThat(flags(Venue.BYBIT)).contains(GridFlag.OI_BORROWED, GridFlag.SIDE_ESTIMATED);
        assertThat(flags(Venue.BINANCE)).doesNotContain(GridFlag.OI_BORROWED);
        assertThat(atRisk(Venue.BYBIT) / atRisk(Venue.BINANCE)).isBetween(.95, 1.05);
    }

    @Test
    void saysThatNobodyKnowsOpenInterest() {
        story.calm(BINANCE, 3);
        now = START + 30_000;
        learn(Map.of(BINANCE, withoutInterest(past(100, 60_000, 80_000))));
        assertThat(flags(Venue.BINANCE)).contains(GridFlag.NO_OI_HISTORY).doesNotContain(GridFlag.OI_BORROWED);
        assertThat(atRisk(Venue.BINANCE)).isFinite().isPositive();
    }

    @Test
    void learnsNothingAgainThatItKnows() {
        story.calm(BINANCE, 3);
        now = START + 30_000;
        VenuePast known = past(100, 60_000, 80_000);
        learn(Map.of(BINANCE, known));
        learn(Map.of(BINANCE, past(100, 60_000, 80_000)));
        VenuePast withoutTheOldest = new VenuePast(known.bars().subList(5, 100), known.flags());
        learn(Map.of(BINANCE, withoutTheOldest));
        List<GridBar> withSeenLive = new ArrayList<>(known.bars());
        withSeenLive.add(new GridBar(
                START,
                10,
                60_000,
                60_000,
                60_000,
                60_000,
                60_000,
                60_000,
                60_000,
                1,
                1,
                80_000,
                Double.NaN,
                Double.NaN));
        learn(Map.of(BINANCE, new VenuePast(withSeenLive, known.flags())));
        assertThat(passed).hasSize(1);
        learn(Map.of(BINANCE, past(200, 60_000, 80_000)));
        assertThat(passed).hasSize(2);
    }

    @Test
    void learnsWhatAVenueDidAsSoonAsItIsHeardOf() {
        learn(Map.of(BINANCE, past(100, 60_000, 80_000)));
        assertThat(passed).isEmpty();
        story.mark(BINANCE, START + 1_000, 60_000);
        story.mark(BINANCE, START + 2_100, 60_000);
        assertThat(passed).hasSize(1);
    }

    @Test
    void runsThePastAgainUnderBracketsOfItsOwn() {
        InstrumentId dydx = new InstrumentId(Venue.DYDX, "BTC-USD");
        story.calm(dydx, 3);
        now = START + 30_000;
        learn(Map.of(dydx, past(100, 60_000, 80_000)));
        double borrowed = atRisk(Venue.DYDX);
        story.desk.apply(LiquidationModelTest.tiers(dydx, LiquidationModelTest.TOLD, true));
        story.mark(dydx, START + 31_100, 60_000);
        assertThat(passed).hasSize(2);
        assertThat(atRisk(Venue.DYDX)).isNotEqualTo(borrowed);
    }

    @Test
    void tellsWhatHadToBeDoneWithTheHistory() {
        story.calm(BINANCE, 3);
        now = START + 30_000;
        List<GridBar> bars = new ArrayList<>(past(100, 60_000, 80_000).bars());
        bars.remove(50);
        bars.add(bars.get(10));
        learn(Map.of(BINANCE, new VenuePast(bars, Set.of())));
        assertThat(flags(Venue.BINANCE)).contains(GridFlag.HISTORY_MENDED);
        assertThat(Objects.requireNonNull(story.grid().venues().get(Venue.BINANCE))
                        .words())
                .contains("brackets of 2026-03-26")
                .contains("left out 1 bars whose time others cover, bridged 1 gaps");
    }

    @Test
    void ignoresAStateThatCannotBeRead() {
        story.calm(BINANCE, 3);
        double before = atRisk(Venue.BINANCE);
        for (String nonsense : List.of("", "nonsense", "not base 64: ü", "AAAA")) {
            story.desk.apply(new KeptGrid(BINANCE, ModelStory.nanos(START + 30_000), false, nonsense));
        }
        assertThat(atRisk(Venue.BINANCE)).isEqualTo(before);
    }

    @Test
    void goesOnFromAnotherDesk() {
        story.calm(BINANCE, 30);
        List<KeptGrid> kept = story.desk.keptGrids();
        assertThat(kept).hasSize(1);
        ModelStory next = new ModelStory();
        KeptGrid state = kept.get(0);
        next.desk.apply(new KeptGrid(BINANCE, ModelStory.nanos(START + 900_000), true, state.state()));
        GridView view = next.grid();
        assertThat(Objects.requireNonNull(view.venues().get(Venue.BINANCE)).flags())
                .contains(GridFlag.RESTORED);
        assertThat(view.grids().get(0).openInterest()).isBetween(80_000.0, 80_400.0);
        assertThat(view.heat().past()).isNotEmpty();
    }

    private void change(String state) {
        story.desk.apply(new ModelChange(BINANCE, ModelStory.nanos(START + 299_000), state));
    }

    @Test
    void goesOnAsItWasWhereAChangeOfTheModelIsDamaged() {
        story.calm(BINANCE, 30);
        for (String damaged : List.of("", "weights=1", ParameterText.of(ModelParameters.DEFAULT) + "\nnonsense")) {
            change(damaged);
            assertThat(story.grid().epoch()).isEqualTo(GridView.Epoch.FIRST);
        }
        change(ParameterText.of(ModelParameters.DEFAULT.withStepSeconds(20)));
        assertThat(story.grid().epoch().number()).isEqualTo(1);
        assertThat(story.grid().parameters().stepSeconds()).isEqualTo(20);
    }

    @Test
    void runsUnderOtherParametersFromItsInputsAndCountsAnEpoch() {
        story.calm(BINANCE, 30);
        double before = atRisk(Venue.BINANCE);
        assertThat(story.grid().epoch()).isEqualTo(GridView.Epoch.FIRST);
        ModelParameters churning = ModelParameters.DEFAULT.withChurnShare(1);
        story.desk.model().parameters(churning, this::change);
        GridView view = story.grid();
        assertThat(view.parameters()).isEqualTo(churning);
        assertThat(view.epoch().number()).isEqualTo(1);
        assertThat(view.epoch().sinceMillis()).isBetween(START + 290_000, START + 300_000);
        assertThat(atRisk(Venue.BINANCE)).isGreaterThan(1.5 * before);
        story.desk.model().parameters(churning, this::change);
        assertThat(story.grid().epoch().number()).isEqualTo(1);
        story.step(BINANCE, START + 300_000, 60_000, 80_400);
        assertThat(story.grid().grids().get(0).exchangeMillis()).isEqualTo(START + 300_000);
    }
}
