package io.faultline.ui;

/** A state in shape, colour and word. */
record ChipText(Shape shape, Tone tone, String word) {}
