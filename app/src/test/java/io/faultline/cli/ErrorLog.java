package io.faultline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Keeps what is logged, while it lasts, beside printing it. */
final class ErrorLog implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    ErrorLog() {
        System.setErr(new PrintStream(kept, true, UTF_8));
    }

    String text() {
        return kept.toString(UTF_8);
    }

    @Override
    public void close() {
        System.setErr(before);
        before.print(text());
    }
}
