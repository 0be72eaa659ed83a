package io.faultline.cli;

import io.faultline.market.BookDelta;
import io.faultline.market.MarketEvent;
import java.util.function.Consumer;

/** Lets pass what is about one symbol, or about no symbol; the rest is let go. */
final class SymbolFilter implements Consumer<MarketEvent> {
    private final String symbol;
    private final Consumer<MarketEvent> sink;

    /** @param symbol as the venue writes it */
    SymbolFilter(String symbol, Consumer<MarketEvent> sink) {
        this.symbol = symbol;
        this.sink = sink;
    }

    @Override
    public void accept(MarketEvent event) {
        if (!(event instanceof MarketEvent.OfInstrument about)
                || about.instrument().symbol().equals(symbol)) {
            sink.accept(event);
        } else if (event instanceof BookDelta delta) {
            delta.release();
        }
    }
}
