package io.faultline.liquidation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The heatmap in view. Its past is computed anew by running the inputs through fresh grids, model 10, which takes some
 * hundred milliseconds for 30 days of four venues and may be done on any thread; then it follows the live grid on the
 * thread of that. Columns are as they came for an hour, a minute each for a day, five for a week, half an hour beyond.
 */
public final class HeatPicture {
    private static final long SECOND = 1000;
    private static final long LIVE_STEP = 10 * SECOND;
    private static final long MINUTE = 60 * SECOND;

    private final HeatSources sources;
    private final AgingLog<HeatColumn> columns;
    private long columnStart;
    private @Nullable HeatColumn forming;
    private @Nullable List<HeatColumn> past;

    private HeatPicture(HeatSources sources, PictureRequest request) {
        this.sources = sources;
        long window = request.window().millis();
        columns = new AgingLog<>(List.of(
                new AgingLog.Level(0, Math.min(window, Window.H1.millis())),
                new AgingLog.Level(MINUTE, Math.min(window, Window.H24.millis())),
                new AgingLog.Level(5 * MINUTE, Math.min(window, Window.D7.millis())),
                new AgingLog.Level(30 * MINUTE, window)));
        columnStart = request.nowMillis();
    }

    /**
     * Paints the window up to the time of the request.
     *
     * @param cancelled asked now and then; once it says yes, the columns so far are all there will be
     */
    public static HeatPicture of(
            List<VenueInputs> inputs, ModelParameters parameters, PictureRequest request, BooleanSupplier cancelled) {
        HeatSources sources = new HeatSources(inputs, parameters, request);
        HeatPicture picture = new HeatPicture(sources, request);
        if (!sources.isEmpty()) {
            picture.paintPast(request, cancelled);
        }
        return picture;
    }

    private void paintPast(PictureRequest request, BooleanSupplier cancelled) {
        // Before the inputs begin nothing is known, which is not the same as nothing being there.
        long from = Math.max(request.fromMillis(), sources.beginMillis());
        sources.advanceTo(from);
        sources.begin();
        HeatColumn last = null;
        while (from < request.nowMillis() && !cancelled.getAsBoolean()) {
            long until = endOfColumn(from, request.nowMillis());
            if (sources.advanceTo(until) || last == null) {
                if (last != null) {
                    columns.append(last);
                }
                last = sources.paint(from, until);
                sources.begin();
            } else {
                last = last.lasting(until);
            }
            from = until;
        }
        if (last != null) {
            columns.append(last);
        }
    }

    /** Past columns are the longer the older they are, and end at whole multiples of their length. */
    private static long endOfColumn(long fromMillis, long nowMillis) {
        long age = nowMillis - fromMillis;
        long length = 30 * MINUTE;
        if (age <= Window.H1.millis()) {
            length = 10 * SECOND;
        } else if (age <= Window.H24.millis()) {
            length = MINUTE;
        } else if (age <= Window.D7.millis()) {
            length = 5 * MINUTE;
        }
        return Math.min(nowMillis, (Math.floorDiv(fromMillis, length) + 1) * length);
    }

    /**
     * Takes in what has happened since; a column ends with each second of exchange time, or with each ten where it was
     * not called for longer.
     */
    public void follow(SymbolGrid live, long nowMillis) {
        if (sources.isEmpty() || nowMillis <= columnStart) {
            return;
        }
        sources.take(live);
        while (nowMillis - columnStart > 2 * LIVE_STEP) {
            long until = (Math.floorDiv(columnStart, LIVE_STEP) + 1) * LIVE_STEP;
            sources.advanceTo(until);
            end(sources.paint(columnStart, until));
        }
        sources.advanceTo(Long.MAX_VALUE);
        sources.sweep(live, nowMillis);
        HeatColumn column = sources.paint(columnStart, nowMillis);
        if (Math.floorDiv(nowMillis, SECOND) > Math.floorDiv(columnStart, SECOND)) {
            end(column);
        } else {
            forming = column;
        }
    }

    private void end(HeatColumn column) {
        columns.append(column);
        columnStart = column.endMillis();
        forming = null;
        past = null;
        sources.begin();
    }

    /** Columns that have ended, oldest first; the same list until one more has. */
    public List<HeatColumn> past() {
        List<HeatColumn> current = past;
        if (current == null) {
            current = Collections.unmodifiableList(columns.all());
            past = current;
        }
        return current;
    }

    /** The newest, which may still change; null if there is none. */
    public @Nullable HeatColumn forming() {
        return forming;
    }

    /** Oldest first; the newest may still change. */
    public List<HeatColumn> columns() {
        List<HeatColumn> all = new ArrayList<>(past());
        if (forming != null) {
            all.add(forming);
        }
        return all;
    }

    /** Where trades of the chosen venues were lost; the same list until there is more. */
    public List<TradeGap> gaps() {
        return sources.gaps();
    }

    /** The grids that it is painted from, as they are now: those of the positions that count in it. */
    public List<GridSnapshot> snapshots(SymbolGrid live) {
        return sources.snapshots(live);
    }
}
