package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.HeatSlice;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.signal.Timeframe;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.theme.HeatColours;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Liquidations: modelled mass by time and price in one of the five types. A scroll paints the columns that came in, a new
 * state of the model the column of now; another choice, zoom or colour scale paints all.
 */
final class MassLayer implements HeatLayer {
    /** The newest column stands for so long after it ended: the model steps every ten seconds at least. */
    private static final long STANDS_MILLIS = 15_000;

    private final LiquidationControl control;
    private final HeatRing ring = new HeatRing();
    private final MassColumns columns = new MassColumns();
    private final MassPainter painter = new MassPainter();
    private final MassColours colours = new MassColours();
    private final MassContrast contrast = new MassContrast();
    private final MassNow present;
    private final MassReading reading;
    private final HeatSlice slice = new HeatSlice();
    /** The ended columns of the newest column of pixels: at 30 days those are thousands. */
    private final HeatSlice tail = new HeatSlice();

    private final Map<Ends, Contrast> ends = new HashMap<>();
    private final int groundArgb;
    private final int gapArgb;
    private HeatColours sequential = HeatColours.INFERNO;
    private Look look;
    private Legend legend;

    private @Nullable HeatView view;
    private Kind[] kinds = new Kind[0];
    private int[] pixels = new int[0];
    private int[] profile = new int[0];
    private long profileVersion;
    private boolean profileStands;
    private long nowNanos;
    private long knownFrom = Long.MAX_VALUE;
    private long tailColumn = Long.MIN_VALUE;
    private long tailMillis;
    private boolean tailHolds;
    private boolean coloursChanged = true;
    private @Nullable HeatColumn sole;

    /** What decides over the colours, the handles apart. */
    private record Look(
            HeatType type, MassBasis basis, double factor, HeatColours scale, boolean relative, boolean restored) {}

    /** Values of these never share the ends of a scale: they differ by their size. */
    private record Ends(boolean difference, Basis basis) {}

    /** @param groundArgb under everything that is not drawn; opaque, as every pixel is */
    MassLayer(LiquidationControl control, int groundArgb, int gapArgb) {
        this.control = control;
        this.groundArgb = groundArgb;
        this.gapArgb = gapArgb;
        present = new MassNow(control);
        reading = new MassReading(control, columns, present);
        look = wanted();
        legend = legendOf(look);
        recolour();
    }

    @Override
    public HeatRing ring() {
        return ring;
    }

    @Override
    public int[] profile() {
        return profile;
    }

    @Override
    public long profileVersion() {
        return profileVersion;
    }

    MassColumns columns() {
        return columns;
    }

    /** The model as it stands now. */
    MassNow present() {
        return present;
    }

    HeatType type() {
        return look.type();
    }

    /** The basis of what is drawn: still the last one while the one chosen is being computed. */
    MassBasis basis() {
        return look.basis();
    }

    /** What columns are multiplied by to be of that basis. */
    double factor() {
        return look.factor();
    }

    /** Share taken off for the discounted figure. */
    double discount() {
        return control.discount();
    }

    Window window() {
        return control.window();
    }

    /** How long trades are meant to last: it says which distances count. */
    Timeframe timeframe() {
        return control.timeframe();
    }

    Set<Tier.Band> bands() {
        return control.bands();
    }

    /** Draws in another sequential scale. */
    void scale(HeatColours colours) {
        sequential = colours;
    }

    /** Takes over the ends of its colours, each with its padlock. */
    void continueFrom(MassLayer other) {
        other.ends.forEach((of, contrast) ->
                ends.computeIfAbsent(of, unused -> new Contrast()).continueFrom(contrast));
    }

    @Override
    public Legend legend() {
        return legend;
    }

    @Override
    public Kind kind(long column) {
        return kinds[ring.slot(column)];
    }

    @Override
    public long cellNanos() {
        HeatColumn newest = columns.newest();
        return newest == null ? 0 : 1_000_000 * Math.max(1_000, newest.endMillis() - newest.startMillis());
    }

    private Look wanted() {
        MassBasis wanted = control.basis();
        Basis shown = columns.isEmpty() ? wanted.basis() : columns.choice().basis();
        MassBasis basis =
                wanted.basis() == shown ? wanted : shown == Basis.AT_RISK ? MassBasis.AT_RISK : MassBasis.EXPECTED;
        double factor = basis == MassBasis.DISCOUNTED ? control.factor() : 1;
        return new Look(
                control.type(),
                basis,
                factor,
                sequential,
                present.relative(),
                present.grid().restored());
    }

