package io.faultline.signal;

/** The stretches of price that decide about a {@link Way}; of no meaning once price has arrived. */
final class PathStretches {
    private final Way way;
    private final Stretch path;
    private final Stretch front;
    private final Stretch behind;

    private record Stretch(double low, double high) {
        static Stretch between(double a, double b) {
            return new Stretch(Math.min(a, b), Math.max(a, b));
        }

        double usd(BookLevels levels) {
            return levels.usdBetween(low, high);
        }
    }

    PathStretches(Way way, PathRule rule) {
        this.way = way;
        double near = way.near();
        double beforeNear = near - way.sign() * near * rule.frontBps() * 1e-4;
        double beyondFar = way.far() + way.sign() * way.far() * rule.behindBps() * 1e-4;
        path = Stretch.between(way.mid(), near);
        Stretch whole = Stretch.between(near, beforeNear);
        front = new Stretch(Math.max(whole.low, path.low), Math.min(whole.high, path.high));
        behind = Stretch.between(near, beyondFar);
    }

    /** Width of the stretch before the near edge, which ends at mid, in basis points of mid. */
    double frontBps() {
        return (front.high - front.low) / way.mid() * 1e4;
    }

    PathSums sums(BookLevels levels) {
        double coverage = levels.reach(way.side(), way.mid()) / (way.sign() * (way.near() - way.mid()));
        return new PathSums(path.usd(levels), front.usd(levels), behind.usd(levels), Math.min(1, coverage));
    }
}
