package io.faultline.ui.heatmap;

import io.faultline.desk.DepthColumn;
import io.faultline.desk.DeskView;
import io.faultline.desk.TimeLog;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.text.Numbers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resting depth. A scroll paints the columns that came in, a new record the columns it covers, a new book the columns since
 * the last record; anything else paints all.
 *
 * <p>A column is drawn as live only while a book is in step, and only from when it came into step.
 */
final class DepthLayer implements HeatLayer {
    private final HeatRing ring = new HeatRing();
    private final LiveDepth live = new LiveDepth();
    private final DepthContrast contrast = new DepthContrast();
    private final ColourTable colours;
    private Legend legend;
    private final ColumnPainter painter;
    private final int groundArgb;
    private final int gapArgb;
    private final int hatchArgb;

    private DepthLogs logs = new DepthLogs(List.of());
    private long[] seenEnd = new long[0];
    private @Nullable HeatView view;
    private Kind[] kinds = new Kind[0];
    private int[] pixels = new int[0];
    private int[] mixed = new int[0];
    private int[] profile = new int[0];
    private long profileVersion;
    private long nowNanos;
    private long liveFrom = Long.MAX_VALUE;
    private boolean coloursChanged;
    private boolean newView;
    private @Nullable DeskView drawn;

    /** @param groundArgb under everything that is not drawn; opaque, as every pixel is, so that nothing need be drawn below */
    DepthLayer(HeatScale scale, int groundArgb, int gapArgb, int hatchArgb) {
        colours = new ColourTable(scale);
        legend = legend(scale);
        painter = new ColumnPainter(colours);
        this.groundArgb = groundArgb;
        this.gapArgb = gapArgb;
        this.hatchArgb = hatchArgb;
        recolour();
    }

    private Legend legend(HeatScale scale) {
        return new Legend(contrast.contrast(), List.of(scale), "resting depth", false);
    }

    /** Draws in another scale. */
    void scale(HeatScale scale) {
        colours.scale(scale);
        legend = legend(scale);
        recolour();
    }

    @Override
    public HeatRing ring() {
        return ring;
    }

    /** Of the book as it is now; nothing where none is in step. */
    @Override
    public int[] profile() {
        return profile;
    }

    @Override
    public long profileVersion() {
        return profileVersion;
    }

    DepthLogs logs() {
        return logs;
    }

    /** The books now, in bins that show. */
    LiveDepth live() {
        return live;
    }

    @Override
    public Kind kind(long column) {
        return kinds[ring.slot(column)];
    }

    @Override
    public Legend legend() {
        return legend;
    }

    @Override
    public long cellNanos() {
        return logs.cellNanos();
    }

    @Override
    public void recolour() {
        colour(contrast.contrast().handles());
    }

    void colour(Handles handles) {
        colours.use(handles);
        coloursChanged = true;
    }

    @Override
    public boolean look(long clock) {
        if (view == null || !contrast.look(view, logs, live, nowNanos, clock)) {
            return false;
        }
        recolour();
        return true;
    }

    @Override
    public long beginsAt(long column) {
        DepthColumn recorded = logs.at(middle(column));
        if (recorded != null) {
            return recorded.startNanos();
        }
        return live.live() ? live.sinceNanos() : middle(column);
    }

    @Override
    public long endsAt(long column) {
        DepthColumn recorded = logs.at(middle(column));
        return recorded == null ? middle(column) : recorded.startNanos() + recorded.lengthNanos();
    }

    private long middle(long column) {
        long length = view == null ? 1 : view.nanosPerColumn();
        return column * length + length / 2;
    }

    @Override
    public String before(long nanos) {
        return "no data until " + Times.second(nanos);
    }

    @Override
    public String nothing() {
        return "no book recorded here";
    }

    @Override
    public List<GapBands.Band> partial(HeatView on) {
        return GapBands.partial(on, this);
    }

    @Override
    public CellReading reading(Frame frame, Candles bars, long nanos, double price) {
        return CellReading.at(frame, this, bars, nanos, price);
    }

