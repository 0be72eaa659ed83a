package io.faultline.alarm.text;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.StandingAlarm;

/**
 * An alarm as a JSON object: what it is, and under {@code state} what it remembers. Without the latter it is a new alarm
 * of the same kind.
 */
public final class AlarmText {
    static final int FORM = 1;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SYMBOL = 60;

    private AlarmText() {}

    /** With all that it remembers. */
    public static String write(Alarm alarm) {
        return json(alarm, true).toString();
    }

    /** @param where begins every complaint, such as {@code alarm 17} */
    public static Alarm read(String where, String text) throws BadTextException {
        Fields fields = Fields.parse(where, text).form(FORM);
        long id = fields.whole("id");
        if (id < 1) {
            throw new BadTextException(where + ": its id is " + id);
        }
        return alarm(fields, id);
    }

    /** The one place where alarms are told apart to be written. */
    static Json json(Alarm alarm, boolean withState) {
        Json json = new Json().whole("v", FORM);
        if (alarm instanceof ClusterAlarm cluster) {
            ClusterAlarmText.put(json.text("type", "cluster"), cluster, withState);
        } else if (alarm instanceof PriceAlarm price) {
            PriceAlarmText.put(json.text("type", "price"), price, withState);
        } else if (alarm instanceof SizeAlarm size) {
            SizeAlarmText.put(json.text("type", "size"), size, withState);
        } else if (alarm instanceof StandingAlarm standing) {
            StandingAlarmText.put(json.text("type", "standing"), standing, withState);
        }
        AlarmHead head = alarm.head();
        json.text("symbol", head.symbol()).text("name", head.name()).flag("on", head.on());
        return withState ? json.whole("id", head.id()).whole("snoozedUntil", head.snoozedUntilMillis()) : json;
    }

    /** @param id of its head; 0 for none yet */
    static Alarm alarm(Fields fields, long id) throws BadTextException {
        AlarmHead head = head(fields, id);
        try {
            String type = fields.text("type");
            return switch (type) {
                case "cluster" -> ClusterAlarmText.read(head, fields);
                case "price" -> PriceAlarmText.read(head, fields);
                case "size" -> SizeAlarmText.read(head, fields);
                case "standing" -> StandingAlarmText.read(head, fields);
                default ->
                    throw new BadTextException(
                            fields.where() + ": type is " + type + ", not cluster, price, size or standing");
            };
        } catch (IllegalArgumentException e) {
            throw fields.refused(e);
        }
    }

    static AlarmHead head(Fields fields, long id) throws BadTextException {
        String symbol = fields.text("symbol");
        String name = fields.text("name");
        if (symbol.isBlank() || symbol.length() > LONGEST_SYMBOL) {
            throw new BadTextException(fields.where() + ": no symbol is called \"" + symbol + "\"");
        }
        if (name.length() > LONGEST_NAME) {
            throw new BadTextException(fields.where() + ": its name is longer than " + LONGEST_NAME + " characters");
        }
        long snoozed = fields.has("snoozedUntil") ? fields.whole("snoozedUntil") : 0;
        return new AlarmHead(id, symbol, name, fields.flag("on"), snoozed);
    }
}
