package io.faultline.ui.alarms;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.text.AlarmFile;
import io.faultline.alarm.text.BadTextException;
import io.faultline.desk.AlarmBoard;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of alarms to and from files. Any thread; it waits for the disk. */
public final class AlarmFiles {
    private static final long MOST_BYTES = 16L << 20;

    private AlarmFiles() {}

    /** Words for the user, and whether they tell of trouble. */
    public record Result(String words, boolean trouble) {}

    /** Writes all alarms of all symbols. */
    public static Result export(AlarmBoard board, Path file, long nowMillis) {
        List<Alarm> alarms = new ArrayList<>();
        for (AlarmsView view : board.views()) {
            view.alarms().stream().map(ArmedAlarm::alarm).forEach(alarms::add);
        }
        try {
            Files.writeString(file, AlarmFile.write(alarms, nowMillis));
            return new Result(count(alarms.size()) + " exported to " + file, false);
        } catch (IOException e) {
            return new Result("Not exported: " + file + ": " + e.getMessage(), true);
        }
    }

    /** Arms what a file holds, each alarm in its own symbol. */
    public static Result take(AlarmBoard board, Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new Result("Not imported: " + file + " is too large for a list of alarms", true);
            }
            AlarmFile.Contents contents = AlarmFile.read(Files.readString(file));
            Map<String, List<Alarm>> bySymbol = new LinkedHashMap<>();
            for (Alarm alarm : contents.alarms()) {
                bySymbol.computeIfAbsent(alarm.head().symbol(), symbol -> new ArrayList<>())
                        .add(alarm);
            }
            bySymbol.forEach((symbol, alarms) -> board.send(symbol, new AlarmCommand.Import(alarms)));
            String words = count(contents.alarms().size()) + " read"
                    + (bySymbol.isEmpty() ? "" : ", for " + String.join(", ", bySymbol.keySet()));
            boolean refused = !contents.refused().isEmpty();
            return new Result(refused ? words + "; refused: " + String.join("; ", contents.refused()) : words, refused);
        } catch (BadTextException e) {
            return new Result("Not imported: " + e.getMessage(), true);
        } catch (CharacterCodingException e) {
            return new Result("Not imported: " + file + " is no text in UTF-8", true);
        } catch (IOException e) {
            return new Result("Not imported: " + file + ": " + e.getMessage(), true);
        }
    }

    private static String count(int alarms) {
        return alarms == 1 ? "1 alarm" : alarms + " alarms";
    }
}
