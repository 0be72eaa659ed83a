package io.faultline.ui.alarms;

import java.util.Objects;

/** The style sheet of all that is shown of alarms; it must be among those of a parent of their nodes. */
public final class AlarmStyle {
    public static final String CSS = Objects.requireNonNull(AlarmStyle.class.getResource("/io/faultline/ui/alarms.css"))
            .toExternalForm();

    private AlarmStyle() {}
}
