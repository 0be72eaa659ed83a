package io.faultline.alarm.text;

import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import java.util.Optional;

/** {@link PriceAlarm}s. */
final class PriceAlarmText {
    private PriceAlarmText() {}

    static void put(Json json, PriceAlarm alarm, boolean withState) {
        PriceRule rule = alarm.rule();
        json.number("level", rule.level())
                .constant("direction", rule.direction())
                .number("rearm", rule.rearm())
                .flag("once", rule.once());
        if (withState) {
            json.object(
                    "state", new Json().constant("approach", alarm.approach()).flag("done", alarm.done()));
            PriceAlarm.Origin origin = alarm.origin();
            if (origin != null) {
                json.object(
                        "origin", new Json().whole("track", origin.trackId()).number("centroid", origin.centroid()));
            }
        }
    }

    static PriceAlarm read(AlarmHead head, Fields fields) throws BadTextException {
        PriceRule rule = new PriceRule(
                fields.number("level"),
                fields.constant("direction", PriceRule.Direction.class),
                fields.number("rearm"),
                fields.flag("once"));
        PriceAlarm.Origin origin = null;
        Optional<Fields> from = fields.objectIfAny("origin");
        if (from.isPresent()) {
            origin = new PriceAlarm.Origin(from.get().count("track"), from.get().number("centroid"));
        }
        PriceAlarm alarm = PriceAlarm.at(head, rule, origin);
        Optional<Fields> state = fields.objectIfAny("state");
        return state.isEmpty()
                ? alarm
                : new PriceAlarm(
                        head,
                        rule,
                        origin,
                        state.get().constant("approach", PriceAlarm.Approach.class),
                        state.get().flag("done"));
    }
}
