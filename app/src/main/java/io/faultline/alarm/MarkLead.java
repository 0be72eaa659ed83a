package io.faultline.alarm;

/**
 * Whose marks count: those of one source, until it falls silent or is gone. Marks of several venues differ by their basis,
 * and prices that hop between them would cross what no price has crossed.
 */
final class MarkLead {
    private static final long SILENT = 15_000;
    private static final long HEAD_START = 3_000;

    private String source;
    private long heardAt;

    /** @param source that led before, and has a head start; empty for none */
    MarkLead(String source) {
        this.source = source;
        heardAt = HEAD_START - SILENT;
    }

    boolean leads(String candidate, long elapsed) {
        boolean takesOver = source.isEmpty() || elapsed - heardAt >= SILENT;
        if (!candidate.equals(source) && !takesOver) {
            return false;
        }
        source = candidate;
        heardAt = elapsed;
        return true;
    }

    /** It is switched off, or its connection lost: another one may take over at once. */
    void gone(String candidate, long elapsed) {
        if (candidate.equals(source)) {
            heardAt = elapsed - SILENT;
        }
    }

    /** Whether a mark has come lately. */
    boolean heard(long elapsed) {
        return elapsed - heardAt < SILENT;
    }
}
