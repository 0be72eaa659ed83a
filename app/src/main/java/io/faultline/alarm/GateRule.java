package io.faultline.alarm;

/**
 * What is live and continuous, all in milliseconds.
 *
 * @param spacing least time between samples that count; 5 a second
 * @param gap silence after which continuity is lost
 * @param skew how far a sample's age may be off what is usual
 * @param proof how long samples of another age must come at the pace of life until they are what is usual
 */
public record GateRule(long spacing, long gap, long skew, long proof) {
    public static final GateRule DEFAULT = new GateRule(200, 10_000, 5_000, 10_000);

    public GateRule {
        if (spacing < 0 || gap <= spacing || skew <= 0 || proof <= 0) {
            throw new IllegalArgumentException(
                    "gate of spacing " + spacing + ", gap " + gap + ", skew " + skew + ", proof " + proof);
        }
    }
}
