package io.faultline.ui.export;

import java.util.ArrayList;
import java.util.List;

/** All that can be exported of a symbol; whoever has data of their own adds it. JavaFX thread only. */
public final class Exports {
    private final List<Export> all = new ArrayList<>();

    public void add(Export export) {
        all.add(export);
    }

    /** In the order in which they were added. */
    public List<Export> all() {
        return List.copyOf(all);
    }
}
