package io.faultline.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Signal;
import io.faultline.alarm.StageState;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.LedgerView;
import io.faultline.desk.MemoryRecords;
import io.faultline.desk.Records;
import io.faultline.desk.Session;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.FundingRule;
import io.faultline.signal.PathState;
import io.faultline.ui.Modelled;
import io.faultline.ui.SyntheticMarket;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Table, quality card and set-up as a user works with them. */
@ExtendWith(ApplicationExtension.class)
class ClusterPanelsTest {
    private static final double MARK = 61_660;
    private static final GridView GRID = Modelled.view(MARK, Venue.BINANCE, Venue.BYBIT);
    private static final ClustersView CLUSTERS = Modelled.clusters(GRID.grids(), PathState.HOLLOW, PathState.UNKNOWN);

    private final SyntheticMarket market = new SyntheticMarket(7).open().run(3);
    private final Shared axes = Shared.create();

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private ClusterTable table;

    @SuppressWarnings("NullAway.Init")
    private QualityCardPanel card;

    @SuppressWarnings("NullAway.Init")
    private SetupPanel setup;

    @Start
    void start(Stage stage) {
        Theme.install();
        axes.price().tick(0.1);
        axes.price().place(80, 640);
        axes.price().fit(MARK * 0.97, MARK * 1.03);
        axes.price().keepInView(MARK);
        table = new ClusterTable(axes, Palette.DARK);
        card = new QualityCardPanel(axes);
        setup = new SetupPanel(axes);
        table.node().setPrefSize(1060, 200);
        card.node().setPrefSize(600, 300);
        setup.node().setPrefSize(420, 300);
        VBox root =
                new VBox(table.strip(), table.node(), card.strip(), new HBox(card.node(), setup.node()), setup.strip());
        Scene scene = new Scene(root, 1060, 620);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void pulseOnce() {
        WaitForAsyncUtils.waitForFxEvents();
        pulse();
        WaitForAsyncUtils.waitForFxEvents();
        pulse();
    }

    private void pulse() {
        pulse(AlarmsView.NONE);
    }

    private void pulse(AlarmsView alarms) {
        DeskView with = view(alarms);
        fx(() -> {
            for (Panel panel : List.of(table, card, setup)) {
                panel.pulse(new Pulse(with, Session.Mode.LIVE, market.nowNanos()));
            }
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private DeskView view(AlarmsView alarms) {
        return view(GRID, alarms);
    }

    private DeskView view(GridView grid, AlarmsView alarms) {
        DeskView view = market.view();
        return new DeskView(
                view.symbol(),
                view.timeNanos(),
                view.venues(),
                view.history(),
                view.forming(),
                grid,
                CLUSTERS,
                List.of(),
                alarms,
                LedgerView.NONE);
    }

    private static AlarmsView alarmOn(
            ClusterView cluster, io.faultline.alarm.Stage stage, boolean on, Signal... wanted) {
        AlarmHead head = new AlarmHead(7, "BTCUSDT", cluster.name() + " of mine", on, 0);
        ClusterAlarm armed =
                ClusterAlarm.on(head, cluster.track(), ClusterAlarmRule.DEFAULT).withStages(Set.of(wanted));
        ClusterAlarm alarm = new ClusterAlarm(
                head,
                armed.trackId(),
                armed.cluster(),
                armed.side(),
                armed.rule(),
                armed.stages(),
                new StageState(stage, null, null, 0),
                Set.of(),
                false,
                false);
        return new AlarmsView(
                "BTCUSDT",
                AlarmsView.Watching.LIVE,
                List.of(new ArmedAlarm(alarm, on, false, 0.01, 0)),
                List.of(),
                List.of(),
                1,
                Optional.empty(),
                "",
                AlarmsView.NONE.notice());
    }

    @SuppressWarnings("unchecked")
    private List<Integer> rows() {
        return fx(() -> ((TableView<ClusterLine>) table.node())
                .getItems().stream().map(ClusterLine::id).toList());
    }

    private static List<Integer> ids(Comparator<ClusterView> order) {
        return CLUSTERS.clusters().stream().sorted(order).map(ClusterView::id).toList();
    }

    private static final Comparator<ClusterView> BY_SIZE =
            Comparator.comparingDouble(cluster -> -cluster.mass().atRiskUsd());

    @Test
    void standsBySizeAtFirstAndByWhatTheUserPresses(FxRobot robot) {
        assertThat(CLUSTERS.clusters()).hasSizeGreaterThan(3);
        assertThat(rows()).isEqualTo(ids(BY_SIZE));

        robot.clickOn("#cluster-head-distance");
        assertThat(rows()).isEqualTo(ids(Comparator.comparingDouble(ClusterView::distance)));

        robot.clickOn("#cluster-head-distance");
        assertThat(rows()).isEqualTo(ids(Comparator.comparingDouble(cluster -> -cluster.distance())));

        fx(() -> {
            table.sort(Sorting.BY_SIZE);
            table.nextSort();
            return true;
        });
        assertThat(rows())
                .as("S goes on to distance")
                .isEqualTo(ids(Comparator.comparingDouble(ClusterView::distance)));
    }

    @Test
    void aStarPutsAClusterOnTopAndKeepsItWhateverItsSize(FxRobot robot) {
        int last = rows().get(rows().size() - 1);

        fx(() -> {
            axes.clusters().star(CLUSTERS.find(last).orElseThrow().track());
            return true;
        });
        pulse();
        assertThat(rows()).startsWith(last);

        fx(() -> {
            table.leastUsd(1e15);
            return true;
        });
        pulse();
        assertThat(rows()).containsExactly(last);
    }

    @Test
    void leavesOutWhatIsSmallerThanTheUserWants() {
        List<Double> sizes = CLUSTERS.clusters().stream()
                .map(cluster -> cluster.mass().atRiskUsd())
                .sorted()
                .toList();
        double middle = sizes.get(sizes.size() / 2);

        fx(() -> {
            table.leastUsd(middle);
            return true;
        });
        pulse();

        assertThat(rows())
                .hasSize((int) sizes.stream().filter(usd -> usd >= middle).count());
    }

    @Test
    void aPressSelectsForAllPanelsAndTheMouseLights(FxRobot robot) {
        ClusterView second = CLUSTERS.find(rows().get(1)).orElseThrow();

        robot.moveTo(second.name());
        assertThat(axes.clusters().lit()).isEqualTo(second.id());
        robot.clickOn(second.name());

        assertThat(axes.clusters().selected()).isEqualTo(second.id());
        pulse();
        assertThat(card.asText()).contains(second.name() + " · ").doesNotContain("nearest: ");
    }

    @Test
    void aSelectionMadeElsewhereIsSelectedInTheTable() {
        fx(() -> {
            axes.clusters().step(CLUSTERS, 1);
            return true;
        });
        pulse();

        ClusterView nearest = CLUSTERS.clusters().stream()
                .min(Comparator.comparingDouble(ClusterView::distance))
                .orElseThrow();
        assertThat(axes.clusters().selected()).isEqualTo(nearest.id());
        ClusterRow row = fx(table::selectedRow);
        assertThat(row).isNotNull();
        assertThat(row.id()).isEqualTo(nearest.id());
    }

    @Test
    void aDoubleClickBringsTheClusterIntoView(FxRobot robot) {
        ClusterView far = CLUSTERS.clusters().stream()
                .max(Comparator.comparingDouble(ClusterView::distance))
                .orElseThrow();
        fx(() -> {
            table.sort(new Sorting(Column.DISTANCE, true));
            return true;
        });
        pulse();

        robot.doubleClickOn(far.name());

        assertThat(fx(() -> axes.price().low())).isLessThan(far.cluster().centroid());
        assertThat(fx(() -> axes.price().high())).isGreaterThan(far.cluster().centroid());
        assertThat(axes.price().follows()).isFalse();
    }

    @Test
    void theTableToCopyHasEveryRowAndColumn() {
        String text = fx(table::asText);

        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).startsWith("Clusters BTCUSDT, USD, sorted by at risk, largest first");
        assertThat(lines.get(1).split("\t"))
                .contains("cluster", "range", "at risk", "−25\u00a0%", "expected", "funding");
        assertThat(lines).hasSize(2 + CLUSTERS.clusters().size());
        CLUSTERS.clusters().forEach(cluster -> assertThat(text).contains("\t" + cluster.name() + "\t"));
    }

    @Test
    void theCardSaysEveryLineAndWhatIsNotKnown() {
        List<Line> lines = CardWords.of(
                CLUSTERS, CLUSTERS.clusters().get(0), axes.clusters().choice(), Map.of(), 1);

        assertThat(lines).hasSize(io.faultline.desk.CardLine.Item.values().length);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.name()).isNotEmpty();
            assertThat(line.value()).isNotEmpty().doesNotContain("NaN");
            assertThat(line.wholeRule()).isNotEmpty().doesNotContain("NaN");
        });
        assertThat(lines)
                .filteredOn(line -> List.of("Of open interest", "Of a day's liq.", "Size band", "Price comes", "Trend")
                        .contains(line.name()))
                .hasSize(5)
                .allSatisfy(line -> {
                    assertThat(line.value()).isEqualTo("?");
                    assertThat(line.mark()).isEqualTo(Line.Mark.UNKNOWN);
                });
        int hollow = CLUSTERS.side(PositionSide.LONG).nearestId();
        fx(() -> {
            axes.clusters().select(hollow);
            return true;
        });
        pulse();
        assertThat(card.asText()).contains("Zones, not price targets").contains("✓\tPath\thollow 0.10×");
    }

