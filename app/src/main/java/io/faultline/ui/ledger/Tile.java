package io.faultline.ui.ledger;

/**
 * One figure of the ledger, with what it must be held against.
 *
 * @param id for tests and style
 * @param value with its interval and how many it rests on; or what is still needed
 * @param beside what it is measured against; empty for nothing
 * @param verdict whether it is shown to work, in words; empty while there is too little
 * @param claim what the field says, unsourced; empty where it says nothing
 */
record Tile(String id, String title, String value, String beside, String verdict, String claim, Weight weight) {
    /** How much it says. */
    enum Weight {
        /** Too little evidence for any figure. */
        NEEDS_MORE,
        /** A figure that a baseline explains as well. */
        NOT_SHOWN,
        /** Outside what chance gives. */
        SHOWN,
        /** A figure of which no baseline is known. */
        MEASURED
    }

    /** As lines to copy. */
    String text() {
        StringBuilder text = new StringBuilder(title).append(": ").append(value);
        for (String more : new String[] {beside, verdict, claim}) {
            if (!more.isEmpty()) {
                text.append("; ").append(more);
            }
        }
        return text.toString();
    }
}
