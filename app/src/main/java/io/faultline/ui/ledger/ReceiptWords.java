package io.faultline.ui.ledger;

import io.faultline.ledger.PathLines;
import io.faultline.ledger.Receipt;
import io.faultline.liquidation.ReportFeed;
import io.faultline.market.PositionSide;
import io.faultline.signal.PathState;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.Locale;

/** A touched cluster in words and figures. What is a lower bound says so. */
final class ReceiptWords {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private ReceiptWords() {}

    static String name(Receipt receipt) {
        return (receipt.side() == PositionSide.LONG ? "▼ " : "▲ ") + receipt.name();
    }

    static String time(Receipt receipt, long nowNanos) {
        return Moments.brief(receipt.atMillis() * NANOS_PER_MILLI, nowNanos);
    }

    /** {@code 91.8M (63.1M–119M)}, 80 %. */
    static String expected(Receipt receipt) {
        return Numbers.usd(receipt.expectedUsd()) + " (" + Numbers.usd(receipt.expectedLow80()) + "–"
                + Numbers.usd(receipt.expectedHigh80()) + ")";
    }

    /** With a sign where venues report less than they close. */
    static String reported(Receipt receipt) {
        if (!receipt.isReportKnown()) {
            return "?";
        }
        return (receipt.feed() == ReportFeed.THROTTLED ? "≥ " : "") + Numbers.usd(receipt.reportedUsd());
    }

    /** {@code hollow 0.18×}, half a minute before. */
    static String path(Receipt receipt) {
        PathLines path = receipt.path();
        String word = path.state().name().toLowerCase(Locale.ROOT);
        double figure = path.state() == PathState.DEFENDED ? path.wallTimes() : path.hollowRatio();
        return path.state() == PathState.UNKNOWN || path.state() == PathState.INSIDE || Double.isNaN(figure)
                ? word
                : word + " " + times(figure);
    }

    /** {@code 19.2M on the way, 88.4M behind}, as the books stood 30 s before. */
    static String book(Receipt receipt) {
        PathLines path = receipt.path();
        if (Double.isNaN(path.pathUsd())) {
            return "not seen";
        }
        return Numbers.usd(path.pathUsd()) + " on the way, " + Numbers.usd(path.catchUsd()) + " in it";
    }

    static String outcome(Receipt receipt, long nowNanos) {
        if (receipt.throughMillis() > 0) {
            return "passed after " + after(receipt.throughMillis() - receipt.atMillis());
        }
        if (receipt.turnedMillis() > 0) {
            return "turned after " + after(receipt.turnedMillis() - receipt.atMillis());
        }
        if (!receipt.isWhole()) {
            long left = receipt.atMillis() + Receipt.WHOLE_MILLIS - nowNanos / NANOS_PER_MILLI;
            return left > 0 ? "inside, " + after(left) + " to go" : "inside when last seen";
        }
        return "neither within 30 min";
    }

    private static String after(long millis) {
        return Numbers.age(Math.max(0, millis) * NANOS_PER_MILLI);
    }

    /** {@code 8 % of 144M modelled was reported}. */
    static String share(Receipt receipt) {
        if (!receipt.isReportKnown()) {
            return "no venue that is heard reports";
        }
        String least = receipt.feed() == ReportFeed.THROTTLED ? "at least " : "";
        return least + Numbers.percent(receipt.firedShare(), 1) + " reported";
    }

    static String throttle(Receipt receipt) {
        return switch (receipt.feed()) {
            case COMPLETE -> "the venues report every liquidation";
            case THROTTLED -> "a venue reports at most one liquidation a second: the reported sum is a lower bound";
            case NONE -> "no venue that is heard reports liquidations";
        };
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f×", ratio);
    }

    /** All of it, line by line. */
    static String whole(Receipt receipt, int decimals, long nowNanos) {
        String came = receipt.cameFast() == null
                ? "how fast price came is not known"
                : (receipt.cameFast() ? "price came fast" : "price came slowly")
                        + String.format(Locale.ROOT, ", %.1f bp a minute", receipt.approachBpsPerMinute());
        String error = Double.isNaN(receipt.priceError())
                ? "no reports to place"
                : "most was reported at " + Numbers.price(receipt.reportedPrice(), decimals) + ", "
                        + Numbers.percent(receipt.priceError(), 2) + " from the densest price";
        return String.join(
                "\n",
                receipt.name() + (receipt.side() == PositionSide.LONG ? " longs, " : " shorts, ")
                        + Numbers.price(receipt.near(), decimals) + " to " + Numbers.price(receipt.far(), decimals)
                        + ", touched " + time(receipt, nowNanos) + " UTC",
                "modelled " + Numbers.usd(receipt.massUsd()) + ", swept " + Numbers.usd(receipt.sweptUsd())
                        + ", expected in reports " + expected(receipt) + ", reported " + reported(receipt) + ": "
                        + share(receipt),
                throttle(receipt),
                "30 s before: path " + path(receipt) + ", " + book(receipt) + ", " + came,
                outcome(receipt, nowNanos) + ", furthest " + Numbers.change(receipt.extremeReturn(), 2) + "; " + error
                        + (receipt.isWhole() ? "" : "; not seen to its end"));
    }
}