    @Override
    public String between(Frame frame, long nanos, double low, double high) {
        double usd = Measure.resting(frame, this, nanos, low, high);
        return Double.isNaN(usd) ? "depth unknown" : "rests " + Numbers.usd(usd) + " USD";
    }

    @Override
    public String asText(Frame frame, PriceAxis axis) {
        return HeatmapText.depth(frame, this, axis);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    public boolean update(HeatView wanted, DeskView data, long now) {
        HeatView before = view;
        boolean all = coloursChanged || before == null || !before.sameButScrolled(wanted);
        if (!logs.reads(data.history().depth())) {
            logs = new DepthLogs(data.history().depth());
            seenEnd = new long[logs.count()];
            all = true;
        }
        newView |= all;
        if (before == null || before.columns() != wanted.columns() || before.rows() != wanted.rows()) {
            ring.resize(wanted.columns(), wanted.rows());
            kinds = new Kind[ring.capacity()];
            pixels = new int[wanted.rows()];
            mixed = new int[wanted.rows()];
            profile = new int[wanted.rows()];
        }
        logs.suit(wanted.nanosPerColumn());
        view = wanted;
        long lastNow = nowNanos;
        nowNanos = now;
        coloursChanged = false;
        boolean wasLive = live.live();
        long wasLiveFrom = liveFrom;
        readLive(wanted, data);
        if (all || before == null) {
            noteLogs(null);
            paint(wanted.firstColumn(), wanted.endColumn());
            keepProfile(wanted);
            drawn = data;
            return true;
        }
        long shift = wanted.firstColumn() - before.firstColumn();
        boolean changed = shift != 0;
        if (shift > 0) {
            paint(Math.max(wanted.firstColumn(), before.endColumn()), wanted.endColumn());
        } else if (shift < 0) {
            paint(wanted.firstColumn(), Math.min(wanted.endColumn(), before.firstColumn()));
        }
        changed |= noteLogs(wanted);
        if (drawn != data || wanted.column(now) != wanted.column(lastNow) || wasLive != live.live()) {
            long from = Math.min(wasLiveFrom, Math.min(liveFrom, Math.min(now, lastNow)));
            changed |= paint(wanted.column(from), wanted.column(Math.max(now, lastNow)) + 1);
        }
        if (changed) {
            keepProfile(wanted);
        }
        drawn = data;
        return changed;
    }

    private void readLive(HeatView wanted, DeskView data) {
        DepthColumn newest = logs.newest();
        double width = newest == null || newest.gap() ? lastBinWidth(wanted) : newest.binWidth();
        painter.aim(wanted, width, newView);
        newView = false;
        live.read(data, width, painter.lowestBin(), painter.bins());
        long recorded = newest == null ? Long.MIN_VALUE : newest.startNanos() + newest.lengthNanos();
        liveFrom = live.live() ? Math.max(recorded, live.sinceNanos()) : Long.MAX_VALUE;
    }

    private double lastBinWidth(HeatView wanted) {
        for (int i = 0; i < logs.count(); i++) {
            TimeLog<DepthColumn> log = logs.log(i);
            for (long number = log.end() - 1; number >= Math.max(log.begin(), log.end() - 60); number--) {
                DepthColumn column = log.get(number);
                if (column != null && !column.gap()) {
                    return column.binWidth();
                }
            }
        }
        return wanted.pricePerRow() * 4 * wanted.scale();
    }

    /** Paints what new records cover, or with no view only takes note of them. */
    private boolean noteLogs(@Nullable HeatView wanted) {
        boolean changed = false;
        for (int i = 0; i < logs.count(); i++) {
            TimeLog<DepthColumn> log = logs.log(i);
            long end = log.end();
            if (end != seenEnd[i] && wanted != null) {
                DepthColumn first = log.get(Math.max(seenEnd[i], log.begin()));
                DepthColumn last = log.get(end - 1);
                if (first != null && last != null) {
                    long to = last.startNanos() + last.lengthNanos() - 1;
                    changed |= paint(wanted.column(first.startNanos()), wanted.column(to) + 1);
                }
            }
            seenEnd[i] = end;
        }
        return changed;
    }

    /** Paints the columns from one (inclusive) to another (exclusive) as far as they are on screen. */
    private boolean paint(long from, long to) {
        HeatView on = view;
        if (on == null) {
            return false;
        }
        long first = Math.max(from, on.firstColumn());
        long end = Math.min(to, on.endColumn());
        long nowColumn = on.column(nowNanos);
        DepthColumn last = null;
        boolean lastLive = false;
        for (long column = first; column < end; column++) {
            long start = column * on.nanosPerColumn();
            long instant = column == nowColumn ? nowNanos : start + on.nanosPerColumn() / 2;
            if (column > nowColumn) {
                fill(column, groundArgb, Kind.FUTURE);
                continue;
            }
            DepthColumn recorded = last != null && covers(last, instant) ? last : logs.at(instant);
            if (recorded != null && recorded.gap()) {
                fill(column, gapArgb, Kind.GAP);
                continue;
            }
            if (recorded != null) {
                if (recorded != last) {
                    painter.aim(on, recorded.binWidth(), false);
                    painter.paint(recorded, pixels);
                }
                put(on, column, recorded.complete() ? Kind.SHOWN : Kind.PARTIAL);
            } else if (instant >= liveFrom && instant <= live.untilNanos()) {
                if (!lastLive) {
                    painter.aim(on, live.binWidth(), false);
                    painter.paint(live, pixels);
                }
                lastLive = true;
                put(on, column, live.complete() ? Kind.SHOWN : Kind.PARTIAL);
            } else {
                fill(column, gapArgb, Kind.GAP);
            }
            last = recorded;
            lastLive = recorded == null && lastLive;
        }
        ring.settle();
        return first < end;
    }

    /** Keeps the book as it is now, to be drawn on to the right of now. */
    private void keepProfile(HeatView wanted) {
        profileVersion++;
        if (live.live() && nowNanos <= live.untilNanos()) {
            painter.aim(wanted, live.binWidth(), false);
            painter.paint(live, pixels);
            for (int row = 0; row < pixels.length; row++) {
                profile[row] = pixels[row] == ColumnPainter.UNSEEN ? 0 : pixels[row];
            }
        } else {
            Arrays.fill(profile, 0);
        }
    }

    private static boolean covers(DepthColumn column, long instant) {
        return column.startNanos() <= instant && instant < column.startNanos() + column.lengthNanos();
    }

    private void fill(long column, int argb, Kind kind) {
        Arrays.fill(mixed, argb);
        ring.put(column, mixed);
        kinds[ring.slot(column)] = kind;
    }

    /**
     * Writes {@link #pixels}, hatching what nobody publishes, and thinly all of what not every venue is in. Where some
     * venue's book ends nearer to the price, the lines are half as many and the colour shows through: most of the
     * picture may lie there.
     */
    private void put(HeatView on, long column, Kind kind) {
        int period = (int) Math.round(8 * on.scale());
        int phase = (int) Math.floorMod(column, 2L * period);
        boolean partial = kind == Kind.PARTIAL;
        for (int row = 0; row < pixels.length; row++) {
            int argb = pixels[row];
            boolean doubtful = argb == ColumnPainter.UNSEEN || (partial && argb != 0);
            boolean hatched = doubtful && (phase + row) % period == 0;
            int shown = argb == ColumnPainter.UNSEEN || argb == 0 ? groundArgb : argb;
            boolean veiled = !doubtful && painter.few(row) && (phase + row) % (2 * period) == 0;
            mixed[row] = hatched ? hatchArgb : veiled ? between(shown, hatchArgb) : shown;
        }
        ring.put(column, mixed);
        kinds[ring.slot(column)] = kind;
    }

    /** Half of each colour, without a carry from one channel into the next. */
    private static int between(int one, int other) {
        return 0xFF000000 | (((one & 0xFEFEFE) >>> 1) + ((other & 0xFEFEFE) >>> 1));
    }
}
