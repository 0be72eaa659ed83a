package io.faultline.alarm.text;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.faultline.alarm.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of alarms as a file that people may read, change and give to others: what the alarms are, without what they
 * remember. A cluster is told by side and place, for its number means nothing elsewhere.
 */
public final class AlarmFile {
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int MOST_ALARMS = 2_000;
    private static final Gson PRETTY = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private AlarmFile() {}

    /**
     * What a file holds.
     *
     * @param alarms not armed yet: their number is 0
     * @param refused alarms that cannot be, in words
     */
    public record Contents(List<Alarm> alarms, List<String> refused) {
        public Contents {
            alarms = List.copyOf(alarms);
            refused = List.copyOf(refused);
        }
    }

    /** @param nowMillis when it is exported, since 1970 */
    public static String write(List<Alarm> alarms, long nowMillis) {
        Json json = new Json()
                .text("faultline", "alarms")
                .whole("v", AlarmText.FORM)
                .text("exported", Instant.ofEpochMilli(nowMillis).toString())
                .objects(
                        "alarms",
                        alarms.stream()
                                .map(alarm -> AlarmText.json(alarm, false))
                                .toList());
        return PRETTY.toJson(json.tree()) + "\n";
    }

    /**
     * Reads what can be read.
     *
     * @throws BadTextException if the whole file is none of ours
     */
    public static Contents read(String text) throws BadTextException {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadTextException("the file is too large for a list of alarms");
        }
        Fields fields = Fields.parse("the file", text);
        if (!fields.has("faultline") || !fields.text("faultline").equals("alarms")) {
            throw new BadTextException(
                    "the file is no list of alarms: it does not begin with \"faultline\": \"alarms\"");
        }
        List<Fields> each = fields.form(AlarmText.FORM).objects("alarms");
        if (each.size() > MOST_ALARMS) {
            throw new BadTextException("the file holds " + each.size() + " alarms, more than " + MOST_ALARMS);
        }
        List<Alarm> alarms = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            try {
                alarms.add(AlarmText.alarm(each.get(i).called("alarm " + (i + 1) + " of the file"), 0));
            } catch (BadTextException e) {
                refused.add(e.getMessage() == null ? "" : e.getMessage());
            }
        }
        return new Contents(alarms, refused);
    }
}
