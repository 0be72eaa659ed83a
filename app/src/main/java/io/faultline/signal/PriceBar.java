package io.faultline.signal;

/**
 * One bar of the chosen window.
 *
 * @param volumeUsd traded
 */
public record PriceBar(double open, double high, double low, double close, double volumeUsd) {
    double range() {
        return high - low;
    }
}
