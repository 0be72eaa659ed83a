package io.faultline.ledger;

import io.faultline.liquidation.ForcedFlow;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;

/**
 * Expected forced volume against what was reported, model 20, over records and sides whose report is known.
 *
 * @param predictedUsd Σ cZ
 * @param reportedUsd Σ F
 * @param inBand records and sides with swept mass whose report lies inside the 80 % band, of all with swept mass
 * @param rows by the size of the prediction, those without a record left out
 */
public record FlowCalibration(double predictedUsd, double reportedUsd, Proportion inBand, List<Row> rows) {
    /** Fewer intervals with swept mass say nothing. */
    public static final int LEAST = 50;

    /**
     * Predictions of one size.
     *
     * @param predictedUsd their sum
     * @param reportedUsd what came, in all
     * @param band80 in which it should lie in four of five such rows: means and variances added, as over venues
     */
    public record Row(double predictedUsd, double reportedUsd, Interval band80, int count) {}

    public FlowCalibration {
        rows = List.copyOf(rows);
    }

    public static FlowCalibration of(List<FlowRecord> flows) {
        List<SideFlow> known = new ArrayList<>();
        for (FlowRecord flow : flows) {
            for (PositionSide side : PositionSide.values()) {
                if (flow.side(side).isReportKnown()) {
                    known.add(flow.side(side));
                }
            }
        }
        double predicted = 0;
        double reported = 0;
        int swept = 0;
        int inside = 0;
        for (SideFlow flow : known) {
            predicted += flow.predicted().meanUsd();
            reported += flow.reportedUsd();
            if (flow.sweptUsd() > 0) {
                swept++;
                inside += flow.isInBand() ? 1 : 0;
            }
        }
        return new FlowCalibration(predicted, reported, new Proportion(inside, swept), rows(known));
    }

    private static List<Row> rows(List<SideFlow> known) {
        double[] predicted =
                known.stream().mapToDouble(flow -> flow.predicted().meanUsd()).toArray();
        double[] reported = known.stream().mapToDouble(SideFlow::reportedUsd).toArray();
        List<Row> rows = new ArrayList<>();
        for (Reliability.Row row : Reliability.rows(predicted, reported)) {
            if (row.count() > 0) {
                ForcedFlow sum = ForcedFlow.NONE;
                for (SideFlow flow : known) {
                    double mean = flow.predicted().meanUsd();
                    sum = mean >= row.lowUsd() && mean < row.highUsd() ? sum.plus(flow.predicted()) : sum;
                }
                rows.add(new Row(
                        row.predictedUsd(), row.actualUsd(), new Interval(sum.lowUsd(), sum.highUsd()), row.count()));
            }
        }
        return rows;
    }

    /** Whether there is enough to show. */
    public boolean isShown() {
        return inBand.trials() >= LEAST;
    }

    /** ΣF / ΣcZ; NaN if nothing was predicted. */
    public double ratio() {
        return predictedUsd > 0 ? reportedUsd / predictedUsd : Double.NaN;
    }
}
