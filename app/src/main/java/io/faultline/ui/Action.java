package io.faultline.ui;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Something that the user can ask for. Key bindings, key list, command palette and tests all come from these.
 *
 * @param id stable, for tests
 * @param title what it does, in words
 * @param keys any of them asks for it; none where it stands in the palette alone
 * @param enabled whether it can be done now
 */
record Action(String id, String title, List<Key> keys, BooleanSupplier enabled, Runnable run) {
    Action {
        keys = List.copyOf(keys);
    }

    /** One that can always be done. */
    static Action of(String id, String title, Runnable run, Key... keys) {
        return new Action(id, title, List.of(keys), () -> true, run);
    }

    Action when(BooleanSupplier condition) {
        return new Action(id, title, keys, condition, run);
    }

    /** Its first key as people read it; empty without one. */
    String keyShown() {
        return keys.isEmpty() ? "" : keys.get(0).shown();
    }
}
