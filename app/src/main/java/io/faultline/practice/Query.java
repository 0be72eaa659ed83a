package io.faultline.practice;

/** Reads the parameters of history requests, which venues name differently. */
final class Query {
    private static final long FAR = Long.MAX_VALUE / 4;

    private Query() {}

    static long number(HttpHead request, String name, long otherwise) {
        String text = request.parameter(name);
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /** A limit that is asked for, at least 1 and no more than the venue allows. */
    static int limit(HttpHead request, int otherwise, int most) {
        return (int) Math.max(1, Math.min(most, number(request, "limit", otherwise)));
    }

    static long far() {
        return FAR;
    }

    /** Milliseconds of an interval such as {@code 1m}, {@code 5min}, {@code 15}, {@code 4H}, {@code 1DAY}; 0 if it is none. */
    static long interval(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        long count = digits == 0 ? 1 : Long.parseLong(text.substring(0, digits));
        return count
                * switch (text.substring(digits)) {
                    case "", "m", "min", "MIN", "MINS" -> Course.MINUTE;
                    case "h", "H", "HOUR", "HOURS" -> Course.HOUR;
                    case "d", "D", "DAY" -> Course.DAY;
                    default -> 0;
                };
    }
}
