package io.faultline.ui.heatmap;

import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.TradeGap;
import io.faultline.market.PositionSide;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the liquidation heatmap in view, found by time. Times are milliseconds since 1970. */
final class MassColumns {
    static final long NOTHING = Long.MAX_VALUE;
    static final long EVERYTHING = Long.MIN_VALUE;

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private GridView.Heat heat = GridView.Heat.NONE;

    /**
     * Takes the newest columns.
     *
     * @return the first instant whose picture may have changed, or {@link #NOTHING}, or {@link #EVERYTHING}
     */
    @SuppressWarnings("ReferenceEquality") // columns never change: the same object is the same column
    long take(GridView.Heat next) {
        GridView.Heat before = heat;
        heat = next;
        if (before == next) {
            return NOTHING;
        }
        if (!before.choice().equals(next.choice())) {
            return EVERYTHING;
        }
        if (before.past() == next.past()) {
            return before.forming() == next.forming() ? NOTHING : formed(before, next);
        }
        int last = before.past().size() - 1;
        if (last < 0) {
            return EVERYTHING;
        }
        HeatColumn newest = before.past().get(last);
        int at = indexAt(newest.startMillis());
        if (at >= next.past().size() || next.past().get(at) != newest) {
            return EVERYTHING;
        }
        boolean nothingNew = at == next.past().size() - 1 && before.forming() == next.forming();
        return nothingNew ? NOTHING : newest.endMillis();
    }

    private static long formed(GridView.Heat before, GridView.Heat next) {
        long was = before.forming() == null ? NOTHING : before.forming().startMillis();
        return Math.min(was, next.forming() == null ? NOTHING : next.forming().startMillis());
    }

    PictureChoice choice() {
        return heat.choice();
    }

    /** Where trades were lost. */
    List<TradeGap> gaps() {
        return heat.gaps();
    }

    boolean recomputing() {
        return heat.recomputing();
    }

    boolean isEmpty() {
        return count() == 0;
    }

    /** Columns, the one that still changes included. */
    int count() {
        return heat.past().size() + (heat.forming() == null ? 0 : 1);
    }

    /** Columns that have ended. */
    int ended() {
        return heat.past().size();
    }

    HeatColumn get(int index) {
        HeatColumn forming = heat.forming();
        return index == heat.past().size() && forming != null
                ? forming
                : heat.past().get(index);
    }

    /** The newest, or null with none. */
    @Nullable
    HeatColumn newest() {
        return isEmpty() ? null : get(count() - 1);
    }

    /** Where the oldest begins; {@code Long.MAX_VALUE} with none. */
    long startMillis() {
        return isEmpty() ? Long.MAX_VALUE : get(0).startMillis();
    }

    /** Where the newest ends; {@code Long.MIN_VALUE} with none. */
    long endMillis() {
        return isEmpty() ? Long.MIN_VALUE : get(count() - 1).endMillis();
    }

    /** Number of the first column that ends after an instant; {@link #count} with none. */
    int indexAt(long millis) {
        int from = 0;
        int to = count();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (get(middle).endMillis() <= millis) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The column that covers an instant, or null. */
    @Nullable
    HeatColumn at(long millis) {
        int index = indexAt(millis);
        return index < count() && get(index).startMillis() <= millis && millis < shownUntil(get(index))
                ? get(index)
                : null;
    }

    /**
     * Until when a column is more than the last state before a hole: where nothing came, it lasts until something does.
     * Inputs of the last four hours come each minute at least, of a day every five, of a week every quarter of an hour, else
     * every hour, model 8.1; a column three times as long has nothing to go by.
     */
    long shownUntil(HeatColumn column) {
        long age = endMillis() - column.endMillis();
        long usual = HOUR;
        if (age <= 4 * HOUR) {
            usual = MINUTE;
        } else if (age <= DAY) {
            usual = 5 * MINUTE;
        } else if (age <= 7 * DAY) {
            usual = 15 * MINUTE;
        }
        long length = column.endMillis() - column.startMillis();
        return length > 3 * usual ? column.startMillis() + usual : column.endMillis();
    }

    /**
     * Since when a bin has held at least half of what it holds at an instant, without a break; the start of the picture where
     * it always has.
     */
    long heldSince(PositionSide side, int bin, long millis) {
        int index = Math.min(indexAt(millis), count() - 1);
        double half = index < 0 ? 0 : get(index).usd(side, bin) / 2;
        while (index > 0 && get(index - 1).usd(side, bin) >= half) {
            index--;
        }
        return index < 0 ? millis : get(index).startMillis();
    }
}
