package io.faultline.practice;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

/** Writes that take their time. */
final class Slowly {
    private Slowly() {}

    /** Writes at once, or byte by byte if {@code apart} is not zero. */
    static void write(OutputStream to, byte[] bytes, Duration apart) throws IOException {
        if (apart.isZero()) {
            to.write(bytes);
            to.flush();
            return;
        }
        for (byte b : bytes) {
            to.write(b);
            to.flush();
            try {
                Thread.sleep(apart.toMillis());
            } catch (InterruptedException stopped) {
                throw new InterruptedIOException();
            }
        }
    }
}
