package io.faultline.ui.export;

import io.faultline.ui.panel.Pulse;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that can be exported.
 *
 * @param name stable, in lower case: {@code clusters}
 * @param title for people: {@code Clusters}
 * @param take called on the JavaFX thread, where it keeps what it needs and no more; what it gives is called once on another
 *     thread, and makes the sheet
 */
public record Export(String name, String title, Function<Pulse, Supplier<Sheet>> take) {}
