package io.faultline.venue.okx;

import io.faultline.market.BookDelta;
import io.faultline.venue.Symbols;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channels that are read, by the venue's names for them, and what the rows of each mean. */
final class Channels {
    private final BookRows books;
    private final Map<String, Rows> byName;

    Channels(Symbols symbols, BookDelta.Pool pool) {
        books = new BookRows(pool);
        Prices prices = new Prices(symbols);
        byName = Map.ofEntries(
                // A journal may hold the two for traders of high rank; they look the same.
                Map.entry("books", books),
                Map.entry("books-l2-tbt", books),
                Map.entry("books50-l2-tbt", books),
                Map.entry("trades", new TradeRows(symbols, "trades")),
                Map.entry("trades-all", new TradeRows(symbols, "trades-all")),
                Map.entry("mark-price", new EventRows(prices::readMark)),
                Map.entry("index-tickers", prices),
                Map.entry("funding-rate", new EventRows(new FundingRow(symbols)::read)),
                Map.entry("funding-rate-history", new EventRows(new FundingRow(symbols)::readSettled)),
                Map.entry("open-interest", new EventRows(new FigureRow(symbols)::readOpenInterest)),
                Map.entry("tickers", new EventRows(new FigureRow(symbols)::readTicker)),
                Map.entry("liquidation-orders", new LiquidationRows(symbols)),
                Map.entry("instruments", new InstrumentRows(symbols)),
                Map.entry("status", new EventRows(StatusRow::read)));
    }

    /** Books, which need to be told what they are about. */
    BookRows books() {
        return books;
    }

    /** Null for a channel that Faultline has no use for. */
    @Nullable
    Rows named(String channel) {
        return byName.get(channel);
    }
}