    @Test
    void theButtonsOfTheCardGoToWhoeverBuildsAlarmsAndPlans(FxRobot robot) {
        Button plan = robot.lookup("#card-plan").queryButton();
        assertThat(plan.isDisable()).isTrue();
        AtomicReference<String> planned = new AtomicReference<>("");
        fx(() -> {
            axes.clusters().onPlan(cluster -> planned.set(cluster.name()));
            return true;
        });
        pulse();

        robot.clickOn("#card-plan");

        assertThat(planned.get()).isNotEmpty();
    }

    @Test
    void theSetUpNamesConditionsThatNobodyKnowsAndTheRuleInForce(FxRobot robot) {
        assertThat(setup.asText())
                .contains("Stacked")
                .contains("not known: not met")
                .contains("by Squeeze")
                .contains("Squeeze: whoever pays");
        assertThat(robot.lookup("#setup-down").queryButton().getText()).isEqualTo("↓ NONE 0");

        robot.clickOn("Carry");
        pulse();
        assertThat(axes.clusters().rule()).isEqualTo(FundingRule.CARRY);
        assertThat(setup.asText()).contains("by Carry");

        robot.clickOn("1.5 / 3 %");
        pulse();
        assertThat(axes.clusters().ownDistances()).isTrue();
        robot.clickOn("#setup-up");
        await().until(() -> {
            pulse();
            return setup.asText().startsWith("Cascade set-up up");
        });
    }

