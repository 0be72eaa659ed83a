package io.faultline.ui;

import io.faultline.desk.BookView;
import io.faultline.desk.FeedView;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.ui.panel.MarketState;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The bottom 24 px: each venue's state, what was lost, the journal, messages, and what drawing costs. JavaFX thread only. */
final class StatusStrip {
    private static final long MESSAGE_NANOS = 8_000_000_000L;
    private static final long LATE_NANOS = 16_000_000L;

    private final HBox root = new HBox();
    private final HBox venues = new HBox(8);
    private final List<VenueCell> cells = new ArrayList<>();
    private final Label counters = label("counters");
    private final Label past = label("past");
    private final Label journal = label("journal");
    private final ShapeMark journalMark = new ShapeMark(Shape.DISC, Tone.BAD);
    private final Tooltip pastLines = new Tooltip();
    private final Label message = label("message");
    private final Label frames = label("frames");
    private final Runnable openHealth;
    private long messageUntil;

    /**
     * @param openHealth runs when a venue is clicked
     * @param turnJournal runs when the journal is clicked; null where none can be written
     */
    StatusStrip(Runnable openHealth, @Nullable Runnable turnJournal) {
        this.openHealth = openHealth;
        if (turnJournal != null) {
            onJournalClick(turnJournal);
        }
        venues.setAlignment(Pos.CENTER_LEFT);
        journal.setGraphic(journalMark);
        past.setTooltip(pastLines);
        message.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        message.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(message, Priority.ALWAYS);
        frames.setMinWidth(Region.USE_PREF_SIZE);
        root.getStyleClass().add("status-strip");
        root.getChildren().addAll(venues, counters, past, journal, message, frames);
    }

    private void onJournalClick(Runnable turn) {
        journal.setOnMouseClicked(e -> turn.run());
        journal.setCursor(Cursor.HAND);
        journal.setTooltip(new Tooltip("Start or stop the journal (Ctrl+R)"));
    }

    Region node() {
        return root;
    }

    /** Says something for some seconds. */
    void say(String words, boolean trouble, long steadyNanos) {
        message.setText(words);
        tone(message, trouble ? "bad" : "");
        messageUntil = steadyNanos + MESSAGE_NANOS;
    }

    /** @param steadyNanos any steady clock; messages end by it */
    void show(
            List<VenueControl.Row> rows,
            long nowNanos,
            Optional<Session.JournalStatus> writing,
            FrameMeter.Reading reading,
            boolean timed,
            long steadyNanos) {
        while (cells.size() < rows.size()) {
            VenueCell cell = new VenueCell(openHealth);
            cell.button.setId("venue-" + cells.size());
            cells.add(cell);
            venues.getChildren().add(cell.button);
        }
        long gaps = 0;
        long reconnects = 0;
        long lost = 0;
        long unreadable = 0;
        long crossed = 0;
        boolean crowded = rows.size() > 2;
        for (int i = 0; i < rows.size(); i++) {
            VenueView venue = rows.get(i).view();
            cells.get(i).show(rows.get(i), crowded, nowNanos);
            if (venue == null) {
                continue;
            }
            gaps += venue.book().counters().gaps();
            crossed += venue.book().counters().crossed();
            reconnects += venue.feed().reconnects();
            lost += venue.feed().lost();
            unreadable += venue.feed().undecodable();
        }
        String counted = "gaps " + gaps + "  reconnects " + reconnects + "  lost " + lost;
        counters.setText(counted
                + (crossed == 0 ? "" : "  crossed " + crossed)
                + (unreadable == 0 ? "" : "  unreadable " + unreadable));
        tone(counters, lost + unreadable + crossed > 0 ? "warn" : "");
        show(writing);
        show(reading, timed);
        if (messageUntil != 0 && steadyNanos > messageUntil) {
            messageUntil = 0;
            message.setText("");
        }
    }

    /** Says how far the history behind the window is filled, until it is; by venue in the tooltip. */
    void past(Optional<Session.PastStatus> status) {
        boolean trouble = status.filter(s -> !s.problem().isEmpty()).isPresent();
        String words = status.map(s -> trouble
                        ? "history: " + s.problem()
                        : s.fraction() < 1 ? "history " + Math.round(s.fraction() * 100) + "\u00a0%" : "")
                .orElse("");
        past.setManaged(!words.isEmpty());
        past.setVisible(!words.isEmpty());
        past.setText(words);
        tone(past, trouble ? "bad" : "");
        String lines = status.map(s -> String.join("\n", s.lines())).orElse("");
        if (!lines.equals(pastLines.getText())) {
            pastLines.setText(lines);
        }
    }

