package io.faultline.alarm.text;

import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.QuietHours;
import io.faultline.alarm.SoundSettings;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** {@link AlarmSettings} as a JSON object. */
public final class SettingsText {
    private static final int FORM = 1;

    private SettingsText() {}

    public static String write(AlarmSettings settings) {
        SoundSettings sounds = settings.sounds();
        Json json = new Json()
                .whole("v", FORM)
                .flag("muted", sounds.muted())
                .whole("coolDownMillis", sounds.coolDownMillis())
                .whole("staleMillis", sounds.staleMillis())
                .number("volume", settings.volume())
                .flag("desktop", settings.desktop())
                .flag("picture", settings.picture())
                .number("perimeter", settings.perimeter());
        QuietHours quiet = sounds.quietHours();
        if (quiet != null) {
            json.object(
                    "quietHours",
                    new Json()
                            .text("from", quiet.from().toString())
                            .text("to", quiet.to().toString())
                            .text("zone", quiet.zone().getId()));
        }
        return json.toString();
    }

    public static AlarmSettings read(String text) throws BadTextException {
        Fields fields = Fields.parse("the settings of alarms", text).form(FORM);
        try {
            SoundSettings sounds = new SoundSettings(
                    fields.flag("muted"),
                    quietHours(fields),
                    fields.whole("coolDownMillis"),
                    fields.whole("staleMillis"));
            return new AlarmSettings(
                    sounds,
                    fields.number("volume"),
                    fields.flag("desktop"),
                    fields.flag("picture"),
                    fields.number("perimeter"));
        } catch (IllegalArgumentException e) {
            throw fields.refused(e);
        }
    }

    private static @Nullable QuietHours quietHours(Fields fields) throws BadTextException {
        if (!fields.has("quietHours")) {
            return null;
        }
        Fields quiet = fields.object("quietHours");
        try {
            return new QuietHours(
                    LocalTime.parse(quiet.text("from")),
                    LocalTime.parse(quiet.text("to")),
                    ZoneId.of(quiet.text("zone")));
        } catch (DateTimeException e) {
            throw new BadTextException(quiet.where() + ": quiet hours: " + e.getMessage());
        }
    }
}
