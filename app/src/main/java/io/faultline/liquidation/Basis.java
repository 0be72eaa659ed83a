package io.faultline.liquidation;

/** What a picture shows of a bin: the modelled mass, or what is expected to be reported of it. Never both in one. */
public enum Basis {
    AT_RISK,
    EXPECTED_FORCED
}
