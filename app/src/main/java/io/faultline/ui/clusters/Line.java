package io.faultline.ui.clusters;

/**
 * A line of a card: what it is about, the figure, the rule that it is held against, and what comes of it.
 *
 * @param rule short
 * @param more the rule in full; empty where there is no more to say
 * @param share of the bar under the figure that is filled, 0 to 1; NaN for no bar
 */
record Line(Mark mark, String name, String value, String rule, String more, double share) {
    /** What comes of it; the sign says it without colour. */
    enum Mark {
        YES("✓", "ok"),
        NO("–", "low"),
        AGAINST("×", "bad"),
        UNKNOWN("?", "warn"),
        NONE("", "low");

        private final String sign;
        private final String tone;

        Mark(String sign, String tone) {
            this.sign = sign;
            this.tone = tone;
        }

        String sign() {
            return sign;
        }

        /** Class of the style sheet. */
        String tone() {
            return tone;
        }
    }

    /** Without a bar. */
    Line(Mark mark, String name, String value, String rule, String more) {
        this(mark, name, value, rule, more, Double.NaN);
    }

    /** With a bar, and a rule that says all. */
    Line(Mark mark, String name, String value, String rule, double share) {
        this(mark, name, value, rule, "", share);
    }

    /** The rule as fully as it is known. */
    String wholeRule() {
        return more.isEmpty() ? rule : rule.isEmpty() ? more : rule + "; " + more;
    }

    /** {@code ✓ Of open interest: 1.4 % ≥ 0.5 %}. */
    String text() {
        return (mark.sign + "\t" + name + "\t" + value + "\t" + wholeRule()).stripTrailing();
    }
}
