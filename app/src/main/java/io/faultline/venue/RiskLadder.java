package io.faultline.venue;

import io.faultline.market.RiskTiers.Tier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a margin table as somebody gave them, in any order, to be checked as a whole: one that is wrong makes the table
 * worth nothing, and is named.
 */
public final class RiskLadder {
    private static final int MOST_ROWS = 1_000;
    private static final BigDecimal MOST_LEVERAGE = BigDecimal.valueOf(1_000);

    /** A venue may begin a row one step above the end of the one before. */
    private static final BigDecimal STEP = BigDecimal.ONE;

    /** Rates and leverages are rounded each for itself. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.02");

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /**
     * A row.
     *
     * @param floor null where only caps are told
     * @param initialRate null where only the leverage is told
     * @param deduction null where it is not told
     */
    public record Row(
            @Nullable BigDecimal floor,
            BigDecimal cap,
            BigDecimal maintenanceRate,
            @Nullable BigDecimal initialRate,
            BigDecimal maxLeverage,
            @Nullable BigDecimal deduction) {

        /** Leverage times initial rate is 1, or, of rates in percent, 100. */
        private boolean isInPercent() {
            return initialRate != null && initialRate.multiply(maxLeverage).compareTo(BigDecimal.TEN) > 0;
        }

        /** The same with rates that were told in percent. */
        private Row ofPercent() {
            return new Row(
                    floor,
                    cap,
                    maintenanceRate.movePointLeft(2),
                    initialRate == null ? null : initialRate.movePointLeft(2),
                    maxLeverage,
                    deduction);
        }
    }

    /** Whether a venue charges each slice of a position its own rate, or the whole of it that of its row. */
    public enum Charging {
        BY_SLICE,
        WHOLE
    }

    /** Why a table cannot be used. */
    public static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1;

        private UnusableException(String fault) {
            super(fault);
        }

        /** In words. */
        public String fault() {
            return String.valueOf(getMessage());
        }
    }

    private RiskLadder() {}

    /**
     * The rows in order, with floors and, where slices are charged, deductions, which follow from floors and rates.
     *
     * @throws UnusableException if they have holes, overlaps, falling rates, or anything else that cannot be
     */
    public static List<Tier> check(List<Row> given, Charging charging) throws UnusableException {
        if (given.isEmpty() || given.size() > MOST_ROWS) {
            throw new UnusableException(given.isEmpty() ? "no tier" : "more than " + MOST_ROWS + " tiers");
        }
        List<Row> rows = new ArrayList<>(given);
        rows.sort(Comparator.comparing(Row::cap));
        if (rows.get(0).isInPercent()) {
            rows.replaceAll(Row::ofPercent);
        }
        List<Tier> tiers = new ArrayList<>();
        for (Row row : rows) {
            int number = tiers.size() + 1;
            tiers.add(tier(row, number, tiers.isEmpty() ? null : tiers.get(tiers.size() - 1), charging));
        }
        return tiers;
    }

    private static Tier tier(Row row, int number, @Nullable Tier before, Charging charging) throws UnusableException {
        String name = "tier " + number;
        BigDecimal floor = before == null ? BigDecimal.ZERO : before.cap();
        require(row.cap.compareTo(floor) > 0, name + " ends at " + plain(row.cap) + ", where it begins");
        if (row.floor != null) {
            String begins = name + " begins at " + plain(row.floor);
            require(row.floor.compareTo(floor) >= 0, begins + ", below the end of the one before, " + plain(floor));
            require(
                    row.floor.subtract(floor).compareTo(STEP) <= 0,
                    begins + ", the one before ends at " + plain(floor));
        }
        BigDecimal rate = row.maintenanceRate;
        require(
                rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0,
                name + " has a maintenance rate of " + plain(rate));
        BigDecimal leverage = row.maxLeverage;
        require(
                leverage.compareTo(BigDecimal.ONE) >= 0 && leverage.compareTo(MOST_LEVERAGE) <= 0,
                name + " has a leverage of " + plain(leverage));
        BigDecimal initial =
                row.initialRate == null ? BigDecimal.ONE.divide(leverage, MathContext.DECIMAL64) : row.initialRate;
        require(
                initial.multiply(leverage).subtract(BigDecimal.ONE).abs().compareTo(ROUNDING) <= 0,
                name + " has a leverage of " + plain(leverage) + ", but an initial rate of " + plain(initial));
        require(
                rate.compareTo(initial) <= 0,
                name + " has a maintenance rate of " + plain(rate) + ", above its initial rate " + plain(initial));
        if (before != null) {
            require(
                    rate.compareTo(before.maintenanceRate()) >= 0,
                    name + " has a maintenance rate of " + plain(rate) + ", below the one before, "
                            + plain(before.maintenanceRate()));
            require(
                    leverage.compareTo(before.maxLeverage()) <= 0,
                    name + " has a leverage of " + plain(leverage) + ", above the one before, "
                            + plain(before.maxLeverage()));
        }
        BigDecimal deduction = charging == Charging.WHOLE ? null : deduction(row, name, before);
        return new Tier(floor, row.cap, rate, initial, leverage, deduction);
    }

    /** It follows from the row before; one that was told and differs shows that something else is wrong. */
    private static BigDecimal deduction(Row row, String name, @Nullable Tier before) throws UnusableException {
        BigDecimal follows = BigDecimal.ZERO;
        if (before != null && before.deduction() != null) {
            follows = before.deduction()
                    .add(before.cap().multiply(row.maintenanceRate.subtract(before.maintenanceRate())));
        }
        if (row.deduction != null) {
            require(
                    row.deduction.subtract(follows).abs().compareTo(CENT) <= 0,
                    name + " has a deduction of " + plain(row.deduction) + ", but " + plain(follows)
                            + " follows from its rates");
        }
        return follows.signum() == 0 ? BigDecimal.ZERO : follows.stripTrailingZeros();
    }

    private static void require(boolean fine, String fault) throws UnusableException {
        if (!fine) {
            throw new UnusableException(fault);
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.precision() + Math.abs(stripped.scale()) > 40 ? stripped.toString() : stripped.toPlainString();
    }
}
