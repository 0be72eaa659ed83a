package io.faultline.signal;

/**
 * What one book, or several added up, has along a {@link Way}.
 *
 * @param pathUsd from mid to the near edge
 * @param frontUsd in the stretch just before the near edge
 * @param catchUsd from the near edge to beyond the far one
 * @param coverage share of the way that was seen, at most 1
 */
record PathSums(double pathUsd, double frontUsd, double catchUsd, double coverage) {
    static final PathSums NONE = new PathSums(0, 0, 0, 1);

    PathSums plus(PathSums other) {
        return new PathSums(
                pathUsd + other.pathUsd,
                frontUsd + other.frontUsd,
                catchUsd + other.catchUsd,
                Math.min(coverage, other.coverage));
    }
}
