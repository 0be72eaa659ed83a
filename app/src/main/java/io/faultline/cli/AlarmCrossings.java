package io.faultline.cli;

import io.faultline.alarm.Signal;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * When a cluster's three stages must have fired, read off the true marks and the clusters in force as model 16 defines
 * them. It searches forward for each crossing and shares nothing with the alarms but that definition, so that a defect
 * there shows as a difference.
 */
final class AlarmCrossings {
    private static final double REARM_TIMES = 1.25;
    private static final double EXIT = 0.0015;
    private static final double CONFIRM = 0.0005;
    private static final double NEXT_GAP = 0.03;
    private static final int NEVER = -1;

    /**
     * One mark.
     *
     * @param price the true one
     * @param near where price meets the cluster as it was seen then; NaN if it was not there
     * @param far where price leaves it on the other side
     * @param behind near edges of the side's other clusters
     * @param repeated whether the venue told it more than once
     */
    record Seen(long nanos, double price, double near, double far, List<Double> behind, boolean repeated) {
        Seen {
            behind = List.copyOf(behind);
        }

        boolean there() {
            return !Double.isNaN(near);
        }
    }

    /** A stage that must have fired with that mark. */
    record Crossing(Signal stage, long nanos) {}

    private final List<Seen> seen;
    private final int sign;
    private final double perimeter;
    private final List<Crossing> crossings = new ArrayList<>();

    private AlarmCrossings(List<Seen> seen, PositionSide side, double perimeter) {
        this.seen = seen;
        this.perimeter = perimeter;
        sign = side == PositionSide.LONG ? -1 : 1;
    }

    /**
     * @param seen in order of time, from when the alarm was set on
     * @param perimeter distance of the first stage, a fraction of price
     */
    static List<Crossing> of(List<Seen> seen, PositionSide side, double perimeter) {
        AlarmCrossings found = new AlarmCrossings(seen, side, perimeter);
        int from = 0;
        while (from != NEVER) {
            from = found.approach(from);
        }
        return found.crossings;
    }

    /** From afar to the next time that price is far again; answers from where to go on. */
    private int approach(int from) {
        int near =
                first(from, i -> seen.get(i).there() && distance(i, seen.get(i).near()) <= perimeter);
        if (near == NEVER) {
            return NEVER;
        }
        add(Signal.PERIMETER, near);
        int at = near;
        while (true) {
            int next = first(
                    at,
                    i -> !seen.get(i).there()
                            || distance(i, seen.get(i).near()) <= 0
                            || distance(i, seen.get(i).near()) >= perimeter * REARM_TIMES);
            if (next == NEVER
                    || !seen.get(next).there()
                    || distance(next, seen.get(next).near()) > 0) {
                return next == NEVER ? NEVER : next + 1;
            }
            add(Signal.ENTRY, next);
            int out = inside(next);
            if (out == NEVER) {
                return NEVER;
            }
            boolean far = distance(out, seen.get(next).near()) >= perimeter * REARM_TIMES;
            if (far) {
                return out + 1;
            }
            at = out + 1; // rejected: near again, by the edges as they are from here on
        }
    }

    /** From the entry, whose edges stand from now on, until price is out by the way it came, or far after going through. */
    private int inside(int entry) {
        double near = seen.get(entry).near();
        double far = seen.get(entry).far();
        int through = first(
                entry, i -> isThrough(i, far) && (seen.get(i).repeated() || (i > entry && isThrough(i - 1, far))));
        int rejected = first(entry, i -> distance(i, near) >= EXIT);
        if (through == NEVER || (rejected != NEVER && rejected < through)) {
            return rejected;
        }
        Double next = null;
        for (int i = entry; i <= through; i++) {
            Double now = behind(seen.get(i), far);
            next = now == null ? next : now;
        }
        if (next != null && sign * (next - near) / near <= NEXT_GAP) {
            add(Signal.CASCADE, through);
        }
        return first(through, i -> distance(i, near) >= perimeter * REARM_TIMES);
    }

    private boolean isThrough(int i, double far) {
        return distance(i, far) <= -CONFIRM;
    }

    /** The first near edge beyond a price. */
    private @Nullable Double behind(Seen at, double price) {
        Double first = null;
        for (double edge : at.behind()) {
            if (sign * (edge - price) > 0 && (first == null || sign * (first - edge) > 0)) {
                first = edge;
            }
        }
        return first;
    }

    private double distance(int i, double edge) {
        double price = seen.get(i).price();
        return sign * (edge - price) / price;
    }

    private int first(int from, IntPredicate holds) {
        for (int i = from; i < seen.size(); i++) {
            if (holds.test(i)) {
                return i;
            }
        }
        return NEVER;
    }

    private void add(Signal stage, int i) {
        crossings.add(new Crossing(stage, seen.get(i).nanos()));
    }
}
