package io.faultline.desk;

import io.faultline.signal.PaperResult;

/**
 * A paper trade as it stands: say PAPER beside each figure.
 *
 * @param id given when it was armed; never used twice by a desk
 * @param mark that the open part is valued at
 */
public record PaperView(int id, PaperResult result, double mark) {}
