package io.faultline.ui.alarms.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.SizeAlarm;
import io.faultline.desk.AlarmStand;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.PathState;
import io.faultline.ui.Modelled;
import io.faultline.ui.axis.PriceAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting alarms, without a window. */
class AlarmControlTest {
    private static final double PRICE = 61_700;
    private static final List<GridSnapshot> GRIDS = Modelled.grids(PRICE, Venue.BINANCE);
    private static final ClustersView CLUSTERS = Modelled.clusters(GRIDS, PathState.HOLLOW, PathState.OPEN);

    private final AlarmStand stand = new AlarmStand("BTCUSDT", 1_778_595_700_000L);
    private final AlarmControl control = new AlarmControl(stand.board());
    private final PriceAxis axis = new PriceAxis();
    private final List<String> said = new ArrayList<>();
    private final ClusterView nearest =
            CLUSTERS.side(PositionSide.LONG).nearest().orElseThrow();

    @BeforeEach
    void look() {
        axis.tick(0.1);
        axis.place(0, 640);
        axis.fit(57_000, 66_000);
        control.outside(new AlarmControl.Outside(
                (words, trouble) -> said.add(words), () -> {}, firing -> {}, (symbol, id) -> {}, () -> {}));
        stand.clusters(CLUSTERS);
        stand.marks(PRICE);
        show();
    }

    @Test
    void snapsToAClustersEdgeBeforeARoundPrice() {
        double edge = nearest.cluster().nearPrice();

        Level level = Level.at(axis, axis.y(edge) + 4, CLUSTERS);
        assertThat(level.price()).isCloseTo(edge, Offset.offset(0.1));
        assertThat(Objects.requireNonNull(level.origin()).trackId()).isEqualTo(nearest.id());

        Level round = Level.at(axis, axis.y(62_000) - 3, ClustersView.NONE);
        assertThat(round.price()).isEqualTo(62_000);
        assertThat(round.origin()).isNull();

        Level between = Level.at(axis, axis.y(62_000) - 11, ClustersView.NONE);
        assertThat(between.price()).isNotEqualTo(62_000).isEqualTo(Math.rint(between.price() * 10) / 10);
    }

    @Test
    void armsAPriceTowardsWhichPriceMustGo() {
        control.onPrice(axis, axis.y(62_000));
        assertThat(stand.tick().alarms())
                .as("nothing is armed before it is kept")
                .isEmpty();
        control.keep();

        PriceAlarm alarm = (PriceAlarm) only();
        assertThat(alarm.rule().direction()).isEqualTo(PriceRule.Direction.RISING);
        assertThat(alarm.head().name()).isEqualTo("price ≥ 62,000");
        assertThat(said).containsExactly("price ≥ 62,000 armed");
    }

    @Test
    void setsThePerimeterByDraggingPastTheEdge() {
        control.onWhatIsAt(axis, axis.y(nearest.cluster().nearPrice() * 0.999));
        double wanted = nearest.cluster().nearPrice() / (1 - 0.013);
        control.move(AlarmMark.Handle.NEAR_EDGE, axis, axis.y(wanted));
        control.keep();

        ClusterAlarm alarm = (ClusterAlarm) only();
        assertThat(alarm.rule().perimeter()).isCloseTo(0.013, Offset.offset(1e-9));
        show();
        assertThat(control.onCluster(nearest.id())).isTrue();
        assertThat(Objects.requireNonNull(control.draft()).alarmId())
                .as("the one that is on it")
                .isEqualTo(alarm.id());
    }

    @Test
    void showsWhereTheStagesLie() {
        control.onCluster(nearest.id());

        assertThat(control.marks().stream().map(AlarmMark::stage)).containsExactly(1, 2, 3);
        assertThat(control.marks().get(0).price()).isCloseTo(nearest.cluster().nearPrice() / 0.98, Offset.offset(0.01));
        assertThat(control.marks().get(2).price())
                .isCloseTo(nearest.cluster().farPrice() * 0.9995, Offset.offset(0.01));
        control.drop();
        assertThat(control.marks()).isEmpty();
    }

    @Test
    void givesAnAlarmTheUsersNameUntilThatIsTakenBack() {
        control.onSize();
        control.keep();
        long id = only().id();
        String before = only().head().name();

        control.rename("BTCUSDT", id, "  the whale  ");
        assertThat(only().head().name()).isEqualTo("the whale");
        show();
        control.rename("BTCUSDT", id, "   ");
        assertThat(only().head().name()).as("no name is no name").isEqualTo("the whale");
        control.undo();
        assertThat(only().head().name()).isEqualTo(before);
    }

    @Test
    void opensAnAlarmOfAnotherSymbolThere() {
        List<String> opened = new ArrayList<>();
        control.outside(new AlarmControl.Outside(
                (words, trouble) -> {}, () -> {}, firing -> {}, (symbol, id) -> opened.add(symbol + id), () -> {}));

        control.edit("ETHUSDT", 7);

        assertThat(opened).containsExactly("ETHUSDT7");
        assertThat(control.draft()).isNull();
    }

    @Test
    void takesBackInTheOrderInWhichThingsWereDone() {
        control.onSize();
        control.keep();
        long first = only().id();
        control.delete("BTCUSDT", Set.of(first));
        assertThat(ids()).isEmpty();
        control.onPrice(axis, axis.y(62_000));
        control.keep();
        assertThat(ids()).hasSize(1);

        control.undo();
        assertThat(ids()).as("the new one goes").isEmpty();
        control.undo();
        assertThat(ids()).as("the deleted one is back, and nothing else").containsExactly(first);
        assertThat(only()).isInstanceOf(SizeAlarm.class);
        control.undo();
        assertThat(ids()).isEmpty();
        control.undo();
        assertThat(said.get(said.size() - 1)).isEqualTo("Nothing to take back");
    }

    @Test
    void takesAChangeBackWithItsName() {
        control.onPrice(axis, axis.y(62_000));
        control.keep();
        ids();
        show();
        control.edit(only().id());
        control.move(AlarmMark.Handle.LEVEL, axis, axis.y(62_300));
        control.keep();
        assertThat(((PriceAlarm) only()).rule().level()).isNotEqualTo(62_000);
        assertThat(only().head().name()).isNotEqualTo("price ≥ 62,000");

        control.undo();
        assertThat(((PriceAlarm) only()).rule().level()).isEqualTo(62_000);
        assertThat(only().head().name()).isEqualTo("price ≥ 62,000");
    }

    @Test
    void saysThatAClusterIsGone() {
        assertThat(control.onCluster(9_999)).isFalse();
        assertThat(said).containsExactly("That cluster is gone");
    }

    private void show() {
        stand.tick();
        control.show(new AlarmControl.Seen("BTCUSDT", CLUSTERS, PRICE, 1, stand.nowMillis()));
    }

    private Alarm only() {
        List<Alarm> alarms =
                stand.tick().alarms().stream().map(armed -> armed.alarm()).toList();
        assertThat(alarms).hasSize(1);
        return alarms.get(0);
    }

    private Set<Long> ids() {
        Set<Long> ids = stand.tick().alarms().stream()
                .map(armed -> armed.alarm().id())
                .collect(Collectors.toCollection(TreeSet::new));
        show();
        return ids;
    }
}
