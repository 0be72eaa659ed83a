package io.faultline.practice;

/**
 * A row of times so far apart, oldest first, of which a request wants some.
 *
 * @param first the oldest
 * @param step milliseconds from one to the next
 * @param count how many; may be 0
 */
record Stretch(long first, long step, int count) {
    /**
     * The newest {@code limit} multiples of {@code step} from {@code from} to {@code to}, both included, none in the
     * future and none longer ago than is told; from a given start the oldest ones.
     *
     * @param from below 0 if none was given
     */
    static Stretch of(long step, long from, long to, int limit, long now, Course course) {
        long oldest = ceil(Math.max(from, course.oldest(now)), step);
        long newest = Math.floorDiv(Math.min(to, now), step) * step;
        long count = newest < oldest ? 0 : (newest - oldest) / step + 1;
        if (count <= limit) {
            return new Stretch(oldest, step, (int) count);
        }
        return new Stretch(from < 0 ? newest - (limit - 1) * step : oldest, step, limit);
    }

    private static long ceil(long millis, long step) {
        return Math.floorDiv(millis + step - 1, step) * step;
    }

    /** The {@code index}th, 0 is the oldest. */
    long at(int index) {
        return first + index * step;
    }

    /** The {@code index}th, 0 is the newest. */
    long fromNewest(int index) {
        return first + (count - 1 - index) * step;
    }
}
