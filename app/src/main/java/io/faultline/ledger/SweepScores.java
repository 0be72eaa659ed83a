package io.faultline.ledger;

import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What became of the clusters that the mark entered, by their receipts, model 20 and 26. Receipts that are not whole do
 * not count.
 *
 * @param firedShare reported over modelled, of clusters swept to the far edge while reports were counted
 * @param priceError distance of the reports' densest bin from the cluster's, a fraction of price
 * @param byPath by what the books showed half a minute before
 * @param fast those that price came to at twice its usual speed or more
 * @param slow the others whose speed is known
 * @param bySize what price did in half an hour, by size band
 */
public record SweepScores(
        int entered,
        Quartiles firedShare,
        Quartiles priceError,
        Map<PathState, Fate> byPath,
        Fate fast,
        Fate slow,
        Map<SizeBand, Effect> bySize) {
    /**
     * How they ended within half an hour.
     *
     * @param through passed to the far edge
     * @param reversed came back before that
     */
    public record Fate(Proportion through, Proportion reversed) {
        static Fate of(List<Receipt> receipts) {
            return new Fate(
                    share(receipts, receipt -> receipt.throughMillis() > 0),
                    share(receipts, receipt -> receipt.turnedMillis() > 0));
        }
    }

    /**
     * What price did.
     *
     * @param medianReturn of the way from the entry to the furthest mark, a fraction, always positive
     * @param absorbed share that went less than .3 %
     */
    public record Effect(double medianReturn, Proportion absorbed) {}

    public SweepScores {
        EnumMap<PathState, Fate> paths = new EnumMap<>(PathState.class);
        paths.putAll(byPath);
        byPath = Collections.unmodifiableMap(paths);
        EnumMap<SizeBand, Effect> sizes = new EnumMap<>(SizeBand.class);
        sizes.putAll(bySize);
        bySize = Collections.unmodifiableMap(sizes);
    }

    public static SweepScores of(List<Receipt> receipts) {
        List<Receipt> whole = receipts.stream().filter(Receipt::isWhole).toList();
        List<Receipt> swept = whole.stream()
                .filter(receipt -> receipt.isFullySwept() && receipt.isReportKnown())
                .toList();
        Map<PathState, Fate> byPath = new EnumMap<>(PathState.class);
        for (PathState path : PathState.values()) {
            List<Receipt> of = whole.stream()
                    .filter(receipt -> receipt.path().state() == path)
                    .toList();
            if (!of.isEmpty()) {
                byPath.put(path, Fate.of(of));
            }
        }
        Map<SizeBand, Effect> bySize = new EnumMap<>(SizeBand.class);
        for (SizeBand size : SizeBand.values()) {
            List<Receipt> of =
                    whole.stream().filter(receipt -> receipt.size() == size).toList();
            if (!of.isEmpty()) {
                double[] ways = of.stream()
                        .mapToDouble(receipt -> Math.abs(receipt.extremeReturn()))
                        .toArray();
                bySize.put(size, new Effect(Quartiles.of(ways).median(), share(of, Receipt::wasAbsorbed)));
            }
        }
        return new SweepScores(
                whole.size(),
                Quartiles.of(swept.stream().mapToDouble(Receipt::firedShare).toArray()),
                Quartiles.of(whole.stream().mapToDouble(Receipt::priceError).toArray()),
                byPath,
                Fate.of(cameFast(whole, true)),
                Fate.of(cameFast(whole, false)),
                bySize);
    }

    private static List<Receipt> cameFast(List<Receipt> whole, boolean isFast) {
        return whole.stream()
                .filter(receipt -> Boolean.valueOf(isFast).equals(receipt.cameFast()))
                .toList();
    }

    private static Proportion share(List<Receipt> receipts, Predicate<Receipt> which) {
        return new Proportion((int) receipts.stream().filter(which).count(), receipts.size());
    }
}
