package io.faultline.ui.heatmap;

import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.Companding;
import io.faultline.liquidation.HeatColumn;
import io.faultline.market.PositionSide;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the ends of the colour scale of liquidations by what is in view: the low handle at half, the high one at 99.5 % of
 * the cells that hold anything, model 10. It looks every ten seconds, and at once when another picture is shown.
 */
final class MassContrast {
    private static final long PAUSE_NANOS = 10_000_000_000L;
    private static final double LOW_SHARE = 0.5;
    private static final double HIGH_SHARE = 0.995;
    private static final double LEAST_RATIO = 3;
    /** A smaller change is not worth another picture. */
    private static final double WORTH_IT = Math.log(1.05);

    private static final int SAMPLED_COLUMNS = 64;

    private final int[] counts = new int[256];
    private @Nullable Contrast of;
    private @Nullable PictureChoice lookedAt;
    private boolean wasAuto = true;
    private long lookedNanos = Long.MIN_VALUE;

    /**
     * Looks, if it is time to; returns whether the handles moved.
     *
     * @param factor what the columns' values are multiplied by to be what is shown
     */
    @SuppressWarnings("ReferenceEquality") // which of the ends
    boolean look(Contrast ends, MassColumns columns, HeatView view, MassPainter painter, double factor, long clock) {
        boolean released = ends.auto() && !wasAuto;
        wasAuto = ends.auto();
        boolean another = of != ends || !columns.choice().equals(lookedAt) || released || !ends.chosen();
        if (!another && clock - lookedNanos < PAUSE_NANOS) {
            return false;
        }
        long total = count(columns, view, painter);
        if (total == 0) {
            return false;
        }
        of = ends;
        lookedAt = columns.choice();
        lookedNanos = clock;
        ends.quartiles(quantile(0.25, total) * factor, quantile(0.5, total) * factor, quantile(0.75, total) * factor);
        double low = Math.max(1, quantile(LOW_SHARE, total) * factor);
        Handles seen = new Handles(low, Math.max(low * LEAST_RATIO, quantile(HIGH_SHARE, total) * factor));
        if (!ends.auto() || (ends.chosen() && near(seen, ends.handles()))) {
            return false;
        }
        ends.follow(seen);
        return true;
    }

    private static boolean near(Handles one, Handles other) {
        return Math.abs(Math.log(one.low() / other.low())) < WORTH_IT
                && Math.abs(Math.log(one.high() / other.high())) < WORTH_IT;
    }

    private long count(MassColumns columns, HeatView view, MassPainter painter) {
        Arrays.fill(counts, 0);
        long total = 0;
        long step = Math.max(1, view.timeColumns() / SAMPLED_COLUMNS);
        for (long column = view.firstColumn(); column < view.endColumn(); column += step) {
            HeatColumn cells = columns.at(view.millis(column));
            for (int bin = painter.lowestBin(); cells != null && bin < painter.lowestBin() + painter.bins(); bin++) {
                int painted = Math.max(
                        cells.painted(PositionSide.LONG, bin) & 0xff, cells.painted(PositionSide.SHORT, bin) & 0xff);
                counts[painted]++;
                total += painted == 0 ? 0 : 1;
            }
        }
        return total;
    }

    private double quantile(double share, long total) {
        long wanted = Math.round(total * share);
        long passed = 0;
        for (int painted = 1; painted < counts.length; painted++) {
            passed += counts[painted];
            if (passed >= wanted) {
                return Companding.usd((byte) painted);
            }
        }
        return 0;
    }
}
