package io.faultline.feed;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Failures in the words that people read. */
final class Words {
    private Words() {}

    /** Why a request or a connection failed. */
    static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UnknownHostException || cause.getCause() instanceof UnresolvedAddressException) {
            return "no such host" + suffix(cause.getMessage());
        }
        if (cause instanceof ConnectException) {
            return "cannot connect" + suffix(cause.getMessage());
        }
        if (cause instanceof HttpTimeoutException || cause instanceof CancellationException) {
            return "no whole answer in time";
        }
        return cause.getClass().getSimpleName() + suffix(cause.getMessage());
    }

    private static String suffix(@Nullable String message) {
        return message == null || message.isBlank() ? "" : ": " + message;
    }

    /** At most so many characters, with everything that is not printable ASCII as {@code \}{@code uXXXX}. */
    static String escaped(String text, int maxChars) {
        StringBuilder out = new StringBuilder();
        int end = Math.min(text.length(), maxChars);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return end < text.length() ? out + "… (" + text.length() + " characters)" : out.toString();
    }

    /** A time span at the precision that people care for: {@code 300 ms}, {@code 9 s}, {@code 4 min}. */
    static String span(Duration span) {
        long millis = span.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 120_000 ? millis / 1_000 + " s" : millis / 60_000 + " min";
    }
}
