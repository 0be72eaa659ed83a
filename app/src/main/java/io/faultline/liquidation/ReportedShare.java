package io.faultline.liquidation;

/**
 * What one venue is expected to report of the swept mass of one side, as it stood at one moment, model 5. Immutable:
 * predictions are made with what was known before.
 *
 * @param forcedUsd a: reported USD behind the share
 * @param sweptUsd b: swept USD behind the share; positive
 * @param eventUsd u: USD of one forced event
 */
public record ReportedShare(double forcedUsd, double sweptUsd, double eventUsd) {
    /** c, the share expected of the next swept dollar. */
    public double share() {
        return forcedUsd / sweptUsd;
    }

    /** What is expected of a mass, with how sure that is. */
    public ForcedFlow expect(double massUsd) {
        return ForcedFlow.of(massUsd, forcedUsd, sweptUsd, eventUsd);
    }
}
