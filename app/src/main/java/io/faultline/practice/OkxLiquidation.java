package io.faultline.practice;

/** A liquidation as OKX reports it; {@code order} is the liquidation account's. */
record OkxLiquidation(Market market, Liquidated order, long millis) {
    void write(Json json) {
        Contract contract = market.contract();
        json.object().array("details").object().text("bkLoss", "0");
        json.decimal("bkPx", order.price(), contract.priceScale(), BookText.decimals(market, order.price()));
        json.text("ccy", "")
                .text("posSide", order.buys() ? "short" : "long")
                .text("side", order.buys() ? "buy" : "sell")
                .decimal("sz", order.size(), contract.sizeScale(), contract.sizeScale())
                .text("ts", millis)
                .end()
                .endArray()
                .text("instFamily", contract.pair())
                .text("instId", market.symbol())
                .text("instType", "SWAP")
                .text("uly", contract.pair())
                .end();
    }
}
