package io.faultline.market;

/**
 * A stretch of time that is not empty.
 *
 * @param fromMillis its first instant, milliseconds since 1970
 * @param toMillis the first instant after it
 */
public record TimeSpan(long fromMillis, long toMillis) {
    public TimeSpan {
        if (fromMillis >= toMillis) {
            throw new IllegalArgumentException("an empty span of time: " + fromMillis + " to " + toMillis);
        }
    }

    public long millis() {
        return toMillis - fromMillis;
    }

    public boolean contains(long timeMillis) {
        return timeMillis >= fromMillis && timeMillis < toMillis;
    }

    public boolean contains(TimeSpan other) {
        return other.fromMillis >= fromMillis && other.toMillis <= toMillis;
    }

    public boolean overlaps(TimeSpan other) {
        return other.fromMillis < toMillis && other.toMillis > fromMillis;
    }
}