    private void show(Optional<Session.JournalStatus> writing) {
        journalMark.setVisible(writing.isPresent());
        journal.setText(writing.map(StatusStrip::words).orElse("no journal"));
        tone(
                journal,
                writing.map(w -> w.problem().isEmpty() ? w.lost() > 0 ? "warn" : "" : "bad")
                        .orElse("low"));
    }

    private static String words(Session.JournalStatus writing) {
        if (!writing.problem().isEmpty()) {
            return "journal: " + writing.problem();
        }
        String size = "journal " + bytes(writing.bytes());
        return writing.lost() == 0 ? size : size + ", lost " + writing.lost() + " frames";
    }

    private void show(FrameMeter.Reading reading, boolean timed) {
        if (reading.pulsesPerSecond() == 0) {
            frames.setText("");
            return;
        }
        String words = Math.round(reading.pulsesPerSecond()) + " fps · frame " + millis(reading.pulseP50Nanos())
                + ", p99 " + millis(reading.pulseP99Nanos()) + " ms";
        boolean known = timed && reading.eventP50Nanos() > 0;
        frames.setText(
                known ? words + " · event to screen " + Math.round(reading.eventP50Nanos() / 1e6) + " ms" : words);
        tone(frames, reading.pulseP99Nanos() > LATE_NANOS ? "warn" : "");
    }

    private static String millis(long nanos) {
        long tenths = Math.round(nanos / 1e5);
        return tenths / 10 + "." + tenths % 10;
    }

    /** {@code 640 B}, {@code 12.3 MB}: powers of ten, a decimal below a hundred. */
    static String bytes(long bytes) {
        String[] units = {" B", " kB", " MB", " GB", " TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return Numbers.price(value, unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2) + units[unit];
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void tone(Label label, String tone) {
        if (!tone.equals(label.getUserData())) {
            label.getStyleClass().removeAll("low", "warn", "bad");
            if (!tone.isEmpty()) {
                label.getStyleClass().add(tone);
            }
            label.setUserData(tone);
        }
    }

    /** One venue in the strip. */
    private static final class VenueCell {
        private final ShapeMark mark = new ShapeMark(Shape.RING, Tone.LOW);
        private final Label name = new Label();
        private final Label state = new Label();
        private final Button button = new Button();
        private final Tooltip tooltip = new Tooltip();

        VenueCell(Runnable open) {
            name.getStyleClass().add("name");
            HBox row = new HBox(6, mark, name, state);
            row.setAlignment(Pos.CENTER_LEFT);
            button.setGraphic(row);
            button.setTooltip(tooltip);
            button.getStyleClass().setAll("strip-button");
            button.setOnAction(e -> open.run());
            button.setMinWidth(0);
            button.setTextOverrun(OverrunStyle.ELLIPSIS);
        }

        /** @param brief whether other venues need the room: the whole sentence is then in the tooltip */
        void show(VenueControl.Row row, boolean brief, long nowNanos) {
            MarketState now = row.state();
            Tone tone = Tone.of(now.kind().shape());
            mark.show(Shape.of(now.kind().shape()), tone);
            name.setText(row.venue().title());
            String words = words(row.view(), now, nowNanos);
            state.setText(brief ? briefly(row.view(), now, nowNanos) : words);
            tooltip.setText(name.getText() + ": " + words);
            tone(state, tone == Tone.OK || tone == Tone.LOW ? "" : tone == Tone.BAD ? "bad" : "warn");
            button.setAccessibleText(name.getText() + ", " + words + ", opens feed health");
        }

        private static String words(@Nullable VenueView venue, MarketState now, long nowNanos) {
            if (now.kind() == MarketState.Kind.LIVE && venue != null) {
                return figures(venue, nowNanos);
            }
            if (now.kind() == MarketState.Kind.PARTIAL && venue != null) {
                return figures(venue, nowNanos) + " · " + now.sentence();
            }
            return now.sentence().isEmpty() ? now.word() : now.word() + " · " + now.sentence();
        }

        private static String briefly(@Nullable VenueView venue, MarketState now, long nowNanos) {
            return now.live() && venue != null ? figures(venue, nowNanos) : now.word();
        }

        private static String figures(VenueView venue, long nowNanos) {
            BookView book = venue.book();
            double rate = venue.feed().topics().stream()
                    .mapToDouble(FeedView.TopicView::perSecond)
                    .sum();
            String words = Numbers.age(nowNanos - book.updatedNanos()) + " · " + Math.round(rate) + "/s";
            return venue.feed().clock() == null
                    ? words
                    : words + " · rtt " + venue.feed().clock().roundTripMillis();
        }
    }
}
