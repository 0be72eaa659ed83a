package io.faultline.ui.panel;

import com.google.gson.Gson;
import io.faultline.desk.Records;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps over restarts which clusters are the user's own and what is left out, by symbol, and how the table is set. */
final class KeptClusters {
    private static final String OWN = "clusters";
    private static final String TABLE = "table";
    private static final String CLUSTERS = "clusters";
    private static final Gson GSON = new Gson();

    private @Nullable Records records;
    private String symbol = "";

    /**
     * What is kept of a symbol.
     *
     * @param stars by the cluster's number when it was first seen, milliseconds since 1970
     * @param leastUsd what is left out holds less; 0 for nothing
     */
    record Own(Map<Integer, Long> stars, double leastUsd) {
        @SuppressWarnings("ConstantValue") // absent in what was kept by hand
        Own {
            stars = stars == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(stars));
            leastUsd = leastUsd >= 0 ? leastUsd : 0;
        }
    }

    /** Keeps them there, and hands out what was kept. */
    void bind(Records in, String of, Consumer<Own> own, Consumer<TableLook> look) {
        records = in;
        symbol = of;
        Kept.read(in, OWN, kept -> read(kept.get(symbol), Own.class).ifPresent(own));
        Kept.read(in, TABLE, kept -> read(kept.get(CLUSTERS), TableLook.class).ifPresent(look));
    }

    private static <T> Optional<T> read(@Nullable String text, Class<T> type) {
        try {
            return Optional.ofNullable(GSON.fromJson(text, type));
        } catch (RuntimeException e) { // whatever is thrown of a text that is none
            return Optional.empty();
        }
    }

    void keep(Own own) {
        boolean usual = own.stars().isEmpty() && own.leastUsd() == 0;
        write(OWN, symbol, usual ? null : GSON.toJson(own));
    }

    void keep(TableLook look) {
        write(TABLE, CLUSTERS, look.equals(TableLook.USUAL) ? null : GSON.toJson(look));
    }

    private void write(String kind, String id, @Nullable String text) {
        Records to = records;
        if (to != null) {
            to.write(kind, id, text);
        }
    }
}
