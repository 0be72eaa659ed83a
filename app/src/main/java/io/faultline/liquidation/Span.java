package io.faultline.liquidation;

/**
 * What is kept of a stretch of time, and can be put together with what follows it.
 *
 * @param <T> itself
 */
sealed interface Span<T extends Span<T>> permits GridBar, HeatColumn {
    /** Exchange time. */
    long startMillis();

    /** The first instant after it. */
    long endMillis();

    T joined(T later);
}