    @Test
    void theBellOfARowSetsTheAlarmOfItsClusterAndSelectsNothingElse(FxRobot robot) {
        ClusterView second = CLUSTERS.find(rows().get(1)).orElseThrow();
        List<String> set = new ArrayList<>();
        fx(() -> {
            axes.clusters().onAlarm(cluster -> set.add(cluster.name()));
            return true;
        });

        robot.clickOn("#cluster-bell-" + second.name());

        assertThat(set).containsExactly(second.name());
    }

    @Test
    void theAlarmColumnSaysWhichStagesAreArmedAndWhichHaveFired() {
        ClusterView first = CLUSTERS.find(rows().get(0)).orElseThrow();

        pulse(alarmOn(first, io.faultline.alarm.Stage.NEAR, true, Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE));
        assertThat(alarmColumn()).as("at once").containsEntry(first.name(), "✓1 2 3");
        assertThat(alarmColumn().values()).containsOnlyOnce("✓1 2 3").contains("");

        pulse(alarmOn(first, io.faultline.alarm.Stage.SWEPT, true, Signal.ENTRY, Signal.CASCADE));
        assertThat(alarmColumn()).containsEntry(first.name(), "✓2 ✓3");

        pulse(alarmOn(first, io.faultline.alarm.Stage.IDLE, false, Signal.ENTRY));
        assertThat(alarmColumn()).containsEntry(first.name(), "off");
    }

    @Test
    void aCardHasTheBellOfItsAlarmAndTheLitOneABellToSetOne() {
        ClusterView nearest = CLUSTERS.side(PositionSide.LONG).nearest().orElseThrow();
        ClusterView other = CLUSTERS.side(PositionSide.SHORT).nearest().orElseThrow();
        NowCards cards = fx(() -> {
            axes.price()
                    .fit(nearest.cluster().lowPrice() * 0.97, other.cluster().highPrice() * 1.03);
            NowCards made = new NowCards(axes, Palette.DARK);
            made.canvas().setWidth(128);
            made.canvas().setHeight(640);
            made.update(view(AlarmsView.NONE), market.nowNanos());
            return made;
        });
        assertThat(bells(cards)).as("quiet").isEmpty();

        fx(() -> {
            cards.update(view(alarmOn(nearest, io.faultline.alarm.Stage.IDLE, true, Signal.ENTRY)), market.nowNanos());
            return true;
        });
        assertThat(bells(cards)).containsExactly(nearest.id());

        fx(() -> {
            axes.clusters().select(other.id());
            cards.update(view(AlarmsView.NONE), market.nowNanos());
            return true;
        });
        assertThat(bells(cards)).containsExactly(other.id());
    }

