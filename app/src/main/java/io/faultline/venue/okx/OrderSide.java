package io.faultline.venue.okx;

import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;

/** The side of an order. */
enum OrderSide {
    BUY,
    SELL;

    static OrderSide read(JsonCursor json) throws MalformedException {
        json.readText();
        if (json.textIs("buy")) {
            return BUY;
        }
        if (json.textIs("sell")) {
            return SELL;
        }
        throw json.wrong("neither buy nor sell");
    }
}
