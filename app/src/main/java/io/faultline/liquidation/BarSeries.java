package io.faultline.liquidation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Bars of one venue in order of time, without overlaps or holes: duplicates and impossible bars are left out and counted,
 * holes are filled by bars of which nothing but the prices at both ends is known.
 *
 * @param repeated bars left out because others cover their time
 * @param impossible bars left out because no market does such things
 * @param holes stretches that no bar covered
 */
public record BarSeries(List<GridBar> bars, int repeated, int impossible, int holes) {
    public BarSeries {
        bars = List.copyOf(bars);
    }

    public static BarSeries of(List<GridBar> given) {
        List<GridBar> sorted = new ArrayList<>(given);
        sorted.sort(Comparator.comparingLong(GridBar::startMillis));
        List<GridBar> bars = new ArrayList<>();
        int repeated = 0;
        int impossible = 0;
        int holes = 0;
        for (GridBar bar : sorted) {
            if (!bar.isPossible()) {
                impossible++;
            } else if (bars.isEmpty()) {
                bars.add(bar);
            } else {
                GridBar last = bars.get(bars.size() - 1);
                if (bar.startMillis() < last.endMillis()) {
                    repeated++;
                } else {
                    if (bar.startMillis() > last.endMillis()) {
                        bars.add(hole(last, bar));
                        holes++;
                    }
                    bars.add(bar);
                }
            }
        }
        return new BarSeries(bars, repeated, impossible, holes);
    }

    /** Bars that follow on what is known, whose hole to it is filled. */
    static List<GridBar> joining(List<GridBar> known, List<GridBar> later) {
        if (known.isEmpty() || !known.get(known.size() - 1).isPossible()) {
            return of(later).bars();
        }
        List<GridBar> both = new ArrayList<>();
        both.add(known.get(known.size() - 1));
        both.addAll(later);
        List<GridBar> joined = of(both).bars();
        return joined.subList(1, joined.size());
    }

    static GridBar hole(GridBar before, GridBar after) {
        return new GridBar(
                before.endMillis(),
                (after.startMillis() - before.endMillis()) / 1000.0,
                before.close(),
                Math.max(before.close(), after.open()),
                Math.min(before.close(), after.open()),
                after.open(),
                Math.min(before.lastMark(), after.lowestMark()),
                Math.max(before.lastMark(), after.lowestMark()),
                after.lowestMark(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    public Set<GridFlag> flags() {
        Set<GridFlag> flags = EnumSet.noneOf(GridFlag.class);
        if (repeated + impossible + holes > 0) {
            flags.add(GridFlag.HISTORY_MENDED);
        }
        if (bars.stream().anyMatch(bar -> !bar.isMarkKnown() && isProper(bar))) {
            flags.add(GridFlag.MARK_FROM_LAST);
        }
        if (!bars.isEmpty() && bars.stream().allMatch(bar -> Double.isNaN(bar.openInterest()))) {
            flags.add(GridFlag.NO_OI_HISTORY);
        }
        return flags;
    }

    /** What is older only lays the stock of positions; of that nothing more is asked. */
    private boolean isProper(GridBar bar) {
        return bar.startMillis() >= bars.get(bars.size() - 1).endMillis() - InputLog.SPAN_MILLIS;
    }

    /** What was done, for a person; empty if nothing had to be. */
    public String remark() {
        List<String> parts = new ArrayList<>();
        if (repeated > 0) {
            parts.add("left out " + repeated + " bars whose time others cover");
        }
        if (impossible > 0) {
            parts.add("left out " + impossible + " impossible bars");
        }
        if (holes > 0) {
            parts.add("bridged " + holes + " gaps");
        }
        return String.join(", ", parts);
    }
}
