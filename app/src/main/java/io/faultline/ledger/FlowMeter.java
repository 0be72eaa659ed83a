package io.faultline.ledger;

import io.faultline.liquidation.ForcedFlow;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.ReportedShare;
import io.faultline.liquidation.StepReport;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the steps of one venue together into records of five minutes, aligned to UTC, with predictions made by what was
 * known before each began, and runs the baselines beside the model. A step that is longer is a record by itself. One
 * thread.
 */
public final class FlowMeter {
    /** Model 20: reliability and added R² are counted in intervals of five minutes. */
    public static final long SPAN_MILLIS = 5 * 60_000L;

    private final Venue venue;
    private final long spanMillis;
    private final boolean areReportsKnown;
    private final Consumer<FlowRecord> finished;
    private final CoinglassMap byInterest = new CoinglassMap(CoinglassMap.Basis.OPEN_INTEREST);
    private final CoinglassMap byVolume = new CoinglassMap(CoinglassMap.Basis.VOLUME);
    private @Nullable ReportedShare longsBefore;
    private @Nullable ReportedShare shortsBefore;
    private @Nullable Span span;
    private double openInterest = Double.NaN;

    public FlowMeter(Venue venue, Consumer<FlowRecord> finished) {
        this(venue, SPAN_MILLIS, true, finished);
    }

    private FlowMeter(Venue venue, long spanMillis, boolean areReportsKnown, Consumer<FlowRecord> finished) {
        this.venue = venue;
        this.spanMillis = spanMillis;
        this.areReportsKnown = areReportsKnown;
        this.finished = finished;
    }

    /** For a venue of whose liquidations nobody hears: that none is reported says nothing. */
    public static FlowMeter ofSilent(Venue venue, Consumer<FlowRecord> finished) {
        return new FlowMeter(venue, SPAN_MILLIS, false, finished);
    }

    /** For a file of history: a record for each bar, however short. */
    public static FlowMeter ofEachBar(Venue venue, Consumer<FlowRecord> finished) {
        return new FlowMeter(venue, 1, true, finished);
    }

    /** The baseline by open interest, as it stands. */
    public CoinglassMap byInterest() {
        return byInterest;
    }

    /** The baseline by volume, as it stands. */
    public CoinglassMap byVolume() {
        return byVolume;
    }

    /** Takes a step of the grid; steps come in order of time. */
    public void stepped(GridBar bar, StepReport report) {
        long until = Math.floorDiv(bar.startMillis(), spanMillis) * spanMillis + spanMillis;
        Span current = span;
        if (current != null && bar.startMillis() >= current.untilMillis) {
            finish(current);
            current = null;
        }
        if (current == null) {
            // Before the first step nothing was learned yet, so what is known after it is what was known before.
            ReportedShare longs = longsBefore == null ? report.reportedLongs() : longsBefore;
            ReportedShare shorts = shortsBefore == null ? report.reportedShorts() : shortsBefore;
            current = new Span(bar, until, longs, shorts);
            span = current;
        }
        byInterest.step(bar);
        byVolume.step(bar);
        current.add(bar, report, this);
        longsBefore = report.reportedLongs();
        shortsBefore = report.reportedShorts();
        if (bar.endMillis() >= current.untilMillis) {
            finish(current);
        }
    }

    private void finish(Span done) {
        span = null;
        double change = (done.openInterest - openInterest) * done.mark;
        openInterest = Double.isNaN(done.openInterest) ? openInterest : done.openInterest;
        finished.accept(done.record(venue, change));
    }

    /** A record in the making. */
    private static final class Span {
        private final long startMillis;
        private final long untilMillis;
        private final double open;
        private final Side longs;
        private final Side shorts;
        private long endMillis;
        private double high = Double.NEGATIVE_INFINITY;
        private double low = Double.POSITIVE_INFINITY;
        private double close;
        private double mark;
        private double volumeUsd;
        private double openInterest = Double.NaN;

        Span(GridBar first, long untilMillis, ReportedShare longs, ReportedShare shorts) {
            startMillis = first.startMillis();
            this.untilMillis = untilMillis;
            open = first.open();
            this.longs = new Side(longs);
            this.shorts = new Side(shorts);
        }

        void add(GridBar bar, StepReport report, FlowMeter meter) {
            endMillis = bar.endMillis();
            high = Math.max(high, bar.high());
            low = Math.min(low, bar.low());
            close = bar.close();
            mark = bar.lastMark();
            volumeUsd += bar.buyUsd() + bar.sellUsd();
            openInterest = Double.isNaN(bar.openInterest()) ? openInterest : bar.openInterest();
            longs.add(report.sweptLongUsd(), bar.forcedLongUsd(), meter, PositionSide.LONG);
            shorts.add(report.sweptShortUsd(), bar.forcedShortUsd(), meter, PositionSide.SHORT);
        }

        FlowRecord record(Venue venue, double openInterestChangeUsd) {
            return new FlowRecord(
                    venue,
                    startMillis,
                    (endMillis - startMillis) / 1000.0,
                    open,
                    high,
                    low,
                    close,
                    volumeUsd,
                    openInterestChangeUsd,
                    longs.flow(),
                    shorts.flow());
        }
    }

    /** The sums of one side; a step of which nobody knows what was reported makes the whole unknown. */
    private static final class Side {
        private final ReportedShare before;
        private double sweptUsd;
        private double reportedUsd;
        private double coinglassUsd;
        private double coinglassVolumeUsd;

        Side(ReportedShare before) {
            this.before = before;
        }

        void add(double swept, double reported, FlowMeter meter, PositionSide side) {
            sweptUsd += swept;
            reportedUsd += meter.areReportsKnown ? reported : Double.NaN;
            coinglassUsd += meter.byInterest.sweptUsd(side);
            coinglassVolumeUsd += meter.byVolume.sweptUsd(side);
        }

        SideFlow flow() {
            ForcedFlow predicted = sweptUsd > 0 ? before.expect(sweptUsd) : ForcedFlow.NONE;
            return new SideFlow(sweptUsd, predicted, reportedUsd, coinglassUsd, coinglassVolumeUsd);
        }
    }
}
