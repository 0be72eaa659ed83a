package io.faultline.ui.paint;

/**
 * Places the tags of the price axis: none nearer to the next than {@link #APART}. The first tag never moves; the others
 * are pushed away from it, in the order of their prices.
 */
public final class TagStack {
    public static final double APART = 18;

    private TagStack() {}

    /**
     * Moves the middles {@code y[1]} to {@code y[count - 1]} away from {@code y[0]} and from one another.
     *
     * @param y middles of the tags, pixels down; the first is the one that stays
     */
    public static void spread(double[] y, int count) {
        // Two or three tags: sorting in place by insertion, per side of the one that stays.
        pushFrom(y, count, true);
        pushFrom(y, count, false);
    }

    private static void pushFrom(double[] y, int count, boolean down) {
        double fixed = y[0];
        double edge = fixed;
        boolean[] done = new boolean[count];
        for (int placed = 1; placed < count; placed++) {
            int next = -1;
            for (int i = 1; i < count; i++) {
                boolean thisSide = down ? y[i] >= fixed : y[i] < fixed;
                boolean nearer = next < 0 || (down ? y[i] < y[next] : y[i] > y[next]);
                if (!done[i] && thisSide && nearer) {
                    next = i;
                }
            }
            if (next < 0) {
                return;
            }
            done[next] = true;
            y[next] = down ? Math.max(y[next], edge + APART) : Math.min(y[next], edge - APART);
            edge = y[next];
        }
    }
}