    private Legend legendOf(Look of) {
        boolean difference = of.type() == HeatType.DELTA;
        Contrast contrastOf =
                ends.computeIfAbsent(new Ends(difference, of.basis().basis()), key -> new Contrast());
        int ground = groundArgb & 0xFFFFFF;
        List<HeatScale> scales = new ArrayList<>();
        if (difference) {
            scales.addAll(HeatScale.arms(ground));
        } else if (of.type() == HeatType.TIERS) {
            for (Tier.Band band : Tier.Band.values()) {
                scales.add(HeatScale.hue(ground, Ink.argb(TierColours.of(band)) & 0xFFFFFF));
            }
        } else {
            scales.add(HeatScale.of(of.scale(), ground));
        }
        if (of.restored()) {
            scales.replaceAll(HeatScale::grey); // until live data covers it
        }
        String what = of.basis().title().toLowerCase(java.util.Locale.ROOT);
        return new Legend(contrastOf, scales, difference ? what + ", shorts less longs" : what, of.relative());
    }

    @Override
    public void recolour() {
        colours.use(look.type(), legend.scales(), legend.contrast().handles(), look.factor());
        coloursChanged = true;
    }

    @Override
    public boolean look(long clock) {
        if (view == null || !contrast.look(legend.contrast(), columns, view, painter, look.factor(), clock)) {
            return false;
        }
        recolour();
        return true;
    }

    @Override
    public boolean update(HeatView wanted, DeskView data, long now) {
        present.read(data.grid());
        long changedFrom = columns.take(data.grid().heat());
        Look next = wanted();
        if (!next.equals(look)) {
            look = next;
            legend = legendOf(next);
            recolour();
        }
        boolean all = coloursChanged
                || changedFrom == MassColumns.EVERYTHING
                || knownFrom != data.grid().knownFromMillis()
                || view == null
                || !view.sameButScrolled(wanted);
        HeatView before = view;
        if (before == null || before.columns() != wanted.columns() || before.rows() != wanted.rows()) {
            ring.resize(wanted.columns(), wanted.rows());
            kinds = new Kind[ring.capacity()];
            pixels = new int[wanted.rows()];
            profile = new int[wanted.rows()];
        }
        view = wanted;
        long lastNow = nowNanos;
        nowNanos = now;
        coloursChanged = false;
        knownFrom = data.grid().knownFromMillis();
        if (all || before == null) {
            painter.aim(wanted);
            tailColumn = Long.MIN_VALUE;
            paint(wanted.firstColumn(), wanted.endColumn());
            keepProfile();
            return true;
        }
        boolean changed = scroll(before, wanted);
        boolean modelMoved = changedFrom != MassColumns.NOTHING;
        if (modelMoved || wanted.column(now) != wanted.column(lastNow)) {
            // Where the model has not moved, only the columns that time has come to are new.
            long from = modelMoved
                    ? wanted.column(1_000_000 * Math.min(changedFrom, columns.endMillis()))
                    : wanted.column(Math.min(lastNow, now)) + 1;
            long sinceLast = wanted.column(Math.min(lastNow, now)) + 1;
            changed |= paint(Math.min(from, sinceLast), wanted.column(Math.max(now, lastNow)) + 1);
        }
        if (modelMoved || profileStands != stands()) {
            keepProfile();
            changed = true;
        }
        return changed;
    }

    /** Whether the newest column is young enough to be what is there now. */
    private boolean stands() {
        HeatColumn newest = columns.newest();
        return newest != null && nowNanos / 1_000_000 < newest.endMillis() + STANDS_MILLIS;
    }

    private boolean scroll(HeatView before, HeatView wanted) {
        long shift = wanted.firstColumn() - before.firstColumn();
        if (shift > 0) {
            paint(Math.max(wanted.firstColumn(), before.endColumn()), wanted.endColumn());
        } else if (shift < 0) {
            paint(wanted.firstColumn(), Math.min(wanted.endColumn(), before.firstColumn()));
        }
        return shift != 0;
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
        sole = null;
        for (long column = first; column < end; column++) {
            if (column > nowColumn) {
                fill(column, groundArgb, Kind.FUTURE);
            } else if (column < nowColumn && repeats(on, column)) {
                ring.put(column, pixels);
                kinds[ring.slot(column)] = Kind.SHOWN;
            } else if (!gather(on, column, nowColumn)) {
                fill(column, gapArgb, Kind.GAP);
            } else if (look.type() == HeatType.FEED) {
                // What was reported is drawn over it; an estimate has no place in this picture.
                fill(column, groundArgb, Kind.SHOWN);
            } else {
                painter.paint(slice, colours, pixels);
                for (int row = 0; row < pixels.length; row++) {
                    pixels[row] = pixels[row] == 0 ? groundArgb : pixels[row];
                }
                ring.put(column, pixels);
                kinds[ring.slot(column)] = Kind.SHOWN;
                sole = column < nowColumn ? soleIn(on, column) : null;
            }
        }
        ring.settle();
        return first < end;
    }

    /** Whether a column of pixels lies in the very column of the heatmap that was painted last. */
    @SuppressWarnings("ReferenceEquality") // columns never change: the same object is the same column
    private boolean repeats(HeatView on, long column) {
        return sole != null && sole == soleIn(on, column);
    }

