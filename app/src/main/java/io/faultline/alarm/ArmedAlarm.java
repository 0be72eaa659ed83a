package io.faultline.alarm;

/**
 * An alarm as it stands. A cluster alarm's stage and edges are in its {@link ClusterAlarm#state}.
 *
 * @param armed whether it can still say something: it is on, not done, and its cluster has not dissolved
 * @param stale whether it is a price alarm whose cluster has moved away or is gone
 * @param distance from the last mark, as a fraction of it: to a cluster's near edge, positive while price has not
 *     reached it; to a level, positive if it is above. NaN where there is none or no mark was seen
 * @param sumUsd what a size alarm counts at the moment; 0 for others
 */
public record ArmedAlarm(Alarm alarm, boolean armed, boolean stale, double distance, double sumUsd) {

    static ArmedAlarm of(Alarm alarm, double price, ClustersNow clusters) {
        boolean on = alarm.head().on();
        if (alarm instanceof ClusterAlarm cluster) {
            return new ArmedAlarm(alarm, on && !cluster.told(), false, cluster.distance(price), 0);
        }
        if (alarm instanceof PriceAlarm level) {
            double distance = (level.rule().level() - price) / price;
            return new ArmedAlarm(alarm, on && !level.done(), level.stale(clusters), distance, 0);
        }
        double sum = alarm instanceof SizeAlarm size ? size.sumUsd() : 0;
        return new ArmedAlarm(alarm, on, false, Double.NaN, sum);
    }
}
