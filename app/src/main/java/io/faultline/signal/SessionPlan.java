package io.faultline.signal;

/**
 * A plan with its size. Nothing is ever sent.
 *
 * @param quantity base coin
 * @param riskUsd lost at the stop
 * @param leverage notional over account
 * @param rewardRisk gain at the target over loss at the stop
 */
public record SessionPlan(
        PlanStyle style,
        PlanLevels levels,
        double quantity,
        double notionalUsd,
        double riskUsd,
        double leverage,
        double rewardRisk) {}
