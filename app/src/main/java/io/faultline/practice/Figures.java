package io.faultline.practice;

/** Numbers that are not on a contract's grid, written as decimals. */
final class Figures {
    private Figures() {}

    /** A figure in quotes under a name. */
    static Json text(Json json, String name, double value, int decimals) {
        return json.decimal(name, scaled(value, decimals), decimals, decimals);
    }

    /** A figure in quotes as an element of an array. */
    static Json value(Json json, double value, int decimals) {
        return json.value(scaled(value, decimals), decimals, decimals);
    }

    private static long scaled(double value, int decimals) {
        return Math.round(value * Math.pow(10, decimals));
    }
}
