package io.faultline.practice.crowd;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.MarginScheme;
import io.faultline.market.PositionSide;
import io.faultline.practice.crowd.TraderPosition.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A venue's levered positions, and by price and time the one that needs something next. Prices in ticks. */
final class OpenPositions {
    private final MarginScheme margin;
    private final double tick;
    private final double lot;
    private final List<TraderPosition> open = new ArrayList<>();
    private final List<TraderPosition> bySlot = new ArrayList<>();
    private final TriggerQueue below = new TriggerQueue();
    private final TriggerQueue above = new TriggerQueue();
    private final TriggerQueue timers = new TriggerQueue();
    private int[] freeSlots = new int[64];
    private int freeCount;
    private double longUsd;
    private double shortUsd;

    OpenPositions(MarginScheme margin, double tick, double lot) {
        this.margin = margin;
        this.tick = tick;
        this.lot = lot;
    }

    int count() {
        return open.size();
    }

    TraderPosition get(int place) {
        return open.get(place);
    }

    /** Notional at the liquidation price of all positions of a side, USD. */
    double massUsd(PositionSide side) {
        return side == PositionSide.LONG ? longUsd : shortUsd;
    }

    /** To be called before anything else for a position that is to be opened. */
    void admit(TraderPosition position) {
        if (freeCount > 0) {
            position.slot = freeSlots[--freeCount];
            bySlot.set(position.slot, position);
        } else {
            position.slot = bySlot.size();
            bySlot.add(position);
        }
    }

    /** To be called when nothing is left of a position and nothing is to come. */
    void dismiss(TraderPosition position) {
        below.remove(position.slot);
        above.remove(position.slot);
        timers.remove(position.slot);
        if (freeCount == freeSlots.length) {
            freeSlots = Arrays.copyOf(freeSlots, freeCount * 2);
        }
        freeSlots[freeCount++] = position.slot;
        position.slot = -1;
    }

    /** To be called when a position's lots or margin have changed. */
    void changed(TraderPosition position) {
        double before = position.massUsd();
        if (position.lots() == 0) {
            mass(position.side, -before);
            unlist(position);
            return;
        }
        if (position.listed < 0) {
            position.listed = open.size();
            open.add(position);
            before = 0;
        }
        position.reckon(margin, tick, lot);
        mass(position.side, position.massUsd() - before);
        arm(position);
    }

    /** To be called when a position's trader has other plans. */
    void arm(TraderPosition position) {
        boolean held = position.phase == Phase.HELD;
        double liquidation = position.liquidation();
        double stop = position.stop();
        if (position.isLong()) {
            below.set(position.slot, -(held && stop > liquidation ? stop : liquidation));
            above.set(position.slot, held ? position.profit() : Double.NaN);
        } else {
            above.set(position.slot, held && stop < liquidation ? stop : liquidation);
            below.set(position.slot, held ? -position.profit() : Double.NaN);
        }
    }

    /** Longs pay shorts from their margin, or get it, so that liquidation prices move. */
    void payFunding(Accounts accounts, double markTicks, double rate) {
        for (TraderPosition position : open) {
            long amount = Math.round(position.signed(position.lots()) * markTicks * rate);
            position.pay(amount);
            accounts.funding(amount);
        }
        open.forEach(this::changed);
    }

    /** Wakes a position's trader at that time; infinite for never. */
    void wake(TraderPosition position, double millis) {
        timers.set(position.slot, millis);
    }

    boolean isDue(long millis) {
        return timers.firstKey() <= millis;
    }

    TraderPosition nextDue() {
        return bySlot.get(timers.first());
    }

    boolean isTriggered(double markTicks) {
        return -below.firstKey() >= markTicks || above.firstKey() <= markTicks;
    }

    /** One whose liquidation price, stop or profit the mark has reached. */
    TraderPosition nextTriggered(double markTicks) {
        return bySlot.get(-below.firstKey() >= markTicks ? below.first() : above.first());
    }

    /** Where they would be liquidated now, model 24.3. */
    TrueMass mass() {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (TraderPosition position : open) {
            if (position.massUsd() > 0) {
                int bin = bin(position);
                low = Math.min(low, bin);
                high = Math.max(high, bin);
            }
        }
        int bins = Math.max(0, high - low + 1);
        double[] longs = new double[low > high ? 0 : bins];
        double[] shorts = new double[low > high ? 0 : bins];
        for (TraderPosition position : open) {
            if (position.massUsd() > 0) {
                (position.isLong() ? longs : shorts)[bin(position) - low] += position.massUsd();
            }
        }
        return new TrueMass(low > high ? 0 : low, longs, shorts);
    }

    private int bin(TraderPosition position) {
        return Bins.of(position.liquidation() * tick);
    }

    private void mass(PositionSide side, double usd) {
        if (side == PositionSide.LONG) {
            longUsd += usd;
        } else {
            shortUsd += usd;
        }
    }

    private void unlist(TraderPosition position) {
        if (position.listed < 0) {
            return;
        }
        TraderPosition last = open.remove(open.size() - 1);
        if (last != position) {
            open.set(position.listed, last);
            last.listed = position.listed;
        }
        position.listed = -1;
    }
}
