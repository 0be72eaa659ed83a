package io.faultline.desk;

import io.faultline.liquidation.cluster.Changes;
import io.faultline.liquidation.cluster.Track;

/**
 * What became of one cluster since somebody last looked.
 *
 * @param track as it is now, or was when last seen
 * @param thenUsd its mass then; NaN if it was not there
 * @param millis when it happened; for a change of mass, when it was last seen
 */
public record ClusterChange(Changes.Kind kind, Track track, double thenUsd, long millis) {}
