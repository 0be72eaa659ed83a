/** What came of what was said of clusters, as figures, rows and receipts. */
@NullMarked
package io.faultline.ui.ledger;

import org.jspecify.annotations.NullMarked;
