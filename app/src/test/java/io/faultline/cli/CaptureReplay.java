package io.faultline.cli;

import io.faultline.Captures;
import io.faultline.desk.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The main capture as the window replays it, for benchmarks of other packages. */
public final class CaptureReplay {
    private CaptureReplay() {}

    /** Paused before its first frame. */
    public static Session open() throws IOException {
        return Markets.replay(List.of(Captures.btcusdt()), Optional.empty(), Venues.live());
    }
}
