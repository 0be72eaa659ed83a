package io.faultline.practice.crowd;

import java.util.Arrays;

/** Numbers in the order they came, and what statistics say of them; NaN where there are too few. */
final class Samples {
    private double[] values = new double[1_024];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    int count() {
        return count;
    }

    double get(int i) {
        return values[i];
    }

    double sum() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    double mean() {
        return sum() / count;
    }

    double deviation() {
        return Math.sqrt(moment(2));
    }

    double kurtosis() {
        double variance = moment(2);
        return moment(4) / (variance * variance);
    }

    double autocorrelation(int lag) {
        double mean = mean();
        double product = 0;
        for (int i = lag; i < count; i++) {
            product += (values[i] - mean) * (values[i - lag] - mean);
        }
        return product / (moment(2) * count);
    }

    double correlation(Samples other) {
        double mean = mean();
        double otherMean = other.mean();
        double product = 0;
        for (int i = 0; i < count; i++) {
            product += (values[i] - mean) * (other.values[i] - otherMean);
        }
        return product / count / (deviation() * other.deviation());
    }

    /** Share of the sum that is in the largest ones, of which there are so many in all. */
    double shareOfLargest(double part) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        double largest = 0;
        int many = Math.min(count, Math.max(1, (int) Math.round(count * part)));
        for (int i = count - many; i < count; i++) {
            largest += sorted[i];
        }
        return largest / sum();
    }

    private double moment(int power) {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(values[i] - mean, power);
        }
        return sum / count;
    }
}
