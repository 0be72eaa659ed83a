package io.faultline.cli;

import java.nio.file.Path;

/** What the user has decided about the liquidation model; shared by the program's sessions. Thread-safe. */
record OwnModel(BracketShelf brackets, ChosenModel parameters) {
    /** Kept in that folder. */
    static OwnModel in(Path home) {
        return new OwnModel(new BracketShelf(home.resolve("brackets")), new ChosenModel(home.resolve("model.txt")));
    }

    /** Nothing is kept. */
    static OwnModel unkept() {
        return new OwnModel(new BracketShelf(null), new ChosenModel(null));
    }
}
