package io.faultline.ui.alarms;

import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmVoice;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.Firing;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.SoundLimiter;
import io.faultline.alarm.SoundVerdict;
import io.faultline.alarm.sound.Tone;
import io.faultline.desk.AlarmBoard;
import io.faultline.liquidation.Figures;
import io.faultline.ui.alarms.chart.AlarmWords;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what fires, of all symbols of a program, whether a window shows them or not: has it sounded, notified and
 * pictured. On a thread of its own twenty times a second, so that a window that is busy, hidden or minimised misses
 * nothing.
 */
public final class AlarmBell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmBell.class);
    private static final long PAUSE_MILLIS = 50;
    private static final Set<SoundVerdict> SHOWN = Set.of(SoundVerdict.PLAY, SoundVerdict.MUTED, SoundVerdict.TOO_MANY);
    private static final Set<SoundVerdict> PICTURED = Set.of(
            SoundVerdict.PLAY,
            SoundVerdict.MUTED,
            SoundVerdict.TOO_MANY,
            SoundVerdict.QUIET_HOURS,
            SoundVerdict.COOL_DOWN);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "alarm-bell");
        made.setDaemon(true);
        return made;
    });
    private final Outlets outlets;
    private final LongSupplier clock;
    private final IdentityHashMap<AlarmBoard, Ear> ears = new IdentityHashMap<>();
    private final SoundLimiter notices = SoundLimiter.standard();
    private volatile Map<AlarmBoard, String> boards = Map.of();
    private volatile double discount = Figures.DEFAULT_DISCOUNT;

    /** Plays tones; it may be called on any thread. */
    @FunctionalInterface
    public interface Player {
        /** @param wanted asked while it plays: it breaks off when this says no */
        void play(Tone tone, double volume, BooleanSupplier wanted);
    }

    /** Shows a notification of the system. */
    @FunctionalInterface
    public interface Notifier {
        void show(String title, String words);
    }

    /**
     * Where it goes.
     *
     * @param picture takes a picture of that symbol's window
     */
    public record Outlets(Player player, Notifier notifier, Consumer<String> picture) {}

    /** What is remembered of a board. */
    private static final class Ear {
        private final AlarmVoice voice = new AlarmVoice();
        private final Map<String, AlarmsView.Watching> watching = new HashMap<>();
    }

    /** @param clock ours, milliseconds since 1970 */
    public AlarmBell(Outlets outlets, LongSupplier clock) {
        this.outlets = outlets;
        this.clock = clock;
    }

    /** What notifications take off a mass from now on: the user's flat share. */
    public void discount(double share) {
        discount = share;
    }

    /** Begins to listen. */
    public void start() {
        var unused =
                thread.scheduleWithFixedDelay(this::listenSafely, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * From now on it listens to those.
     *
     * @param labels of each what its notices begin with: where its market is from; empty for the live one
     */
    public void boards(Map<AlarmBoard, String> labels) {
        boards = Map.copyOf(labels);
    }

    /** How many alarms stop when the program ends. */
    public int armed() {
        return boards.keySet().stream().mapToInt(AlarmBoard::armed).sum();
    }

    /** Plays a tone because the user wants to hear it, muted or not. */
    public void test(Tone tone, double volume) {
        outlets.player().play(tone, volume, () -> true);
    }

    private void listenSafely() {
        try {
            listen();
        } catch (RuntimeException e) {
            LOG.error("An alarm could not be heard", e);
        }
    }

    /** Hears what is new. */
    void listen() {
        Set<AlarmBoard> now = boards.keySet();
        ears.keySet().retainAll(now);
        for (AlarmBoard board : now) {
            Ear ear = ears.computeIfAbsent(board, unheard -> new Ear());
            List<AlarmsView> views = board.views();
            Set<String> symbols = new HashSet<>();
            for (AlarmsView view : views) {
                symbols.add(view.symbol());
                hear(board, ear, view);
            }
            ear.watching.keySet().retainAll(symbols);
        }
    }

    private void hear(AlarmBoard board, Ear ear, AlarmsView view) {
        AlarmSettings settings = board.settings();
        long now = clock.getAsLong();
        for (AlarmVoice.Judged judged : ear.voice.hear(view, board.inbox(view.symbol()), settings.sounds(), now)) {
            tell(board, settings, judged.entry(), judged.verdict(), now);
        }
        AlarmsView.Watching before = ear.watching.put(view.symbol(), view.watching());
        boolean lost = before == AlarmsView.Watching.LIVE && view.watching() == AlarmsView.Watching.WAITING;
        if (lost && view.armed() > 0 && ear.voice.hearLoss(settings.sounds(), now) == SoundVerdict.PLAY) {
            play(board, Tone.LOST);
        }
    }

    private void tell(AlarmBoard board, AlarmSettings settings, LogEntry entry, SoundVerdict verdict, long now) {
        Firing firing = entry.firing();
        if (verdict == SoundVerdict.PLAY) {
            Tone.of(firing.signal()).ifPresent(tone -> play(board, tone));
        }
        if (settings.desktop() && SHOWN.contains(verdict) && notices.allow(now)) {
            int decimals = AlarmWords.decimals(firing.price());
            String when = Instant.ofEpochMilli(firing.exchangeMillis())
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            outlets.notifier()
                    .show(
                            boards.getOrDefault(board, "") + AlarmWords.headline(firing),
                            AlarmWords.details(entry, discount, when, decimals));
        }
        if (settings.picture() && PICTURED.contains(verdict)) {
            outlets.picture().accept(firing.alarm().symbol());
        }
    }

    /** What is muted while it plays falls silent. */
    private void play(AlarmBoard board, Tone tone) {
        outlets.player()
                .play(
                        tone,
                        board.settings().volume(),
                        () -> !board.settings().sounds().muted());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
