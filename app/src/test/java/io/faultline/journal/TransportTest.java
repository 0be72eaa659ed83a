package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.journal.Transport.Action;
import io.faultline.market.Frame;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TransportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = SampleFrames.START;

    private final AtomicLong wall = new AtomicLong(-5 * SECOND);
    private final Transport transport = new Transport(START, wall::get);

    private static Frame frame(long seconds) {
        return new Frame(START + seconds * SECOND, "okx", Frame.Kind.WS, "", "", "");
    }

    @Test
    void marketTimeIsWallTimeTimesSpeedUpToTheNextFrame() throws InterruptedException {
        transport.begin(frame(0));
        transport.pause(false);
        assertThat(transport.await()).isEqualTo(Action.DELIVER);
        transport.delivered(frame(60));
        transport.speed(10);

        wall.addAndGet(SECOND);
        assertThat(transport.nowNanos()).isEqualTo(START + 10 * SECOND);
        transport.speed(20);
        wall.addAndGet(2 * SECOND);
        assertThat(transport.nowNanos()).isEqualTo(START + 50 * SECOND);
        wall.addAndGet(SECOND);
        assertThat(transport.nowNanos()).isEqualTo(START + 60 * SECOND);
        assertThat(transport.await()).isEqualTo(Action.DELIVER);
    }

    @Test
    void aShortLagIsMadeUpFor() throws InterruptedException {
        transport.begin(frame(0));
        transport.speed(10);
        transport.pause(false);

        wall.addAndGet(SECOND / 2);
        assertThat(transport.await()).isEqualTo(Action.DELIVER);
        transport.delivered(frame(4));
        assertThat(transport.await()).isEqualTo(Action.DELIVER);
        transport.delivered(frame(20));
        assertThat(transport.nowNanos()).isEqualTo(START + 5 * SECOND);
    }

    @Test
    void afterALongStallItGoesOnAtThePaceInsteadOfRushing() throws InterruptedException {
        transport.begin(frame(0));
        transport.pause(false);

        wall.addAndGet(3600 * SECOND);
        assertThat(transport.await()).isEqualTo(Action.DELIVER);
        transport.delivered(frame(5));
        assertThat(transport.nowNanos()).isEqualTo(START);
        wall.addAndGet(2 * SECOND);
        assertThat(transport.nowNanos()).isEqualTo(START + 2 * SECOND);
    }

    @Test
    void theLatestOfSeveralSeeksCounts() throws InterruptedException {
        transport.begin(frame(0));
        transport.seek(START + 100 * SECOND);
        transport.seek(START + SECOND);
        assertThat(transport.await()).isEqualTo(Action.DELIVER);
        transport.delivered(frame(10));

        assertThat(transport.await()).isEqualTo(Action.ARRIVE);
        assertThat(transport.nowNanos()).isEqualTo(START + SECOND);
        assertThat(transport.seeking()).isFalse();
    }

    @Test
    void goingBackBetweenTwoFramesNeedsNoRestart() throws InterruptedException {
        transport.begin(frame(0));
        transport.seek(START + 9 * SECOND);
        assertThat(transport.await()).isEqualTo(Action.DELIVER);
        transport.delivered(frame(10));
        assertThat(transport.await()).isEqualTo(Action.ARRIVE);

        transport.seek(START + 3 * SECOND);
        assertThat(transport.await()).isEqualTo(Action.ARRIVE);
        assertThat(transport.nowNanos()).isEqualTo(START + 3 * SECOND);
    }
}
