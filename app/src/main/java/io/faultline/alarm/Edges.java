package io.faultline.alarm;

/**
 * A cluster's edges.
 *
 * @param near met first by price
 * @param far on the other side of the mass
 */
public record Edges(double near, double far) {}
