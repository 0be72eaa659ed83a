package io.faultline.ui.panel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.faultline.market.Venue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What plans are sized by, for all symbols.
 *
 * @param accountUsd from 1 to a trillion
 * @param risk share of the account to lose at the stop before it is halved, 0.005 to 0.02; null for the rule's own
 * @param venue where plans are traded; null for the first that lists the symbol
 * @param makerFee share of notional, for paper trades
 * @param takerFee share of notional, for paper trades
 * @param secondTarget whether paper trades keep half for the second target
 */
public record PlanAccount(
        double accountUsd,
        @Nullable Double risk,
        @Nullable Venue venue,
        double makerFee,
        double takerFee,
        boolean secondTarget) {
    /** 10,000 USD, the rule's risk, and the usual fees. */
    public static final PlanAccount DEFAULT = new PlanAccount(10_000, null, null, 0.0002, 0.0005, false);

    private static final double LEAST_RISK = 0.005;
    private static final double MOST_RISK = 0.02;
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    public PlanAccount {
        if (!(accountUsd >= 1 && accountUsd <= 1e12)) {
            throw new IllegalArgumentException("an account is from 1 to a trillion USD");
        }
        if (risk != null && !(risk >= LEAST_RISK && risk <= MOST_RISK)) {
            throw new IllegalArgumentException("risk is from 0.5 % to 2 % of the account");
        }
    }

    public PlanAccount withAccount(double usd) {
        return new PlanAccount(usd, risk, venue, makerFee, takerFee, secondTarget);
    }

    public PlanAccount withRisk(@Nullable Double share) {
        return new PlanAccount(accountUsd, share, venue, makerFee, takerFee, secondTarget);
    }

    public PlanAccount withVenue(@Nullable Venue at) {
        return new PlanAccount(accountUsd, risk, at, makerFee, takerFee, secondTarget);
    }

    public PlanAccount withSecondTarget(boolean on) {
        return new PlanAccount(accountUsd, risk, venue, makerFee, takerFee, on);
    }

    String json() {
        return GSON.toJson(this);
    }

    /** Empty if it is none. */
    static Optional<PlanAccount> read(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, PlanAccount.class));
        } catch (RuntimeException e) { // whatever is thrown of a text that is none
            return Optional.empty();
        }
    }
}
