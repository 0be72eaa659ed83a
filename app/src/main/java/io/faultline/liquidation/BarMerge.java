package io.faultline.liquidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the past as a venue tells it together with what was seen live: live bars win, except where trades were lost. */
final class BarMerge {
    private final TreeMap<Long, GridBar> taken = new TreeMap<>();

    private BarMerge() {}

    /** By time, without overlaps if neither list has any. */
    static List<GridBar> of(List<GridBar> past, List<GridBar> live) {
        BarMerge merge = new BarMerge();
        for (GridBar bar : live) {
            if (bar.areTradesKnown()) {
                merge.taken.put(bar.startMillis(), bar);
            }
        }
        past.forEach(merge::addIfFree);
        for (GridBar bar : live) {
            if (!bar.areTradesKnown()) {
                merge.addIfFree(bar);
            }
        }
        return new ArrayList<>(merge.taken.values());
    }

    /** Those bars of the past that tell what was not seen live. */
    static List<GridBar> missing(List<GridBar> past, List<GridBar> live) {
        BarMerge merge = new BarMerge();
        for (GridBar bar : live) {
            if (bar.areTradesKnown()) {
                merge.taken.put(bar.startMillis(), bar);
            }
        }
        return past.stream().filter(merge::isFree).toList();
    }

    private void addIfFree(GridBar bar) {
        if (isFree(bar)) {
            taken.put(bar.startMillis(), bar);
        }
    }

    private boolean isFree(GridBar bar) {
        Map.Entry<Long, GridBar> before = taken.lowerEntry(bar.endMillis());
        return before == null || before.getValue().endMillis() <= bar.startMillis();
    }
}
