/** The workspace window: its bars, its columns, its actions, its pictures, and how it is opened. */
@NullMarked
package io.faultline.ui;

import org.jspecify.annotations.NullMarked;
