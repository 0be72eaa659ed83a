package io.faultline.alarm;

import java.util.List;

/** An alarm after a sample, and what it says of it. */
record Heard<A extends Alarm>(A alarm, List<Said> said) {}
