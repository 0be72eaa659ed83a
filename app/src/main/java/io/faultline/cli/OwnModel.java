package io.faultline.cli;

import io.faultline.desk.SignalRules;
import io.faultline.liquidation.ModelParameters;
import java.nio.file.Path;

/**
 * What the user has decided about the liquidation model and how it is read; shared by the program's sessions. Thread-safe.
 */
record OwnModel(BracketShelf brackets, KeptChoice<ModelParameters> parameters, KeptChoice<SignalRules> rules) {
    /** Kept in that folder. */
    static OwnModel in(Path home) {
        return new OwnModel(
                new BracketShelf(home.resolve("brackets")),
                KeptChoice.ofParameters(home.resolve("model.txt")),
                KeptChoice.ofRules(home.resolve("rules.txt")));
    }

    /** Nothing is kept. */
    static OwnModel unkept() {
        return new OwnModel(new BracketShelf(null), KeptChoice.ofParameters(null), KeptChoice.ofRules(null));
    }
}
