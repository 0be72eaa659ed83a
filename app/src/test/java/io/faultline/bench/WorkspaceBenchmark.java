package io.faultline.bench;

import io.faultline.cli.CaptureReplay;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.ui.WorkspaceRun;
import java.io.IOException;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole window at 1920 by 1080, as the program opens it, while it replays the BTCUSDT capture: decoding, books and
 * desk beside it in the same process. The capture is long enough for warm-up and measurement at 10×.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx320m"})
@State(Scope.Benchmark)
public class WorkspaceBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    @Param("10")
    private int speed;

    private boolean warm;
    private Session session;
    private WorkspaceRun window;

    @Setup(Level.Trial)
    public void open() throws IOException {
        session = CaptureReplay.open();
        window = WorkspaceRun.open(session);
        ReplayControl replay = session.replay().orElseThrow();
        replay.speed(speed);
        replay.play();
    }

    @TearDown(Level.Trial)
    public void close() {
        window.close();
        session.close();
    }

    @Benchmark
    public void pulses(PulseCost cost) throws InterruptedException {
        cost.take(window.draw(warm ? MEASURED : WARM_UP));
        warm = true;
        if (session.replay().orElseThrow().ended()) {
            throw new IllegalStateException("the capture has ended before the measurement");
        }
    }
}
