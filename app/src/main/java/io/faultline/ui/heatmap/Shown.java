package io.faultline.ui.heatmap;

import io.faultline.desk.LargeTrade;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** What is on the screen, to be read by what follows the mouse. */
record Shown(Frame frame, HeatLayer heat, PriceLayer price, MassOverlay overlay, VolumeStrip volume) {
    HeatView view() {
        return frame.view();
    }

    /** What the tooltip says of the crosshair's place: the cell, and what is drawn over it there. */
    CellReading reading(Crosshair at) {
        CellReading cell = heat.reading(frame, price.gathered(), at.timeNanos(), at.price());
        double x = view().x(at.timeNanos());
        double y = view().y(at.price());
        List<String> more = new ArrayList<>();
        Bubbles.Bubble bubble = price.bubbleAt(view(), x, y);
        if (bubble != null) {
            more.add("reported " + bubble.venue().code() + (bubble.side() == PositionSide.LONG ? " long" : " short"));
            more.add(Numbers.usd(bubble.usd()) + " at " + Numbers.price(bubble.price(), frame.decimals()));
        }
        LargeTrade trade = price.tradeAt(view(), x, y);
        if (trade != null) {
            more.add((trade.taker() == TakerSide.BUY ? "bought at once " : "sold at once ")
                    + trade.venue().code());
            more.add(Numbers.usd(trade.usd()) + " at " + Numbers.price(trade.price(), frame.decimals()));
        }
        String swing = price.swingAt(view(), x, y, frame.decimals());
        if (!swing.isEmpty()) {
            more.add(swing);
            more.add("");
        }
        if (heat instanceof MassLayer mass && mass.type() == HeatType.FEED) {
            String swept = overlay.sweptAt(view(), frame, x, y);
            if (!swept.isEmpty()) {
                more.add("swept by model");
                more.add(swept);
            }
        }
        more.addAll(volume.reading(x, at.price(), frame.decimals()));
        return more.isEmpty() ? cell : cell.with(more);
    }
}
