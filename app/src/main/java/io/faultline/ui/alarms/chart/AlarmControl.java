package io.faultline.ui.alarms.chart;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Edges;
import io.faultline.alarm.Firing;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.Signal;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.StandingAlarm;
import io.faultline.desk.AlarmBoard;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.ui.axis.PriceAxis;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of the symbol that a workspace shows: what stands on the price axis, which of them is chosen, and the one that
 * is being set. Whoever offers to set one, such as a table of clusters, calls {@link #onCluster} and the like. JavaFX
 * thread only; panels compare {@link #version}.
 */
public final class AlarmControl {
    /** A longer name has no room in strip and list. */
    private static final int LONGEST_NAME = 60;

    private final AlarmBoard board;
    private final AlarmKeeping keeping;
    private Outside outside = Outside.NONE;
    private Seen seen = new Seen("", ClustersView.NONE, Double.NaN, 2, 0);
    private AlarmsView view = AlarmsView.NONE;
    private @Nullable Draft draft;
    private long draftSince;
    private long chosen;
    private List<AlarmMark> marks = List.of();
    private List<FiredMark> fired = List.of();
    private long version;

    /**
     * What the workspace shows at the moment.
     *
     * @param price last, USD; NaN before the first
     * @param decimals of a price
     * @param nowMillis the market's time, since 1970
     */
    public record Seen(String symbol, ClustersView clusters, double price, int decimals, long nowMillis) {}

    public AlarmControl(AlarmBoard board) {
        this.board = board;
        keeping = new AlarmKeeping(board);
    }

    /**
     * What is asked of the workspace.
     *
     * @param say shows words for some seconds; true where they tell of trouble
     * @param begin begins an alarm where the crosshair is
     * @param jump shows where and when that was, in the tab of its symbol
     * @param edit opens an alarm of another symbol in that symbol's tab
     * @param settings opens the settings of alarms and sounds
     */
    public record Outside(
            BiConsumer<String, Boolean> say,
            Runnable begin,
            Consumer<Firing> jump,
            ObjLongConsumer<String> edit,
            Runnable settings) {
        private static final Outside NONE =
                new Outside((words, trouble) -> {}, () -> {}, firing -> {}, (symbol, id) -> {}, () -> {});
    }

    public void outside(Outside workspace) {
        outside = workspace;
    }

    /** Shows words for some seconds. */
    public void say(String words, boolean trouble) {
        outside.say().accept(words, trouble);
    }

    /** Begins an alarm where the crosshair is. */
    public void beginHere() {
        outside.begin().run();
    }

    /** Shows where and when that was. */
    public void jump(Firing firing) {
        outside.jump().accept(firing);
    }

    /** Opens the settings of alarms and sounds. */
    public void openSettings() {
        outside.settings().run();
    }

    public AlarmBoard board() {
        return board;
    }

    /** Takes what is shown now; every pulse. */
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    public void show(Seen now) {
        boolean moved = now.clusters() != seen.clusters();
        seen = now;
        AlarmsView next = board.view(now.symbol());
        if (draft instanceof ClusterDraft cluster && moved) {
            Draft followed = levels(cluster.trackId(), cluster.rule())
                    .map(levels -> (Draft) cluster.at(levels))
                    .orElse(cluster);
            if (!followed.equals(draft)) {
                draft = followed;
                changed();
            }
        }
        if (next != view) {
            view = next;
            fired = AlarmMarks.fired(next);
            changed();
        }
    }

    private void changed() {
        marks = AlarmMarks.of(view, draft, chosen);
        version++;
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    public Seen seen() {
        return seen;
    }

    /** The symbol's alarms. */
    public AlarmsView view() {
        return view;
    }

    /** What waits on the price axis. */
    public List<AlarmMark> marks() {
        return marks;
    }

    /** What has fired, newest first. */
    public List<FiredMark> fired() {
        return fired;
    }

    /** The alarm that is being set; null while none is. */
    public @Nullable Draft draft() {
        return draft;
    }

    /** Grows with each draft that is begun. */
    public long draftsBegun() {
        return draftSince;
    }

    /** The chosen alarm's number; 0 for none. */
    public long chosen() {
        return chosen;
    }

    /** Begins a price alarm at a point of a price axis. */
    public void onPrice(PriceAxis axis, double y) {
        begin(PriceDraft.at(Level.at(axis, y, seen.clusters()), seen.price()));
    }

    /** Begins an alarm on the cluster at a point of a price axis, or on the price where there is none. */
    public void onWhatIsAt(PriceAxis axis, double y) {
        Optional<ClusterView> cluster = clusterAt(axis.price(y));
        if (cluster.isPresent()) {
            onCluster(cluster.get().id());
        } else {
            onPrice(axis, y);
        }
    }

    /** Begins a pair of price alarms at the ends of a range. */
    public void onRange(PriceAxis axis, double fromY, double toY) {
        Level from = Level.at(axis, fromY, seen.clusters());
        Level to = Level.at(axis, toY, seen.clusters());
        PriceDraft range = PriceDraft.between(from, to);
        if (draft instanceof PriceDraft now && now.alarmId() == 0 && now.range()) {
            change(range);
        } else {
            begin(range);
        }
    }

    /**
     * Begins the three-stage alarm of a cluster, {@link ClusterView#id}, or shows the one that is on it already.
     *
     * @return whether there is such a cluster
     */
    public boolean onCluster(int trackId) {
        for (ArmedAlarm armed : view.alarms()) {
            if (armed.alarm() instanceof ClusterAlarm cluster && cluster.trackId() == trackId && !cluster.told()) {
                edit(cluster.id());
                return true;
            }
        }
        ClusterAlarmRule rule =
                ClusterAlarmRule.DEFAULT.withPerimeter(board.settings().perimeter());
        Optional<ClusterView> found = seen.clusters().find(trackId);
        found.ifPresentOrElse(
                cluster -> begin(new ClusterDraft(
                        0,
                        trackId,
                        cluster.name(),
                        rule,
                        levels(trackId, rule).orElseThrow(),
                        EnumSet.of(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE))),
                () -> outside.say().accept("That cluster is gone", true));
        return found.isPresent();
    }

    /** Begins an alarm on reported liquidations. */
    public void onSize() {
        begin(SizeDraft.usual());
    }

    /** Begins an alarm on whichever cluster is born, grows or comes near. */
    public void onAnyCluster() {
        begin(StandingDraft.usual());
    }

    /** The cluster whose span that price is in. */
    public Optional<ClusterView> clusterAt(double price) {
        return seen.clusters().clusters().stream()
                .filter(cluster -> cluster.cluster().contains(price))
                .findFirst();
    }

    /** The name of the cluster behind that one, to which a cascade would go on, as the alarm's rule counts it. */
    public Optional<String> nextBehind(ClusterDraft of) {
        StageLevels levels = of.levels();
        double far = levels.distance(levels.far());
        return seen.clusters().side(levels.side()).clusters().stream()
                .filter(cluster -> cluster.id() != of.trackId())
                .filter(cluster -> levels.distance(cluster.cluster().nearPrice()) < far)
                .max(Comparator.comparingDouble(
                        cluster -> levels.distance(cluster.cluster().nearPrice())))
                .filter(cluster -> Math.abs(cluster.cluster().nearPrice() / levels.near() - 1)
                        <= of.rule().nextGap())
                .map(ClusterView::name);
    }

    /** Opens an armed alarm of any symbol to be changed; that of another one in its own tab. */
    public void edit(String symbol, long id) {
        if (symbol.equals(seen.symbol())) {
            edit(id);
        } else {
            outside.edit().accept(symbol, id);
        }
    }

    /** Opens an armed alarm to be changed. */
    public void edit(long id) {
        view.find(id)
                .flatMap(this::draftOf)
                .ifPresentOrElse(this::begin, () -> outside.say().accept("That alarm is gone", true));
    }

    private Optional<Draft> draftOf(Alarm alarm) {
        if (alarm instanceof PriceAlarm price) {
            return Optional.of(new PriceDraft(
                    price.id(),
                    price.rule().level(),
                    Double.NaN,
                    price.rule().direction(),
                    price.rule().once(),
                    price.origin()));
        }
        if (alarm instanceof ClusterAlarm cluster) {
            Edges edges = cluster.state().edges();
            Optional<StageLevels> levels = edges == null
                    ? levels(cluster.trackId(), cluster.rule())
                    : Optional.of(StageLevels.of(cluster.side(), edges.near(), edges.far(), cluster.rule()));
            return levels.map(at -> new ClusterDraft(
                    cluster.id(), cluster.trackId(), cluster.cluster(), cluster.rule(), at, cluster.stages()));
        }
        if (alarm instanceof SizeAlarm size) {
            return Optional.of(new SizeDraft(size.id(), size.rule()));
        }
        return Optional.of(new StandingDraft(alarm.id(), ((StandingAlarm) alarm).rule()));
    }

    private Optional<StageLevels> levels(int trackId, ClusterAlarmRule rule) {
        return seen.clusters()
                .find(trackId)
                .map(found -> StageLevels.of(
                        found.side(),
                        found.cluster().nearPrice(),
                        found.cluster().farPrice(),
                        rule));
    }

    /** Whether alarms can be set here; says why not. */
    private boolean closed() {
        if (view.watching() == AlarmsView.Watching.ELSEWHERE) {
            say("Another Faultline keeps this home's alarms: change them there", true);
            return true;
        }
        if (view.watching() == AlarmsView.Watching.NOWHERE) {
            say("Nobody watches alarms of this market", true);
            return true;
        }
        return false;
    }

    private void begin(Draft next) {
        if (closed()) {
            return;
        }
        draft = next;
        draftSince++;
        chosen = next.alarmId();
        changed();
    }

    /** Shows the draft otherwise, while there is one. */
    public void change(Draft next) {
        if (draft != null && !next.equals(draft)) {
            draft = next;
            changed();
        }
    }

    /** Moves one of the draft's prices to a point of a price axis: of a cluster's alarm that is the perimeter. */
    void move(AlarmMark.Handle handle, PriceAxis axis, double y) {
        if (draft instanceof PriceDraft price) {
            Level to = Level.at(axis, y, seen.clusters());
            change(handle == AlarmMark.Handle.OTHER ? price.movedOther(to) : price.moved(to, seen.price()));
        } else if (draft instanceof ClusterDraft cluster) {
            change(cluster.perimeter(cluster.levels().perimeterAt(axis.price(y))));
        }
    }

    /** Arms what is being set, or changes what is armed. */
    public void keep() {
        Draft kept = draft;
        if (kept == null) {
            return;
        }
        drop();
        String words = keeping.keep(kept, view, seen);
        outside.say().accept(words, false);
    }

    /** Forgets what is being set. */
    public void drop() {
        draft = null;
        chosen = 0;
        changed();
    }

    /** Deletes what is being changed or was chosen; false where there is nothing. */
    public boolean deleteChosen() {
        long id = chosen;
        if (draft == null && id == 0) {
            return false;
        }
        drop();
        if (id != 0) {
            delete(seen.symbol(), Set.of(id));
        }
        return true;
    }

    /** Deletes alarms of any symbol; {@link #undo} brings them back. */
    public void delete(String symbol, Set<Long> ids) {
        if (ids.isEmpty() || closed()) {
            return;
        }
        if (ids.contains(chosen)) {
            drop();
        }
        keeping.delete(symbol, ids);
        outside.say()
                .accept((ids.size() == 1 ? "Alarm" : ids.size() + " alarms") + " deleted · Ctrl+Z brings back", false);
    }

    /** Switches alarms on or off. */
    public void turn(String symbol, Set<Long> ids, boolean on) {
        if (closed()) {
            return;
        }
        board.send(symbol, new AlarmCommand.Switch(ids, on));
    }

    /** Gives an alarm of any symbol the user's name; without one it stays as it is. */
    public void rename(String symbol, long id, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || closed()) {
            return;
        }
        String kept = wanted.substring(0, Math.min(LONGEST_NAME, wanted.length()));
        board.view(symbol)
                .find(id)
                .filter(alarm -> !alarm.head().name().equals(kept))
                .ifPresent(alarm -> keeping.rename(symbol, alarm, kept));
    }

    /**
     * Something else was done that {@link #undo} takes back.
     *
     * @param words what, such as {@code plan moved}
     */
    public void done(String words, Runnable back) {
        keeping.done(words, back);
    }

    /** Takes back what was set, changed or deleted last. */
    public void undo() {
        Optional<String> undone = keeping.undo();
        outside.say().accept(undone.map(words -> "Taken back: " + words).orElse("Nothing to take back"), false);
    }
}
