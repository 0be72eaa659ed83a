package io.faultline.ui.heatmap;

import io.faultline.desk.TimeLog;
import io.faultline.liquidation.SweptLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The largest levels that live marks have swept in the time in view: what fired by the model, reported or not. */
final class SweptMarks {
    static final int MOST = 400;

    private final PriorityQueue<SweptLevel> largest =
            new PriorityQueue<>(MOST + 1, Comparator.comparingDouble(SweptLevel::usd));
    private final List<SweptLevel> chosen = new ArrayList<>();
    private @Nullable TimeLog<SweptLevel> log;
    private long seenEnd;
    private long from;
    private long to;

    /** Those of that stretch, in no order; computed again only when something changed. */
    List<SweptLevel> in(TimeLog<SweptLevel> swept, long fromMillis, long toMillis) {
        if (log == swept && seenEnd == swept.end() && from == fromMillis && to == toMillis) {
            return chosen;
        }
        log = swept;
        seenEnd = swept.end();
        from = fromMillis;
        to = toMillis;
        largest.clear();
        for (long number = seenEnd - 1; number >= swept.begin(); number--) {
            SweptLevel level = swept.get(number);
            if (level == null || level.millis() < fromMillis) {
                break;
            }
            if (level.millis() < toMillis) {
                largest.add(level);
                if (largest.size() > MOST) {
                    largest.poll();
                }
            }
        }
        chosen.clear();
        chosen.addAll(largest);
        return chosen;
    }
}