    @Test
    void cardsAreGreyWhileAllIsOfTheLastSession() {
        GridView restored = Modelled.restored(GRID, Venue.BINANCE, Venue.BYBIT);
        NowCards cards = fx(() -> new NowCards(axes, Palette.DARK));
        fx(() -> {
            cards.canvas().setWidth(128);
            cards.canvas().setHeight(640);
            cards.update(view(AlarmsView.NONE), market.nowNanos());
            return true;
        });
        assertThat(mostSaturated(cards)).isGreaterThan(0.3);

        fx(() -> {
            cards.update(view(restored, AlarmsView.NONE), market.nowNanos());
            return true;
        });
        assertThat(mostSaturated(cards)).isLessThan(0.01);

        fx(() -> {
            cards.update(view(Modelled.restored(GRID, Venue.BYBIT), AlarmsView.NONE), market.nowNanos());
            return true;
        });
        assertThat(mostSaturated(cards)).as("one venue is live").isGreaterThan(0.3);
    }

    private static double mostSaturated(NowCards cards) {
        return fx(() -> {
            WritableImage image = cards.canvas().snapshot(null, null);
            double most = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    Color colour = image.getPixelReader().getColor(x, y);
                    most = Math.max(most, colour.getSaturation() * colour.getBrightness());
                }
            }
            return most;
        });
    }

    /** The clusters on whose cards a bell can be pressed; each bell lies on its own card. */
    private static Set<Integer> bells(NowCards cards) {
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < 640; y += 4) {
            for (int x = 0; x < 128; x += 4) {
                int bell = cards.bellAt(x, y);
                if (bell != ClusterControl.NONE) {
                    assertThat(cards.at(x, y)).isEqualTo(bell);
                    found.add(bell);
                }
            }
        }
        return found;
    }

    private Map<String, String> alarmColumn() {
        List<String> lines = fx(table::asText).lines().toList();
        List<String> heads = List.of(lines.get(1).split("\t", -1));
        Map<String, String> column = new HashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            List<String> cells = List.of(line.split("\t", -1));
            column.put(cells.get(heads.indexOf("cluster")), cells.get(heads.indexOf("alarm")));
        }
        return column;
    }

    @Test
    void starsLeastSizeSortAndColumnsAreThereAfterARestart(FxRobot robot) {
        Records records = new MemoryRecords();
        int last = rows().get(rows().size() - 1);
        Track own = CLUSTERS.find(last).orElseThrow().track();
        fx(() -> {
            axes.clusters().bind(records, "BTCUSDT");
            axes.clusters().star(own);
            table.leastUsd(1e6);
            table.toggle(Column.BAND);
            return moveLastColumnToThird();
        });
        robot.clickOn("#cluster-head-distance");
        String headings = headings(table);
        assertThat(headings).as("alarm stands third").startsWith("own\tcluster\talarm\t");

        Shared again = Shared.create();
        ClusterTable other = fx(() -> {
            ClusterTable made = new ClusterTable(again, Palette.DARK);
            again.clusters().bind(records, "BTCUSDT");
            made.pulse(new Pulse(view(AlarmsView.NONE), Session.Mode.LIVE, market.nowNanos()));
            return made;
        });

        assertThat(headings(other)).isEqualTo(headings);
        assertThat(fx(other::asText)).contains("sorted by distance, smallest first");
        assertThat(other.hidden()).containsExactly(Column.BAND);
        assertThat(again.clusters().starred(own)).isTrue();
        assertThat(again.clusters().leastUsd()).isEqualTo(1e6);
        Track reborn = new Track(
                own.id(),
                own.name(),
                own.cluster(),
                own.firstCentroid(),
                own.hits(),
                own.misses(),
                own.age(),
                own.state(),
                own.parentId(),
                own.migrated(),
                own.firstSeenMillis() + 1,
                own.lastSeenMillis(),
                own.history());
        assertThat(again.clusters().starred(reborn))
                .as("another cluster of that number")
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private boolean moveLastColumnToThird() {
        var columns = ((TableView<ClusterLine>) table.node()).getColumns();
        columns.add(2, columns.remove(columns.size() - 1));
        return true;
    }

    private static String headings(ClusterTable of) {
        return fx(of::asText).lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void nothingMovesUnderTheMouse() {
        List<ClusterRow> rows = ClusterRow.of(CLUSTERS, AlarmsView.NONE, axes.clusters(), 0, 1);
        List<Integer> order = rows.stream().map(ClusterRow::id).sorted().toList();
        List<Integer> known = new ArrayList<>(order.subList(1, order.size()));

        List<Integer> held =
                Sorting.BY_SIZE.held(rows, known).stream().map(ClusterRow::id).toList();

        known.add(order.get(0));
        assertThat(held).as("in its old order, what is new at the end").isEqualTo(known);
    }

    @Test
    void bothSidesAreThere() {
        assertThat(CLUSTERS.clusters()).extracting(ClusterView::side).contains(PositionSide.LONG, PositionSide.SHORT);
    }

    private static <T> T fx(Callable<T> what) {
        try {
            return WaitForAsyncUtils.asyncFx(what).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
