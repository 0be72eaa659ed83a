package io.faultline.cli;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.desk.AlarmBoard;
import io.faultline.desk.ClusterView;
import io.faultline.desk.DeskView;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.practice.MarketScript;
import java.util.Comparator;
import java.util.Optional;

/** Sets the three-stage alarm of a script on the cluster that its traders are seen to have built. One thread. */
final class ScenarioArming {
    /** A cluster farther from where it should be is another one. */
    private static final double FARTHEST = 0.015;

    private final AlarmBoard board;
    private boolean done;

    ScenarioArming(AlarmBoard board) {
        this.board = board;
    }

    /** Once, as soon as that cluster is there; what was set is answered. */
    Optional<ClusterAlarm> see(DeskView view, MarketScript.Aim aim) {
        if (done) {
            return Optional.empty();
        }
        Optional<ClusterAlarm> alarm = view.clusters().side(aim.side()).clusters().stream()
                .filter(cluster -> cluster.state() == TrackState.LIVE
                        && cluster.significant()
                        && aim.perimeter(cluster.distance()).isPresent()
                        && off(cluster, aim) <= FARTHEST)
                .min(Comparator.comparingDouble(cluster -> off(cluster, aim)))
                .map(cluster -> ClusterAlarm.on(
                        new AlarmHead(board.nextId(), view.symbol(), cluster.name()),
                        cluster.track(),
                        ClusterAlarmRule.DEFAULT.withPerimeter(
                                aim.perimeter(cluster.distance()).getAsDouble())));
        alarm.ifPresent(set -> {
            done = true;
            board.send(view.symbol(), new AlarmCommand.Add(set));
        });
        return alarm;
    }

    private static double off(ClusterView cluster, MarketScript.Aim aim) {
        return Math.abs(cluster.cluster().centroid() / aim.price() - 1);
    }
}
