package io.faultline.alarm.text;

import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Edges;
import io.faultline.alarm.Signal;
import io.faultline.alarm.Stage;
import io.faultline.alarm.StageState;
import io.faultline.market.PositionSide;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link ClusterAlarm}s. The edges belong to what it is, too: by them another program finds the cluster. */
final class ClusterAlarmText {
    private ClusterAlarmText() {}

    static void put(Json json, ClusterAlarm alarm, boolean withState) {
        ClusterAlarmRule rule = alarm.rule();
        Edges edges = alarm.state().edges();
        json.whole("track", alarm.trackId())
                .text("cluster", alarm.cluster())
                .constant("side", alarm.side())
                .number("near", edges == null ? null : edges.near())
                .number("far", edges == null ? null : edges.far())
                .number("perimeter", rule.perimeter())
                .number("rearmTimes", rule.rearmTimes())
                .number("exit", rule.exit())
                .number("confirm", rule.confirm())
                .whole("confirmSamples", rule.confirmSamples())
                .number("nextGap", rule.nextGap())
                .constants("stages", alarm.stages());
        if (withState) {
            StageState state = alarm.state();
            json.object(
                    "state",
                    new Json()
                            .constant("stage", state.stage())
                            .number("nextNear", state.nextNear())
                            .whole("beyond", state.beyond())
                            .constants("acknowledged", alarm.acknowledged())
                            .flag("gone", alarm.gone())
                            .flag("told", alarm.told()));
        }
    }

    static ClusterAlarm read(AlarmHead head, Fields fields) throws BadTextException {
        ClusterAlarmRule rule = new ClusterAlarmRule(
                fields.number("perimeter"),
                fields.number("rearmTimes"),
                fields.number("exit"),
                fields.number("confirm"),
                fields.count("confirmSamples"),
                fields.number("nextGap"));
        Edges edges = edges(fields);
        StageState stage = new StageState(Stage.IDLE, edges, null, 0);
        Set<Signal> acknowledged = Set.of();
        boolean gone = false;
        boolean told = false;
        Optional<Fields> state = fields.objectIfAny("state");
        if (state.isPresent()) {
            Fields remembered = state.get();
            stage = new StageState(
                    remembered.constant("stage", Stage.class),
                    edges,
                    remembered.numberIfAny("nextNear"),
                    remembered.count("beyond"));
            if (edges == null && stage.stage() != Stage.IDLE) {
                throw new BadTextException(fields.where() + ": stage is " + stage.stage() + " without edges");
            }
            acknowledged = remembered.constants("acknowledged", Signal.class);
            gone = remembered.flagIfAny("gone");
            told = remembered.flag("told");
        }
        return new ClusterAlarm(
                head,
                fields.count("track"),
                fields.text("cluster"),
                fields.constant("side", PositionSide.class),
                rule,
                fields.constants("stages", Signal.class),
                stage,
                acknowledged,
                gone,
                told);
    }

    private static @Nullable Edges edges(Fields fields) throws BadTextException {
        Double near = fields.numberIfAny("near");
        Double far = fields.numberIfAny("far");
        if (near == null || far == null) {
            return null;
        }
        boolean outwards = fields.constant("side", PositionSide.class) == PositionSide.LONG ? far < near : far > near;
        if (!(near > 0 && far > 0 && outwards)) {
            throw new BadTextException(fields.where() + ": a " + fields.text("side") + " cluster cannot reach from "
                    + near + " to " + far);
        }
        return new Edges(near, far);
    }
}
