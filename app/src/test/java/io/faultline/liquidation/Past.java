package io.faultline.liquidation;

import io.faultline.market.Venue;
import java.util.List;
import java.util.Set;

/** Does at once what a session has a worker do. */
public final class Past {
    private Past() {}

    /** Returns what had to be done with the bars, in words. */
    public static String learn(SymbolGrid grid, Venue venue, List<GridBar> past, Set<GridFlag> flags) {
        return grid.learning(venue, past, flags)
                .map(learning -> {
                    grid.adopt(learning.run(), 0);
                    return learning.remark();
                })
                .orElse("");
    }

    /** The same grid under other parameters. */
    public static SymbolGrid under(SymbolGrid grid, ModelParameters parameters) {
        List<KeptVenue> states =
                grid.again(parameters).stream().map(Learning::run).toList();
        return grid.under(parameters, states);
    }
}
