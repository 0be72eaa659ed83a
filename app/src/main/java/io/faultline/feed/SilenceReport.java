package io.faultline.feed;

import io.faultline.market.FeedStatus.State;
import io.faultline.market.Topic;
import io.faultline.venue.VenueAdapter.SocketPlan;
import io.faultline.venue.VenueAdapter.TopicPlan;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Says in words which topics of a socket are subscribed and silent, and when they come again. On the loop's thread. */
final class SilenceReport {
    private final Door door;
    /** For each watched topic the silence, in nanoseconds, from which it is said again; 0 while it is well. */
    private final long[] sayAgainNanos;
    /** When each watched topic was last heard, on whichever socket. */
    private final long[] heardNanos;

    /** Symbols of which nothing is expected. */
    private final Set<String> quiet = new HashSet<>();

    SilenceReport(SocketPlan plan, Door door) {
        this.door = door;
        sayAgainNanos = new long[new TopicWatch(plan.topics()).watched().size()];
        heardNanos = new long[sayAgainNanos.length];
    }

    /** Whether something should come about the symbol. */
    void expect(String symbol, boolean traded) {
        if (traded) {
            quiet.remove(symbol);
        } else {
            quiet.add(symbol);
        }
    }

    /**
     * Reports each change, and a lasting silence whenever it has doubled.
     *
     * @return why the socket should be replaced, in words; empty while it need not be
     */
    String check(TopicWatch watch, long nowNanos) {
        String problem = "";
        int silent = 0;
        int watched = 0;
        for (int i = 0; i < sayAgainNanos.length; i++) {
            TopicPlan topic = watch.watched().get(i);
            if (quiet.contains(topic.symbol())) {
                continue;
            }
            watched++;
            if (watch.delivered(i) || heardNanos[i] == 0) {
                heardNanos[i] = watch.lastNanos(i);
            }
            long nanos = nowNanos - heardNanos[i];
            if (!watch.silent(i, nowNanos)) {
                if (watch.delivered(i)) {
                    heard(i, topic);
                }
                continue;
            }
            silent++;
            if (topic.topic() == Topic.BOOK) {
                problem = name(topic) + " is silent";
            }
            if (nanos >= sayAgainNanos[i]) {
                sayAgainNanos[i] = nanos * 2;
                String words = "subscribed, nothing for " + Words.span(Duration.ofNanos(nanos)) + ", expected one per "
                        + Words.span(topic.silentAfter());
                door.status(name(topic), State.SILENT, words, 0, 0, Set.of(topic.topic()));
            }
        }
        return silent > 0 && silent == watched ? "nothing that is subscribed comes" : problem;
    }

    private void heard(int index, TopicPlan topic) {
        if (sayAgainNanos[index] > 0) {
            sayAgainNanos[index] = 0;
            door.status(name(topic), State.UP, "", 0, 0, Set.of(topic.topic()));
        }
    }

    private static String name(TopicPlan topic) {
        return topic.symbol() + " " + topic.topic().title();
    }
}
