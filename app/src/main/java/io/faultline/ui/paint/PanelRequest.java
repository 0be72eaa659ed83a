package io.faultline.ui.paint;

import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/** A panel's menu asks for a picture of the panel, or for the list of what can be exported; it comes to the window. */
public final class PanelRequest extends Event {
    public static final EventType<PanelRequest> ANY = new EventType<>(Event.ANY, "PANEL_ASKED");
    public static final EventType<PanelRequest> PICTURE = new EventType<>(ANY, "PANEL_PICTURE_ASKED");
    public static final EventType<PanelRequest> EXPORT = new EventType<>(ANY, "PANEL_EXPORT_ASKED");

    private static final long serialVersionUID = 1;

    private final String export;
    private final String extension;

    public PanelRequest(EventType<PanelRequest> asked) {
        this(asked, "", "");
    }

    private PanelRequest(EventType<PanelRequest> asked, String export, String extension) {
        super(asked);
        this.export = export;
        this.extension = extension;
    }

    /**
     * Asks for one export at once.
     *
     * @param name of it, such as {@code clusters}
     * @param extension {@code .csv} or {@code .json}
     */
    public static PanelRequest export(String name, String extension) {
        return new PanelRequest(EXPORT, name, extension);
    }

    /** Which export is wanted; empty for the list of all. */
    public String export() {
        return export;
    }

    public String extension() {
        return extension;
    }

    /** Both, to be put into a menu of the panel that holds that node. */
    public static List<MenuItem> items(Node in) {
        MenuItem export = new MenuItem("Export data as CSV or JSON\u2026 (Ctrl+E)");
        export.setOnAction(event -> in.fireEvent(new PanelRequest(EXPORT)));
        MenuItem picture = new MenuItem("Picture of the panel (Shift+P)");
        picture.setOnAction(event -> {
            in.requestFocus();
            in.fireEvent(new PanelRequest(PICTURE));
        });
        return List.of(export, picture);
    }
}
