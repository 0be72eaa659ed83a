package io.faultline.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what sounds, for all symbols of a program together, at the moment when it would be played. One thread, such as
 * that of the window's pulses.
 */
public final class AlarmVoice {
    private final SoundGate gate = new SoundGate(SoundLimiter.standard());
    private final Map<String, Long> judgedUpTo = new HashMap<>();

    /**
     * A line of the log that was judged for the first time.
     *
     * @param verdict to be played only if {@link SoundVerdict#PLAY}
     */
    public record Judged(LogEntry entry, SoundVerdict verdict) {}

    /**
     * Judges what a symbol shows for the first time: the gravest first, as only so many may sound at once.
     *
     * @param waiting where the symbol's commands wait: what the user has silenced an instant ago is silent
     * @param nowMillis by our clock, since 1970
     */
    public List<Judged> hear(AlarmsView view, AlarmInbox waiting, SoundSettings settings, long nowMillis) {
        long from = Math.max(view.soundsFrom(), judgedUpTo.getOrDefault(view.symbol(), 0L) + 1);
        List<LogEntry> fresh = new ArrayList<>();
        for (LogEntry entry : view.log()) {
            if (entry.number() < from) {
                break;
            }
            fresh.add(0, entry);
            judgedUpTo.merge(view.symbol(), entry.number(), Math::max);
        }
        fresh.sort(Comparator.comparingInt(entry -> -entry.firing().signal().gravity()));
        List<Judged> judged = new ArrayList<>();
        for (LogEntry entry : fresh) {
            long id = entry.firing().alarm().id();
            Optional<AlarmHead> now =
                    waiting.silences(id) ? Optional.empty() : view.find(id).map(Alarm::head);
            judged.add(new Judged(entry, gate.judge(entry.firing(), now, settings, nowMillis)));
        }
        return judged;
    }

    /** Whether the loss of all data of an armed symbol is to be heard now. */
    public SoundVerdict hearLoss(SoundSettings settings, long nowMillis) {
        return gate.judgeLoss(settings, nowMillis);
    }
}
