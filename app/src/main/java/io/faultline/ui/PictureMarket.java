package io.faultline.ui;

import io.faultline.desk.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which market a picture is of: the one asked for or, where no exchange answers, a practice market. */
final class PictureMarket {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** Longer than a connection may take to be opened. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final Logger LOG = LoggerFactory.getLogger(PictureMarket.class);

    private PictureMarket() {}

    /** Waits until an exchange answers or none does, some seconds at most; a market that is not drawn is closed. */
    static Session of(Sessions sessions, Session first) {
        if (first.mode() != Session.Mode.LIVE) {
            return first;
        }
        StandIns standIns = new StandIns();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST_NANOS && !StandIns.isAnswered(first)) {
            if (standIns.wanted(first, System.nanoTime())) {
                return standIn(sessions, first).orElse(first);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return first;
    }

    private static Optional<Session> standIn(Sessions sessions, Session first) {
        try {
            Optional<Session> practice = sessions.practice(first.view().symbol());
            if (practice.isPresent()) {
                LOG.warn(
                        "{} The picture is of the PRACTICE market.",
                        MarketNotice.trouble(first.view(), first.nowNanos()));
                first.close();
            }
            return practice;
        } catch (IOException e) {
            LOG.warn("no practice market either: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
