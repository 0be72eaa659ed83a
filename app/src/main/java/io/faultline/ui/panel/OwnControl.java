package io.faultline.ui.panel;

import com.google.gson.Gson;
import io.faultline.desk.DeskView;
import io.faultline.desk.OwnPositions;
import io.faultline.desk.OwnVerdict;
import io.faultline.desk.OwnWish;
import io.faultline.desk.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * The user's own position in a symbol, as typed in, and where it would be liquidated. It is kept on this machine alone, and
 * left out of pictures unless the user asks for it. JavaFX thread only.
 */
public final class OwnControl {
    /** Style class of all that shows it: what has it is not in pictures. */
    public static final String PRIVATE = "private";

    private static final String OWN = "own-position";
    private static final long REST_NANOS = 1_000_000_000L;
    private static final Gson GSON = new Gson();

    private @Nullable Session session;
    private String symbol = "";
    private @Nullable OwnWish own;
    private List<OwnVerdict> verdicts = List.of();
    private boolean inPictures;
    private long checkedNanos = Long.MIN_VALUE;
    private boolean stale;
    private long version;

    /** What is kept. */
    private record KeptOwn(OwnWish wish, boolean inPictures) {}

    /** Gives a node that class or takes it away; a class that is set again, though the same, has all under it styled anew. */
    public static void mark(Node node, boolean isPrivate) {
        if (isPrivate != node.getStyleClass().contains(PRIVATE)) {
            if (isPrivate) {
                node.getStyleClass().add(PRIVATE);
            } else {
                node.getStyleClass().remove(PRIVATE);
            }
        }
    }

    void bind(Session of) {
        session = of;
        symbol = of.view().symbol();
        Kept.read(of.records(), OWN, this::take);
    }

    private void take(Map<String, String> kept) {
        String text = kept.get(symbol);
        if (text == null || own != null) {
            return;
        }
        try {
            KeptOwn read = GSON.fromJson(text, KeptOwn.class);
            own = read.wish();
            inPictures = read.inPictures();
            stale = true;
            version++;
        } catch (RuntimeException e) { // whatever is thrown of a text that is none
            own = null;
        }
    }

    /** Checks it against the market, once a second. */
    void see(DeskView view) {
        OwnWish checked = own;
        if (checked == null || (!stale && Math.abs(view.timeNanos() - checkedNanos) < REST_NANOS)) {
            return;
        }
        checkedNanos = view.timeNanos();
        stale = false;
        List<OwnVerdict> now = OwnPositions.check(view.clusters(), checked);
        if (!now.equals(verdicts)) {
            verdicts = now;
            version++;
        }
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    public Optional<OwnWish> own() {
        return Optional.ofNullable(own);
    }

    /** At each venue whose margin table is known; empty before anything is. */
    public List<OwnVerdict> verdicts() {
        return verdicts;
    }

    /** Takes a position, or with null forgets the one that was. */
    public void own(@Nullable OwnWish wish) {
        own = wish;
        verdicts = List.of();
        stale = true;
        version++;
        keep();
    }

    public boolean inPictures() {
        return inPictures;
    }

    public void inPictures(boolean on) {
        inPictures = on;
        version++;
        keep();
    }

    private void keep() {
        Session to = session;
        OwnWish wish = own;
        if (to != null) {
            to.records().write(OWN, symbol, wish == null ? null : GSON.toJson(new KeptOwn(wish, inPictures)));
        }
    }
}
