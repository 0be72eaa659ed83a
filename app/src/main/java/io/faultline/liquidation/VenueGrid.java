package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Mass at risk at one venue for one instrument, and the rules by which a step changes it, model 4: sweep, calibrate,
 * deposit, close. The order matters: what price has passed cannot close, and what opens now was not there to be swept.
 * Stays finite whatever it is given. Used by one thread.
 */
public final class VenueGrid {
    /** Bins that the mark may move from the middle before the window follows it. */
    private static final int SLACK = 64;

    private static final Set<GridFlag> NO_FLAGS = EnumSet.noneOf(GridFlag.class);

    private final ModelParameters parameters;
    private final MassCells cells;
    private Deposits deposits;
    private final Closing closing;
    private final Calibration longs;
    private final Calibration shorts;
    private final OpenInterestTrack openInterest;
    private final double[] swept = new double[2];
    private SweepSink sweepSink = SweepSink.NONE;
    private double mark;
    private boolean volumeOnly;
    private double depositedUsd;
    private double sweptUsd;

    /**
     * @param price any price of the time at which the first step begins, USD
     * @param openInterest coins; NaN if not known
     */
    public VenueGrid(MarginScheme scheme, ModelParameters parameters, double price, double openInterest) {
        if (!Possible.price(price)) {
            throw new IllegalArgumentException("no market has the price " + price);
        }
        double coins = Possible.usd(openInterest * price) ? openInterest : Double.NaN;
        this.parameters = parameters;
        this.openInterest = new OpenInterestTrack(coins);
        mark = price;
        volumeOnly = Double.isNaN(coins);
        cells = new MassCells(Bins.of(price) - Bins.COUNT / 2);
        deposits = new Deposits(scheme, parameters, price);
        closing = new Closing(parameters);
        longs = new Calibration(coins * price);
        shorts = new Calibration(coins * price);
    }

    VenueGrid(MarginScheme scheme, ModelParameters parameters, GridSnapshot snapshot) {
        this.parameters = parameters;
        openInterest = new OpenInterestTrack(snapshot.openInterest());
        openInterest.carry(snapshot.carryUsd());
        mark = snapshot.mark();
        volumeOnly = Double.isNaN(snapshot.openInterest());
        cells = new MassCells(snapshot.base());
        for (int row = 0; row < MassCells.ROWS; row++) {
            cells.restoreRow(row, snapshot.row(row));
        }
        depositedUsd = cells.sideMass(PositionSide.LONG) + cells.sideMass(PositionSide.SHORT);
        deposits = new Deposits(scheme, parameters, mark);
        closing = new Closing(parameters);
        longs = snapshot.calibration(PositionSide.LONG).copy();
        shorts = snapshot.calibration(PositionSide.SHORT).copy();
    }

    /** Who is told of swept cells from now on. */
    public void onSweep(SweepSink sink) {
        sweepSink = sink;
    }

    /** Prices what opens from now on by another table. */
    public void use(MarginScheme scheme) {
        deposits = new Deposits(scheme, parameters, mark);
    }

    /** Last mark, USD. */
    public double mark() {
        return mark;
    }

    /** Last open interest, coins; NaN if none was ever known. */
    public double openInterest() {
        return openInterest.coins();
    }

    /** Change of open interest that the volume seen so far does not explain, USD. */
    public double carryUsd() {
        return openInterest.carryUsd();
    }

    /** Whether the last step had no open interest, so that only volume moved the grid. */
    public boolean isVolumeOnly() {
        return volumeOnly;
    }

    /** Absolute bin of the first bin of the window. */
    public int base() {
        return cells.base();
    }

    /** Mass in one bin, USD; 0 outside the window. */
    public double massUsd(PositionSide side, Tier tier, int bin) {
        return cells.cell(MassCells.row(side, tier), bin);
    }

    public double massUsd(PositionSide side) {
        return cells.sideMass(side);
    }

    /** Mass of one side by bin, tiers summed, USD: {@link Bins#COUNT} bins from {@link #base()} on. A copy. */
    public double[] profileUsd(PositionSide side) {
        double[] bins = new double[Bins.COUNT];
        for (Tier tier : Tier.values()) {
            cells.addRowTo(bins, cells.base(), MassCells.row(side, tier), 1);
        }
        return bins;
    }

    /** What is expected to be reported of this side's mass, as it stands. */
    public ReportedShare reported(PositionSide side) {
        return calibration(side).reported();
    }

    Calibration calibration(PositionSide side) {
        return side == PositionSide.LONG ? longs : shorts;
    }

    MassCells cells() {
        return cells;
    }

    public MassBalance balance() {
        return new MassBalance(
                depositedUsd,
                sweptUsd,
                closing.closedUsd(),
                closing.decayedUsd(),
                closing.cutUsd(),
                cells.droppedUsd());
    }

    /** Sweeps what a mark between these prices reaches, at once; the step under way counts it. */
    public void sweep(double low, double high) {
        if (Possible.price(low) && Possible.price(high)) {
            double before = swept[0] + swept[1];
            cells.sweep(low, high, swept, sweepSink);
            sweptUsd += swept[0] + swept[1] - before;
        }
    }

