package io.faultline.ui.panel;

import io.faultline.desk.Session;
import io.faultline.ui.text.Numbers;

/** Where the data of a session are from, in words for all that leaves its window. */
public final class Source {
    private Source() {}

    /** {@code LIVE}, {@code PRACTICE cascade seed 7 100×}, {@code REPLAY}, {@code PRACTICE REPLAY}. */
    public static String of(Session session) {
        return switch (session.mode()) {
            case LIVE -> "LIVE";
            case PRACTICE -> "PRACTICE" + session.terms().map(Source::words).orElse("");
            case REPLAY -> session.practice() ? "PRACTICE REPLAY" : "REPLAY";
        };
    }

    /** The same with what stands between it and the words that it labels; empty for the live market. */
    public static String label(Session session, String between) {
        return session.mode() == Session.Mode.LIVE ? "" : of(session) + between;
    }

    private static String words(Session.Practice terms) {
        return (terms.script().isEmpty() ? "" : " " + terms.script()) + " seed " + terms.seed()
                + (terms.speed() == 1 ? "" : " " + times(terms.speed()));
    }

    /** {@code 10×}, {@code 0.5×}. */
    public static String times(double speed) {
        return Numbers.price(speed, speed == Math.rint(speed) ? 0 : 1) + "×";
    }
}
