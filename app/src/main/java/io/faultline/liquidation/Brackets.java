package io.faultline.liquidation;

import java.util.List;

/** The rows of a margin table: ascending, without holes or overlaps, at least one. */
public final class Brackets {
    /** Caps and leverages are read with this much tolerance, since they come from decimals and divisions. */
    private static final double TOLERANCE = 1 + 1e-12;

    private final List<Bracket> rows;

    Brackets(List<Bracket> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a margin table needs a row");
        }
        this.rows = List.copyOf(rows);
    }

    static double relaxed(double bound) {
        return bound * TOLERANCE;
    }

    public List<Bracket> rows() {
        return rows;
    }

    /** The first row whose cap is not below the size; the last one for sizes beyond the table. */
    Bracket holding(double size) {
        for (Bracket row : rows) {
            if (size <= relaxed(row.cap())) {
                return row;
            }
        }
        return rows.get(rows.size() - 1);
    }

    double maxLeverage() {
        double max = 0;
        for (Bracket row : rows) {
            max = Math.max(max, row.maxLeverage());
        }
        return max;
    }

    /** Largest size that may have this leverage; 0 if none may. */
    double largestCapAllowing(double leverage) {
        double cap = 0;
        for (Bracket row : rows) {
            if (relaxed(row.maxLeverage()) >= leverage) {
                cap = Math.max(cap, row.cap());
            }
        }
        return cap;
    }
}
