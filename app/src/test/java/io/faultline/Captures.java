package io.faultline;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Captured exchange data, which is other people's and so lies beside the repository, in {@code ../shared/captures}, not
 * in it. A test that asks for it where it is absent is skipped, and says so.
 */
public final class Captures {
    private static final Path FROM_ROOT = Path.of("..", "shared", "captures");

    private Captures() {}

    /** A file or folder of the captures, such as {@code binance-usdm-btcusdt-20220811/capture.jsonl.gz}. */
    public static Path file(String name) {
        Path root =
                Files.isDirectory(Path.of("app")) ? FROM_ROOT : Path.of("..").resolve(FROM_ROOT);
        Path file = root.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: no captured data at " + file);
        return file;
    }

    /** The main capture: 345 s of BTCUSDT with its snapshot in line. */
    public static Path btcusdt() {
        return file("binance-usdm-btcusdt-20240808/capture.jsonl.gz");
    }
}
