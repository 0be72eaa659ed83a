package io.faultline.desk;

import io.faultline.liquidation.KeptVenue;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ParameterText;
import io.faultline.market.ModelChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Changes of the model's parameters as events carry them: a line of the parameters, and one of each venue's state. */
final class ModelChanges {
    private ModelChanges() {}

    /** @param states under those parameters */
    record Change(ModelParameters parameters, List<KeptVenue> states) {
        Change {
            states = List.copyOf(states);
        }
    }

    static String text(ModelParameters parameters, Collection<KeptVenue> states) {
        StringBuilder lines = new StringBuilder(ParameterText.of(parameters));
        for (KeptVenue state : states) {
            lines.append('\n').append(KeptGrids.text(state));
        }
        return lines.toString();
    }

    /** Empty if it is damaged, or of another version. */
    static Optional<Change> read(ModelChange event) {
        String[] lines = event.state().split("\n", -1);
        List<KeptVenue> states = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            Optional<KeptVenue> state = KeptGrids.read(lines[i]);
            if (state.isEmpty()) {
                return Optional.empty();
            }
            states.add(state.get());
        }
        return ParameterText.read(lines[0]).map(parameters -> new Change(parameters, states));
    }
}
