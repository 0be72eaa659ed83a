package io.faultline.desk;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmIds;
import io.faultline.alarm.AlarmInbox;
import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.WatchState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of all symbols that a program watches, however many windows show them; a replay has one of its own. Watches
 * put up what is to be shown, people leave what they want. Thread-safe; nothing here waits for anything.
 */
public final class AlarmBoard {
    /** Where nothing is watched: what is sent is heard by nobody. */
    public static final AlarmBoard NONE = new AlarmBoard();

    private final Map<String, Post> posts = new ConcurrentSkipListMap<>();
    private final AlarmIds ids = new AlarmIds(0);
    private final Consumer<AlarmSettings> keeper;
    private final Supplier<String> problem;
    private volatile AlarmSettings settings = AlarmSettings.DEFAULT;
    private volatile @Nullable Elsewhere elsewhere;

    /** What another program watches. */
    private record Elsewhere(Map<String, AlarmsView> views, String why, Map<String, AlarmsView> empty) {
        AlarmsView view(String symbol) {
            AlarmsView view = views.get(symbol);
            return view != null
                    ? view
                    : empty.computeIfAbsent(symbol, none -> AlarmsView.elsewhere(WatchState.empty(none), why));
        }
    }

    /** Where one watch and the people who want something of it meet. */
    static final class Post {
        private final AlarmInbox inbox = new AlarmInbox();
        private volatile boolean watched;
        private volatile AlarmsView view = AlarmsView.NONE;
        private volatile Runnable waker = () -> {};

        AlarmInbox inbox() {
            return inbox;
        }

        void show(AlarmsView newest) {
            view = newest;
        }

        /** @param wakes is run, on any thread, when something has been left for the watch */
        void wake(Runnable wakes) {
            waker = wakes;
        }
    }

    /** On which nothing is kept. */
    public AlarmBoard() {
        this(chosen -> {}, () -> "");
    }

    /**
     * @param keeper is given the settings when they are changed
     * @param problem as {@link #problem} is to say it
     */
    public AlarmBoard(Consumer<AlarmSettings> keeper, Supplier<String> problem) {
        this.keeper = keeper;
        this.problem = problem;
    }

    /**
     * This program watches, and goes on from what was kept.
     *
     * @param highestId that any alarm ever had
     */
    public void begin(long highestId, AlarmSettings kept) {
        ids.above(highestId);
        settings = kept;
        elsewhere = null;
    }

    /** Another program watches: what is sent here is heard by nobody, and goes. */
    public void elsewhere(List<AlarmsView> shown, String why, AlarmSettings kept) {
        Map<String, AlarmsView> bySymbol = new TreeMap<>();
        shown.forEach(view -> bySymbol.put(view.symbol(), view));
        settings = kept;
        elsewhere = new Elsewhere(bySymbol, why, new ConcurrentHashMap<>());
    }

    /** What the watches show, by symbol: those that no tab shows too. */
    public List<AlarmsView> views() {
        Elsewhere others = elsewhere;
        if (others != null) {
            return List.copyOf(others.views.values());
        }
        return posts.values().stream()
                .filter(post -> post.watched)
                .map(post -> post.view)
                .toList();
    }

    /** What the watch of a symbol shows; {@link AlarmsView#NONE} if there is none. */
    public AlarmsView view(String symbol) {
        Elsewhere others = elsewhere;
        Post post = posts.get(symbol);
        if (others != null) {
            return others.view(symbol);
        }
        return post == null ? AlarmsView.NONE : post.view;
    }

    /** Has the symbol's watch told, which hears of it at once; what is sent to a symbol without one waits for it. */
    public void send(String symbol, AlarmCommand command) {
        if (elsewhere == null) {
            Post post = post(symbol);
            post.inbox.send(command);
            post.waker.run();
        }
    }

    /** What was sent and is not heard yet: {@link AlarmInbox#silences} asks it. */
    public AlarmInbox inbox(String symbol) {
        return post(symbol).inbox;
    }

    private Post post(String symbol) {
        return posts.computeIfAbsent(symbol, same -> new Post());
    }

    /** A number for a new alarm. */
    public long nextId() {
        return ids.next();
    }

    public AlarmSettings settings() {
        return settings;
    }

    /** Has them kept, whether or not this program watches. */
    public void settings(AlarmSettings others) {
        settings = others;
        keeper.accept(others);
    }

    /** Why alarms, their settings or the file for scripts are not being kept, in words; empty while they are. */
    public String problem() {
        return problem.get();
    }

    /** Symbols to which something was sent that nobody has heard yet. */
    public Set<String> waiting() {
        Set<String> waiting = new TreeSet<>();
        posts.forEach((symbol, post) -> {
            if (!post.inbox.isEmpty()) {
                waiting.add(symbol);
            }
        });
        return waiting;
    }

    /** How many alarms of this program can still say something, over all symbols: they stop when it ends. */
    public int armed() {
        return views().stream()
                .filter(view -> view.watching() != AlarmsView.Watching.ELSEWHERE)
                .mapToInt(AlarmsView::armed)
                .sum();
    }

    AlarmIds ids() {
        return ids;
    }

    /** A place for a watch of the symbol, with what waits for one; another that watches it has lost its own. */
    Post open(String symbol) {
        Post opened = posts.compute(symbol, (same, before) -> before == null || before.watched ? new Post() : before);
        opened.watched = true;
        return opened;
    }

    /** The watch has ended. */
    void leave(String symbol, Post post) {
        posts.remove(symbol, post);
    }
}
