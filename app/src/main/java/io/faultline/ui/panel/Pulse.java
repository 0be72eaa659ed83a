package io.faultline.ui.panel;

import io.faultline.desk.DeskView;
import io.faultline.desk.Session;

/**
 * What a panel may know when it draws.
 *
 * @param view the newest view; the same object as in the last pulse when nothing came
 * @param nowNanos the market's time, nanoseconds since 1970; ages and countdowns are measured against it
 */
public record Pulse(DeskView view, Session.Mode mode, long nowNanos) {}
