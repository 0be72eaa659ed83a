package io.faultline.ui.lanes;

/**
 * What one lane shows.
 *
 * @param track its line; empty for the volume, which is bars
 * @param figure its value now, or at the end of what is shown
 * @param note what the figure is about
 */
record Lane(Kind kind, String name, Track track, String figure, String note) {
    enum Kind {
        DELTA,
        INTEREST,
        VOLUME
    }
}
