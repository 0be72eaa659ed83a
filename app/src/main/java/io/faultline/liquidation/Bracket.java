package io.faultline.liquidation;

/**
 * One row of a venue's margin table. Floor and cap are USD of notional or, under {@link FlatContracts}, contracts.
 *
 * @param floor exclusive
 * @param cap inclusive
 * @param maintenanceRate share of the notional that must remain as margin
 * @param deductionUsd what the requirement is lowered by, so that it has no jump at the floor; 0 where a venue charges
 *     its rate on the whole position
 * @param maxLeverage highest leverage that a position of this size may have
 */
public record Bracket(double floor, double cap, double maintenanceRate, double deductionUsd, double maxLeverage) {}
