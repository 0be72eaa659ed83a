package io.faultline.liquidation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** {@link ModelParameters} as bytes: what is kept says under which parameters it was made. */
final class ParameterCodec {
    private ParameterCodec() {}

    static void write(ModelParameters parameters, DataOutputStream out) throws IOException {
        for (Tier tier : Tier.values()) {
            out.writeDouble(parameters.weights().of(tier));
        }
        out.writeUTF(parameters.kernel().name());
        out.writeDouble(parameters.churnShare());
        out.writeDouble(parameters.takerWeight());
        out.writeDouble(parameters.makerWeight());
        out.writeDouble(parameters.halfLifeHours());
        out.writeDouble(parameters.holdExponent());
        out.writeDouble(parameters.closeExponent());
        out.writeInt(parameters.stepSeconds());
    }

    /** @throws IllegalArgumentException if there are no such parameters */
    static ModelParameters read(DataInputStream in) throws IOException {
        double[] weights = new double[Tier.COUNT];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
        return new ModelParameters(
                TierWeights.restored(weights),
                Kernel.valueOf(in.readUTF()),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readInt());
    }
}