    /** The one column of the heatmap that fills a column of pixels; null where several do, or it has nothing to go by there. */
    private @Nullable HeatColumn soleIn(HeatView on, long column) {
        int index = columns.indexAt(Math.floorDiv(column * on.nanosPerColumn(), 1_000_000L));
        HeatColumn first = index < columns.count() ? columns.get(index) : null;
        long from = Math.floorDiv(column * on.nanosPerColumn(), 1_000_000L);
        long to = Math.floorDiv((column + 1) * on.nanosPerColumn(), 1_000_000L);
        boolean fills = first != null
                && first.startMillis() <= from
                && to <= first.endMillis()
                && to <= columns.shownUntil(first)
                && to > knownFrom;
        return fills ? first : null;
    }

    private void fill(long column, int argb, Kind kind) {
        sole = null;
        Arrays.fill(pixels, argb);
        ring.put(column, pixels);
        kinds[ring.slot(column)] = kind;
    }

    /** Puts into the slice what was there in the time of a column of pixels; whether there was anything to go by. */
    private boolean gather(HeatView on, long column, long nowColumn) {
        long from = Math.floorDiv(column * on.nanosPerColumn(), 1_000_000L);
        long to = Math.max(from + 1, Math.floorDiv((column + 1) * on.nanosPerColumn(), 1_000_000L));
        if (to <= knownFrom || columns.isEmpty()) {
            return false;
        }
        boolean any;
        if (column == nowColumn) {
            any = gatherTail(column, from, to);
            slice.become(tail);
            any |= add(slice, Math.max(columns.ended(), columns.indexAt(from)), columns.count(), from, to);
        } else {
            slice.begin(painter.lowestBin(), painter.bins());
            any = add(slice, columns.indexAt(from), columns.count(), from, to);
        }
        HeatColumn newest = columns.newest();
        if (!any && newest != null && from >= newest.endMillis() && from < newest.endMillis() + STANDS_MILLIS) {
            slice.add(newest);
            return true;
        }
        return any;
    }

    /** Brings the tail up to date, which only ever grows. */
    private boolean gatherTail(long column, long from, long to) {
        if (tailColumn != column) {
            tailColumn = column;
            tail.begin(painter.lowestBin(), painter.bins());
            tailMillis = from;
            tailHolds = false;
        }
        tailHolds |= add(tail, columns.indexAt(tailMillis), columns.ended(), from, to);
        tailMillis =
                columns.ended() == 0 ? from : columns.get(columns.ended() - 1).endMillis();
        return tailHolds;
    }

    private boolean add(HeatSlice into, int index, int end, long from, long to) {
        boolean any = false;
        for (int i = index; i < end && columns.get(i).startMillis() < to; i++) {
            if (columns.shownUntil(columns.get(i)) > from) {
                into.add(columns.get(i));
                any = true;
            }
        }
        return any;
    }

    private void keepProfile() {
        profileVersion++;
        profileStands = stands();
        HeatColumn newest = columns.newest();
        if (newest == null || !profileStands) {
            Arrays.fill(profile, 0);
            return;
        }
        slice.begin(painter.lowestBin(), painter.bins());
        slice.add(newest);
        painter.paint(slice, colours, profile);
    }

    @Override
    public long beginsAt(long column) {
        int index = view == null ? columns.count() : columns.indexAt(view.millis(column));
        long begins = index < columns.count() ? columns.get(index).startMillis() : nowNanos / 1_000_000;
        return 1_000_000 * Math.max(begins, knownFrom == Long.MAX_VALUE ? begins : knownFrom);
    }

    @Override
    public long endsAt(long column) {
        int index = view == null ? columns.count() : columns.indexAt(view.millis(column));
        return index < columns.count()
                ? 1_000_000 * columns.shownUntil(columns.get(index))
                : 1_000_000 * columns.endMillis();
    }

    @Override
    public String before(long nanos) {
        boolean cut = columns.startMillis() > knownFrom + 1_000;
        return cut
                ? "before the " + columns.choice().window().label() + " window"
                : "no history before " + Times.moment(nanos / 1_000_000, nowNanos / 1_000_000);
    }

    @Override
    public String nothing() {
        return "no liquidations modelled here yet";
    }

    @Override
    public List<GapBands.Band> partial(HeatView on) {
        return GapBands.lost(on, columns.gaps());
    }

    @Override
    public CellReading reading(Frame frame, Candles bars, long nanos, double price) {
        return reading.at(frame, nanos, price);
    }

    @Override
    public String between(Frame frame, long nanos, double low, double high) {
        return MassText.between(this, frame, nanos, low, high);
    }

    @Override
    public String asText(Frame frame, PriceAxis axis) {
        return MassText.of(this, frame, axis);
    }
}
