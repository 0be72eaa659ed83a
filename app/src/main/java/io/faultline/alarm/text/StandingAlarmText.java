package io.faultline.alarm.text;

import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.Signal;
import io.faultline.alarm.StandingAlarm;
import io.faultline.alarm.StandingRule;
import java.util.Optional;

/** {@link StandingAlarm}s. */
final class StandingAlarmText {
    private StandingAlarmText() {}

    static void put(Json json, StandingAlarm alarm, boolean withState) {
        StandingRule rule = alarm.rule();
        json.number("leastUsd", rule.leastUsd())
                .constants("signals", rule.signals())
                .number("perimeter", rule.perimeter());
        if (withState) {
            json.object(
                    "state",
                    new Json()
                            .flag("begun", alarm.begun())
                            .wholes("known", alarm.known())
                            .wholes("growing", alarm.growing())
                            .wholes("near", alarm.near()));
        }
    }

    static StandingAlarm read(AlarmHead head, Fields fields) throws BadTextException {
        StandingRule rule = new StandingRule(
                fields.number("leastUsd"), fields.constants("signals", Signal.class), fields.number("perimeter"));
        Optional<Fields> state = fields.objectIfAny("state");
        if (state.isEmpty()) {
            return StandingAlarm.of(head, rule);
        }
        Fields remembered = state.get();
        return new StandingAlarm(
                head,
                rule,
                remembered.flag("begun"),
                remembered.counts("known"),
                remembered.counts("growing"),
                remembered.counts("near"));
    }
}
