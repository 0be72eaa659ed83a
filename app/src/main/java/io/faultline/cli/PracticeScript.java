package io.faultline.cli;

import io.faultline.desk.Session;
import io.faultline.practice.MarketScript;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A script on a practice market that somebody watches: it begins when the session that is to see it knows the past, and
 * sets its alarm in that session. On the thread that moves the market, but for {@link #watchedBy}.
 */
final class PracticeScript {
    /** What scripts are written for: the sums that they move are of its size. */
    static final String SYMBOL = "BTCUSDT";

    /** 2026-01-05T20:00Z, a Monday, at the hour when least is traded: the calendar is part of the market. */
    static final long START_MILLIS = 1_767_643_200_000L;

    /** Of the market before it; enough for what is compared with a week. */
    static final int PAST_DAYS = 10;

    /** Before a script nothing happens, so that what comes stands out. */
    private static final Duration QUIET = Duration.ofHours(5);

    private static final long SECOND_MILLIS = 1_000;
    /** A session that does not come to know the past for so long will not. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final MarketScript.Name name;
    private final PracticeExchange exchange;
    private volatile @Nullable Session watching;
    private @Nullable MarketScript script;
    private @Nullable ScenarioArming arming;
    private long waitingSince;

    PracticeScript(MarketScript.Name name, PracticeExchange exchange) {
        this.name = name;
        this.exchange = exchange;
    }

    /** A market that a script can play on: the same for whoever asks with that seed. */
    static PracticeSettings market(PracticeSettings settings, int pastDays) {
        return settings.withCrowd(pastDays).withQuiet(QUIET);
    }

    /** Its name as the command line has it. */
    String word() {
        return name.word();
    }

    /** The session that is to see it; any thread. */
    void watchedBy(Session session) {
        watching = session;
    }

    /** Whether it has begun. */
    boolean begun() {
        return script != null;
    }

    /** Does what is due by then, before the market moves on. */
    void actUntil(long millis) {
        Session session = watching;
        MarketScript playing = script;
        if (session == null) {
            return;
        }
        if (playing == null) {
            waitingSince = waitingSince == 0 ? System.nanoTime() : waitingSince;
            if (knowsThePast(session) || System.nanoTime() - waitingSince > PATIENCE_NANOS) {
                script = MarketScript.of(name, exchange, SYMBOL, millis);
                arming = new ScenarioArming(session.alarms());
            }
            return;
        }
        playing.actUntil(millis);
        ScenarioArming arms = arming;
        if (arms != null && millis % SECOND_MILLIS == 0) {
            playing.aim().ifPresent(aim -> arms.see(session.view(), aim));
        }
    }

    private static boolean knowsThePast(Session session) {
        return session.past().map(past -> past.fraction() >= 1).orElse(true)
                && session.view().clusters().known();
    }
}
