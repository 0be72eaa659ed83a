package io.faultline.ui.figures;

import io.faultline.liquidation.Figures;
import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceProfile;
import io.faultline.ui.panel.AsymmetryWords;
import io.faultline.ui.panel.Cell;
import io.faultline.ui.panel.FigureLines;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the model has on each side within the two distances that count, as all three figures, and which side is heavier. */
final class SumRows {
    private SumRows() {}

    static List<List<Cell>> of(Masses masses, DistanceProfile distances) {
        List<Double> reach = List.of(distances.innerBound(), distances.outerBound());
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(Cell.heading("USD"), reach, each -> Cell.heading("within " + Numbers.percent(each, 1))));
        side(rows, masses, reach, PositionSide.SHORT, "shorts above the mark, at risk");
        side(rows, masses, reach, PositionSide.LONG, "longs below the mark, at risk");
        rows.add(row(Cell.words("heavier side"), reach, each -> Cell.figure(AsymmetryWords.ratio(masses, each))));
        rows.add(row(Cell.words("verdict"), reach, each -> Cell.low(AsymmetryWords.verdict(masses, each))));
        return rows;
    }

    private static void side(
            List<List<Cell>> rows, Masses masses, List<Double> reach, PositionSide side, String words) {
        rows.add(figures(Cell.words(words), masses, side, reach, figures -> Numbers.usd(figures.atRiskUsd())));
        rows.add(figures(
                Cell.low("   discounted " + Numbers.percent(masses.discount(), 0)),
                masses,
                side,
                reach,
                figures -> Numbers.usd(figures.discountedUsd(masses.discount()))));
        rows.add(figures(
                Cell.low("   expected forced"),
                masses,
                side,
                reach,
                figures -> FigureLines.expected(figures.expected())));
    }

    private static List<Cell> figures(
            Cell head, Masses masses, PositionSide side, List<Double> reach, Function<Figures, String> words) {
        return row(
                head,
                reach,
                each -> masses.known() ? Cell.figure(words.apply(masses.figuresWithin(side, each))) : Cell.low("?"));
    }

    private static List<Cell> row(Cell head, List<Double> reach, Function<Double, Cell> cell) {
        List<Cell> row = new ArrayList<>(List.of(head));
        reach.forEach(each -> row.add(cell.apply(each)));
        return row;
    }
}
