/** Alarms on the charts: what is being set by mouse and key, and what stands where on a price axis. */
@NullMarked
package io.faultline.ui.alarms.chart;

import org.jspecify.annotations.NullMarked;
