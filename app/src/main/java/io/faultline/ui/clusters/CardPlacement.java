package io.faultline.ui.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the cards of clusters stand beside the heatmap: each as near to its span as can be, none on another. Their order is
 * that of their prices. A card whose leader would be too long shrinks to its first line; where there is no room for all, the
 * last of them have none. Clusters out of view have a line at the edge. Pixels from the top.
 */
final class CardPlacement {
    static final double GAP = 4;
    static final double LINE = 18;

    /** A leader is no longer than this. */
    static final double LONGEST_LEADER = 120;

    private CardPlacement() {}

    /**
     * A card that is wanted.
     *
     * @param anchor middle of the part of the cluster's span that is in view; out of view, above 0 or below the height
     * @param height of the whole card
     */
    record Wanted(int id, double anchor, double height) {}

    /** Where it stands. */
    record Placed(int id, double anchor, double top, double height, Form form) {
        double bottom() {
            return top + height;
        }

        double middle() {
            return top + height / 2;
        }
    }

    /** How much of a card is shown. */
    enum Form {
        WHOLE,
        /** Its first line alone: it could not stand near its span. */
        LINE,
        /** A line at the edge: its span is out of view. */
        STUB
    }

    /**
     * Places them.
     *
     * @param wanted the most important first
     * @param height of the plot
     * @return from the top down, perhaps fewer
     */
    static List<Placed> place(List<Wanted> wanted, double height) {
        List<Wanted> kept = new ArrayList<>(wanted);
        while (needed(kept) > height) {
            kept.remove(kept.size() - 1);
        }
        List<Placed> cards = new ArrayList<>();
        for (Wanted each : kept) {
            boolean out = each.anchor() < 0 || each.anchor() > height;
            cards.add(
                    new Placed(each.id(), each.anchor(), 0, out ? LINE : each.height(), out ? Form.STUB : Form.WHOLE));
        }
        // Of equal anchors the more important one stands above: the sort is stable.
        cards.sort(Comparator.comparingDouble(Placed::anchor));
        List<Placed> placed = pushedApart(cards, height);
        while (true) {
            List<Placed> shrunk = new ArrayList<>();
            boolean any = false;
            for (Placed card : placed) {
                boolean far = Math.abs(card.middle() - card.anchor()) > LONGEST_LEADER;
                boolean shrinks = far && card.form() == Form.WHOLE;
                any |= shrinks;
                shrunk.add(shrinks ? new Placed(card.id(), card.anchor(), 0, LINE, Form.LINE) : card);
            }
            if (!any) {
                return placed;
            }
            placed = pushedApart(shrunk, height);
        }
    }

    private static double needed(List<Wanted> cards) {
        double sum = -GAP;
        for (Wanted card : cards) {
            sum += card.height() + GAP;
        }
        return sum;
    }

    /** One pass down and one up: what stands too low is pushed up by the edge and by those below it. */
    private static List<Placed> pushedApart(List<Placed> cards, double height) {
        double[] tops = new double[cards.size()];
        double free = 0;
        for (int i = 0; i < tops.length; i++) {
            Placed card = cards.get(i);
            tops[i] = Math.max(free, Math.rint(card.anchor() - card.height() / 2));
            free = tops[i] + card.height() + GAP;
        }
        double until = height;
        for (int i = tops.length - 1; i >= 0; i--) {
            tops[i] = Math.min(tops[i], until - cards.get(i).height());
            until = tops[i] - GAP;
        }
        List<Placed> placed = new ArrayList<>(tops.length);
        for (int i = 0; i < tops.length; i++) {
            Placed card = cards.get(i);
            placed.add(new Placed(card.id(), card.anchor(), tops[i], card.height(), card.form()));
        }
        return placed;
    }
}
