package io.faultline.signal;

import static io.faultline.Vectors.number;
import static io.faultline.Vectors.numberOrNull;
import static io.faultline.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.faultline.Vectors;
import io.faultline.market.PositionSide;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every reference vector of funding flags, and the field's own sentences. */
class FundingVectorsTest {
    private final JsonObject vectors = Vectors.beside(FundingVectorsTest.class, "funding.json");

    @TestFactory
    Stream<DynamicTest> flagsAsTheReference() {
        return Vectors.rows(vectors, "cases").map(row -> dynamicTest(row.toString(), () -> assertFlag(row)));
    }

    @TestFactory
    Stream<DynamicTest> flagsAsThePublishedReadingsSay() {
        return Vectors.rows(vectors, "by_seed").map(row -> dynamicTest(text(row, "text"), () -> assertFlag(row)));
    }

    @Test
    void usesTheReferencesConstants() {
        JsonObject constants = vectors.getAsJsonObject("constants");
        assertThat(FundingJudgement.DEFAULT)
                .isEqualTo(new FundingJudgement(
                        FundingRule.SQUEEZE, number(constants, "base_rate_8h"), number(constants, "heavy_8h")));
    }

    private static void assertFlag(JsonObject row) {
        FundingJudgement judgement = FundingJudgement.DEFAULT.withRule(FundingRule.valueOf(text(row, "rule")));
        PositionSide side = PositionSide.valueOf(text(row, "side"));
        Double rate = numberOrNull(row, "rate");
        double age = row.has("age_h") ? number(row, "age_h") : 0;
        FundingFlag flag = rate == null
                ? judgement.flag(side, OptionalDouble.empty())
                : judgement.flag(side, new FundingSample(rate, number(row, "interval_h"), age, 1));
        assertThat(flag).as(row.toString()).isEqualTo(FundingFlag.valueOf(text(row, "expect")));
    }
}
