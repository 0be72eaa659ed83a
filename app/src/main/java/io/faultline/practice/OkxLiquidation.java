package io.faultline.practice;

/** A liquidation as OKX reports it; {@code print} is what the liquidation account's order did. */
record OkxLiquidation(Market market, Print print, long millis) {
    void write(Json json) {
        Contract contract = market.contract();
        json.object().array("details").object().text("bkLoss", "0");
        json.decimal("bkPx", print.price(), contract.priceScale(), BookText.decimals(market, print.price()));
        json.text("ccy", "")
                .text("posSide", print.takerBuys() ? "short" : "long")
                .text("side", print.takerBuys() ? "buy" : "sell")
                .decimal("sz", print.size(), contract.sizeScale(), contract.sizeScale())
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
