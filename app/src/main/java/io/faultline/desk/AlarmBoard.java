package io.faultline.desk;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmIds;
import io.faultline.alarm.AlarmInbox;
import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmsView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The alarms of all symbols that a program watches, however many windows show them; a replay has one of its own. Watches
 * put up what is to be shown, people leave what they want. Thread-safe; nothing here waits for anything.
 */
public final class AlarmBoard {
    /** Where nothing is watched: what is sent is heard by nobody. */
    public static final AlarmBoard NONE = new AlarmBoard();

    private final Map<String, Post> posts = new ConcurrentSkipListMap<>();
    private final AlarmIds ids = new AlarmIds(0);
    private volatile AlarmSettings settings = AlarmSettings.DEFAULT;

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

    /** What the watches show, by symbol: those that no tab shows too. */
    public List<AlarmsView> views() {
        return posts.values().stream()
                .filter(post -> post.watched)
                .map(post -> post.view)
                .toList();
    }

    /** What the watch of a symbol shows; {@link AlarmsView#NONE} if there is none. */
    public AlarmsView view(String symbol) {
        Post post = posts.get(symbol);
        return post == null ? AlarmsView.NONE : post.view;
    }

    /** Has the symbol's watch told, which hears of it at once; what is sent to a symbol without one waits for it. */
    public void send(String symbol, AlarmCommand command) {
        Post post = post(symbol);
        post.inbox.send(command);
        post.waker.run();
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

    public void settings(AlarmSettings others) {
        settings = others;
    }

    /** Why alarms, their settings or the file for scripts are not being kept, in words; empty while they are. */
    public String problem() {
        return "";
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