    public StepReport step(GridStep given) {
        GridStep step = given.possible(mark);
        OpenInterestTrack.Verdict verdict = openInterest.judge(step.openInterest());
        double oiBefore = openInterest.coins();
        double markBefore = mark;
        begin(step, markBefore);
        boolean counted = verdict == OpenInterestTrack.Verdict.TAKEN && !Double.isNaN(oiBefore);
        volumeOnly = !counted;
        double change = counted ? openInterest.changeUsd(step.openInterest(), step.mark()) : 0;
        Prints prints = step.prints();
        if (prints == null) {
            double half = Math.abs(change) / 2;
            prints = new Prints.Builder().add(step.mark(), half, half).build();
        }
        Turnover turnover = Turnover.of(change, prints.totalUsd(), parameters.churnShare());
        if (counted) {
            openInterest.carry(change - turnover.changeUsd());
        }
        deposit(prints, turnover.openedUsd(), step);
        takeOpenInterest(verdict, step.openInterest());
        double fraction = closeFraction(turnover.closedUsd(), step, greater(oiBefore, openInterest.coins()));
        return finish(given, step, verdict, turnover, fraction);
    }

    /**
     * A step of the time before history proper, whose openings are given and which closes nothing: it only lays the
     * stock of positions that existed when history begins, model 6.3.
     */
    public StepReport stock(GridStep given, double openedUsd) {
        GridStep step = given.possible(mark);
        begin(step, mark);
        Prints prints = step.prints() == null ? Prints.NONE : step.prints();
        deposit(prints, openedUsd, step);
        return finish(given, step, OpenInterestTrack.Verdict.TAKEN, new Turnover(0, openedUsd, 0), 0);
    }

    private void begin(GridStep step, double markBefore) {
        int bin = Bins.of(markBefore);
        if (Math.abs(bin - Bins.COUNT / 2 - cells.base()) > SLACK) {
            cells.centreOn(bin);
        }
        sweep(step.markLow(), step.markHigh());
        double oiUsd = openInterest.coins() * markBefore;
        longs.step(oiUsd, swept[0], step.forcedLongUsd(), step.seconds());
        shorts.step(oiUsd, swept[1], step.forcedShortUsd(), step.seconds());
    }

    private void deposit(Prints prints, double openedUsd, GridStep step) {
        deposits.place(cells, prints, openedUsd, step.markLow(), step.markHigh(), step.mark());
        depositedUsd += deposits.depositedLongUsd() + deposits.depositedShortUsd();
    }

    private void takeOpenInterest(OpenInterestTrack.Verdict verdict, double sample) {
        switch (verdict) {
            case TAKEN -> openInterest.take(sample);
            case RESET -> {
                openInterest.take(sample);
                openInterest.carry(0);
            }
            case MISSING, HELD -> {}
        }
    }

    /** What closed beyond what the sweep already took, as a share of open interest; 0 without one. */
    private double closeFraction(double closedUsd, GridStep step, double coins) {
        if (!(coins > 0)) {
            return 0;
        }
        double gone = Math.max(known(step.forcedLongUsd()), longs.share() * swept[0])
                + Math.max(known(step.forcedShortUsd()), shorts.share() * swept[1]);
        return Math.min(1, Math.max(0, closedUsd - gone) / (coins * step.mark()));
    }

    private StepReport finish(
            GridStep given, GridStep step, OpenInterestTrack.Verdict verdict, Turnover turnover, double fraction) {
        closing.closeAndDecay(cells, fraction, step.seconds());
        if (openInterest.coins() > 0) {
            closing.cutTo(cells, openInterest.coins() * step.mark());
        }
        mark = step.mark();
        StepReport report = new StepReport(
                swept[0],
                swept[1],
                turnover.openedUsd(),
                turnover.closedUsd(),
                fraction,
                deposits.depositedLongUsd(),
                deposits.depositedShortUsd(),
                longs.reported(),
                shorts.reported(),
                flags(given, step, verdict));
        swept[0] = 0;
        swept[1] = 0;
        return report;
    }

    private Set<GridFlag> flags(GridStep given, GridStep step, OpenInterestTrack.Verdict verdict) {
        boolean oiRefused = Double.isNaN(step.openInterest()) && !Double.isNaN(given.openInterest());
        if (verdict == OpenInterestTrack.Verdict.TAKEN && given.prints() != null && !step.differsFrom(given)) {
            return NO_FLAGS;
        }
        Set<GridFlag> flags = EnumSet.noneOf(GridFlag.class);
        if (oiRefused) {
            flags.add(GridFlag.OI_REFUSED);
        } else if (verdict == OpenInterestTrack.Verdict.MISSING) {
            flags.add(GridFlag.NO_OI);
        } else if (verdict == OpenInterestTrack.Verdict.HELD) {
            flags.add(GridFlag.OI_REFUSED);
        } else if (verdict == OpenInterestTrack.Verdict.RESET) {
            flags.add(GridFlag.OI_RESET);
        }
        if (given.prints() == null) {
            flags.add(GridFlag.GAP);
        }
        if (step.differsFrom(given)) {
            flags.add(GridFlag.INPUT_REFUSED);
        }
        return flags;
    }

    void figures(DoubleConsumer sink) {
        sink.accept(mark);
        sink.accept(openInterest.coins());
        sink.accept(openInterest.carryUsd());
        for (PositionSide side : PositionSide.values()) {
            for (double figure : calibration(side).figures()) {
                sink.accept(figure);
            }
        }
        cells.figures(sink);
    }

    private static double known(double usd) {
        return Double.isNaN(usd) ? 0 : usd;
    }

    private static double greater(double a, double b) {
        if (Double.isNaN(a)) {
            return b;
        }
        return Double.isNaN(b) ? a : Math.max(a, b);
    }
}
