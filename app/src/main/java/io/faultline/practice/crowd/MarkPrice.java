package io.faultline.practice.crowd;

/** Mark price: the middle one of index, index and its mean basis of 30 s, and last price (model 24.2). */
final class MarkPrice {
    private static final long MEAN_MILLIS = 30_000;

    private final double[] basis;
    private int next;
    private int count;
    private double sum;
    private double mark;

    MarkPrice(long stepMillis, double mark) {
        basis = new double[(int) (MEAN_MILLIS / stepMillis)];
        this.mark = mark;
    }

    /** The same with another step: it keeps its mean. */
    MarkPrice withStep(long stepMillis) {
        MarkPrice other = new MarkPrice(stepMillis, mark);
        if (count > 0) {
            double mean = sum / count;
            for (int i = 0; i < other.basis.length; i++) {
                other.basis[i] = mean;
                other.sum += mean;
            }
            other.count = other.basis.length;
        }
        return other;
    }

    /** To be called once a step. All prices in the same unit. */
    void look(double index, double middle, double last) {
        if (count == basis.length) {
            sum -= basis[next];
        } else {
            count++;
        }
        basis[next] = middle - index;
        sum += basis[next];
        next = (next + 1) % basis.length;
        mark = median(index, index + sum / count, last);
    }

    double value() {
        return mark;
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
