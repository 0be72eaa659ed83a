package io.faultline.ui.text;

/**
 * Numbers in the one form of the workspace, whatever the system's locale. Written by hand because
 * {@code String.format} costs five times the drawing of a ladder.
 */
public final class Numbers {
    private static final String MINUS = "\u2212";
    /** As narrow as a thin space, which the type family has no glyph for, and as unbreakable. */
    private static final String UNIT_SPACE = "\u00a0";

    private static final String[] USD_UNITS = {"k", "M", "B", "T"};

    private Numbers() {}

    /** A price with that many decimals and thousands commas: {@code 104,218.4}. */
    public static String price(double price, int decimals) {
        if (!Double.isFinite(price)) {
            return "–";
        }
        return (price < 0 ? MINUS : "") + grouped(Math.abs(price), decimals);
    }

    /** USD in three significant digits: {@code 912}, {@code 456k}, {@code 1.23M}, {@code 45.6M}, {@code 12.8B}. */
    public static String usd(double usd) {
        if (!Double.isFinite(usd)) {
            return "?";
        }
        double size = Math.abs(usd);
        String sign = usd < 0 ? MINUS : "";
        if (size < 999.5) {
            return sign + Math.round(size);
        }
        int unit = 0;
        double value = size / 1000;
        while (unit < USD_UNITS.length - 1 && value >= 999.5) {
            value /= 1000;
            unit++;
        }
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return sign + grouped(value, decimals) + USD_UNITS[unit];
    }

    /** USD in two significant digits, for narrow places: {@code 1.2M}, {@code 46M}, {@code 157M}. */
    public static String roundUsd(double usd) {
        if (!Double.isFinite(usd) || Math.abs(usd) < 1) {
            return usd(usd);
        }
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.abs(usd)) / 3) * 3));
        double digits = Math.abs(usd) / unit;
        double rounded = digits >= 9.95 ? Math.round(digits) : Math.round(digits * 10) / 10.0;
        return usd(Math.copySign(rounded * unit, usd)).replaceFirst("\\.0+(?=\\D)|(?<=\\.\\d)0(?=\\D)", "");
    }

    /** USD in full: {@code 1,234,567}. */
    public static String usdInFull(double usd) {
        return Double.isFinite(usd) ? (usd < 0 ? MINUS : "") + grouped(Math.abs(usd), 0) : "?";
    }

    /** A percentage of which {@code fraction} 0.01 is 1 %, with no sign when positive: {@code 0.0108 %}. */
    public static String percent(double fraction, int decimals) {
        if (!Double.isFinite(fraction)) {
            return "–";
        }
        String digits = grouped(Math.abs(fraction * 100), decimals);
        return (fraction < 0 && !isZero(digits) ? MINUS : "") + digits + UNIT_SPACE + "%";
    }

    /** A change, with its sign always shown: {@code +2.1 %}. */
    public static String change(double fraction, int decimals) {
        if (!Double.isFinite(fraction)) {
            return "–";
        }
        String digits = grouped(Math.abs(fraction * 100), decimals);
        String sign = isZero(digits) ? "" : fraction < 0 ? MINUS : "+";
        return sign + digits + UNIT_SPACE + "%";
    }

    /** How old something is: {@code 42 ms}, {@code 3.4 s}, {@code 6 h 10}, {@code 1 d 04}. */
    public static String age(long nanos) {
        long millis = Math.max(0, nanos / 1_000_000);
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            return millis / 1000 + "." + millis / 100 % 10 + " s";
        }
        long seconds = millis / 1000;
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h " + twoDigits(seconds / 60 % 60);
        }
        return seconds / 86_400 + " d " + twoDigits(seconds / 3600 % 24);
    }

    /** Time left: {@code 01:33:55}; zero when it has passed. */
    public static String countdown(long nanos) {
        long seconds = Math.max(0, nanos / 1_000_000_000L);
        return twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
    }

    /** Time of day in UTC: {@code 14:26:05}. */
    public static String time(long nanos) {
        long seconds = Math.floorMod(Math.floorDiv(nanos, 1_000_000_000L), 86_400L);
        return twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
    }

    private static String twoDigits(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }

    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    /** Half up, thousands commas; {@code value} is not negative. Beyond 2^63 it falls back to plain digits. */
    private static String grouped(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        double scaled = value * scale;
        if (scaled > 9e18) {
            return new java.math.BigDecimal(value).toPlainString();
        }
        long rounded = Math.round(scaled);
        long unit = (long) scale;
        long whole = rounded / unit;
        StringBuilder out = new StringBuilder(24).append(whole);
        for (int i = out.length() - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        if (decimals > 0) {
            out.append('.');
            String fraction = Long.toString(rounded % unit);
            out.append("0".repeat(decimals - fraction.length())).append(fraction);
        }
        return out.toString();
    }
}
