package io.faultline.alarm.text;

import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.ForcedPrint;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.SizeRule;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link SizeAlarm}s. */
final class SizeAlarmText {
    private SizeAlarmText() {}

    static void put(Json json, SizeAlarm alarm, boolean withState) {
        SizeRule rule = alarm.rule();
        if (rule.side() != null) {
            json.constant("side", rule.side());
        }
        json.number("usd", rule.usd())
                .whole("windowMillis", rule.windowMillis())
                .number("rearmShare", rule.rearmShare());
        if (withState) {
            List<Json> recent = alarm.recent().stream().map(SizeAlarmText::json).toList();
            json.object("state", new Json().objects("recent", recent).flag("fired", alarm.fired()));
        }
    }

    private static Json json(ForcedPrint print) {
        return new Json()
                .text("venue", print.venue().id())
                .whole("at", print.exchangeMillis())
                .whole("received", print.receivedMillis())
                .constant("side", print.side())
                .number("price", print.price())
                .number("usd", print.usd());
    }

    static SizeAlarm read(AlarmHead head, Fields fields) throws BadTextException {
        PositionSide side = fields.has("side") ? fields.constant("side", PositionSide.class) : null;
        SizeRule rule =
                new SizeRule(side, fields.number("usd"), fields.whole("windowMillis"), fields.number("rearmShare"));
        Optional<Fields> state = fields.objectIfAny("state");
        if (state.isEmpty()) {
            return SizeAlarm.of(head, rule);
        }
        List<ForcedPrint> recent = new ArrayList<>();
        for (Fields print : state.get().objects("recent")) {
            recent.add(print(print));
        }
        return new SizeAlarm(head, rule, recent, state.get().flag("fired"));
    }

    private static ForcedPrint print(Fields fields) throws BadTextException {
        String id = fields.text("venue");
        Venue venue =
                Venue.ofId(id).orElseThrow(() -> new BadTextException(fields.where() + ": no venue is called " + id));
        return new ForcedPrint(
                venue,
                fields.whole("at"),
                fields.whole("received"),
                fields.constant("side", PositionSide.class),
                fields.number("price"),
                fields.number("usd"));
    }
}
