package io.faultline.liquidation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table as a venue or a file gives it, made fit for use: sorted, holes and overlaps closed, rows without sense left
 * out, rates and leverages made monotone. Each change is a sentence in {@link #remarks()}.
 *
 * @param brackets empty if no row was usable
 */
public record BracketReading(Optional<Brackets> brackets, List<String> remarks) {
    /** Rates are below 1 with room for a fee; a higher leverage than any venue has is a typing error. */
    private static final double MAX_RATE = 0.95;

    private static final double MAX_LEVERAGE = 1000;

    /** Whether a venue charges each slice of a position its own rate, or the whole of it that of its row. */
    public enum Charging {
        BY_SLICE,
        WHOLE
    }

    /**
     * A row as it was given.
     *
     * @param floor as in {@link Bracket}; NaN where the source names only caps
     */
    public record Row(double floor, double cap, double maintenanceRate, double maxLeverage) {}

    public BracketReading {
        remarks = List.copyOf(remarks);
    }

    /** Deductions are computed from floors and rates, which is what the venues that publish them do. */
    public static BracketReading of(List<Row> given, Charging charging) {
        List<String> remarks = new ArrayList<>();
        List<Row> usable = new ArrayList<>();
        for (Row row : given) {
            String fault = faultOf(row);
            if (fault.isEmpty()) {
                usable.add(row);
            } else {
                remarks.add("left out the row up to " + number(row.cap()) + ": " + fault);
            }
        }
        usable.sort(Comparator.comparingDouble(Row::cap));
        List<Bracket> rows = new ArrayList<>();
        for (Row row : usable) {
            append(rows, row, charging, remarks);
        }
        if (rows.isEmpty()) {
            remarks.add("no usable row");
            return new BracketReading(Optional.empty(), remarks);
        }
        return new BracketReading(Optional.of(new Brackets(rows)), remarks);
    }

    private static void append(List<Bracket> rows, Row row, Charging charging, List<String> remarks) {
        if (rows.isEmpty()) {
            remarkFloor(row, 0, remarks);
            rows.add(new Bracket(0, row.cap(), row.maintenanceRate(), 0, row.maxLeverage()));
            return;
        }
        Bracket last = rows.get(rows.size() - 1);
        if (row.cap() <= last.cap()) {
            remarks.add("left out a second row up to " + number(row.cap()));
            return;
        }
        remarkFloor(row, last.cap(), remarks);
        double rate = row.maintenanceRate();
        if (rate < last.maintenanceRate()) {
            remarks.add("raised the rate of the row up to " + number(row.cap()) + " from " + rate + " to "
                    + last.maintenanceRate() + ", the one below it");
            rate = last.maintenanceRate();
        }
        double leverage = row.maxLeverage();
        if (leverage > last.maxLeverage()) {
            remarks.add("lowered the leverage of the row up to " + number(row.cap()) + " from " + leverage + " to "
                    + last.maxLeverage() + ", the one below it");
            leverage = last.maxLeverage();
        }
        double deduction =
                charging == Charging.BY_SLICE ? last.deductionUsd() + last.cap() * (rate - last.maintenanceRate()) : 0;
        rows.add(new Bracket(last.cap(), row.cap(), rate, deduction, leverage));
    }

    /** A difference of up to one unit is how venues write where a row begins. */
    private static void remarkFloor(Row row, double expected, List<String> remarks) {
        if (row.floor() > expected + 1) {
            remarks.add("closed the hole from " + number(expected) + " to " + number(row.floor())
                    + " with the row above it");
        } else if (row.floor() < expected - 1) {
            remarks.add("cut the overlap from " + number(row.floor()) + " to " + number(expected)
                    + " off the row above it");
        }
    }

    private static String faultOf(Row row) {
        if (!(row.cap() > 0) || Double.isInfinite(row.cap())) {
            return "its cap is not above 0";
        }
        if (!(row.maintenanceRate() >= 0 && row.maintenanceRate() < MAX_RATE)) {
            return "its rate is " + row.maintenanceRate();
        }
        if (!(row.maxLeverage() >= 1 && row.maxLeverage() <= MAX_LEVERAGE)) {
            return "its leverage is " + row.maxLeverage();
        }
        return "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
