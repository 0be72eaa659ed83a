package io.faultline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.venue.Decoded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceBadInputTest {
    private final Decoding decoding = new Decoding();

    @AfterEach
    void nothingOfItPassed() {
        assertThat(decoding.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "['1e400','1']|depthUpdate: a number out of range at offset 61, near field b",
                "['5','-1']|depthUpdate: a negative number at offset 62, near field b",
                "['-5','1']|depthUpdate: a negative number at offset 58, near field b",
                "['0','1']|depthUpdate: a price of zero at offset 61, near field b",
                "['5']|depthUpdate: a level without size at offset 62, near field b",
                "[]|depthUpdate: a level without price at offset 59, near field b",
                "['5',null]|depthUpdate: expected a number at offset 62, near field b",
                "['NaN','1']|depthUpdate: expected a number at offset 59, near field b",
                "'5'|depthUpdate: expected an array, found '\"' at offset 57, near field b",
                "{'5':'1'}|depthUpdate: a level without price at offset 66, near field 5",
                "['5.0000000000001','1']|depthUpdate: a price of 13 decimals, where BTCUSDT has at most 12 at offset 0, near field a",
                "['5','1e-13']|depthUpdate: a size of 13 decimals, where BTCUSDT has at most 12 at offset 0, near field a",
                "['99999999999999999999','1']|depthUpdate: a number out of range at offset 59, near field b"
            })
    void refusesABadLevel(String level, String reason) {
        Decoded decoded = decoding.stream(BinanceDecoderTest.depth(level.replace('\'', '"')));

        assertThat(decoded).isEqualTo(new Decoded.Undecodable(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|stream frame: expected an object, found the end of the text at offset 0",
                "<html>|stream frame: expected an object, found '<' at offset 0",
                "pong|stream frame: expected an object, found 'p' at offset 0",
                "{'e':'depthUpdate'|depthUpdate: expected ',' or '}', found the end of the text at offset 18, near field e",
                "{'e':5}|stream frame: expected a text, found '5' at offset 5, near field e",
                "{'e':'depthUpdate','s':'BTCUSDT','U':1,'u':2,'b':[],'a':[]}|depthUpdate: missing field pu at offset 59, near field a",
                "{'e':'depthUpdate','s':7,'U':1,'u':2,'pu':0,'b':[],'a':[]}|depthUpdate: expected a text, found '7' at offset 23, near field s",
                "{'e':'depthUpdate','s':'','U':1,'u':2,'pu':0,'b':[],'a':[]}|depthUpdate: a symbol of 0 characters at offset 25, near field s",
                "{'e':'depthUpdate','s':'A B'}|depthUpdate: a symbol with other characters than letters and digits at offset 28, near field s",
                "{'e':'depthUpdate','s':'X','U':1.5}|depthUpdate: not a whole number at offset 31, near field U",
                "{'e':'depthUpdate','s':'X','U':99999999999999999999}|depthUpdate: a number out of range at offset 31, near field U",
                "{'e':'depthUpdate','s':'X','U':-1}|depthUpdate: a negative number at offset 31, near field U",
                "{'e':'trade','s':'X','t':1,'p':'1','q':'-2','m':true}|trade: a negative number at offset 39, near field q",
                "{'e':'trade','s':'X','t':1,'p':'1','q':'2','m':'true'}|trade: expected true or false, found '\"' at offset 47, near field m",
                "{'e':'aggTrade','s':'X','p':'1','q':'2','m':true}|aggTrade: missing field a at offset 49, near field m",
                "{'e':'markPriceUpdate','s':'X','p':'1e400'}|markPriceUpdate: a number out of range at offset 36, near field p",
                "{'e':'markPriceUpdate','s':'X','p':'-1'}|markPriceUpdate: a negative number at offset 39, near field p",
                "{'e':'forceOrder','o':[]}|forceOrder: expected an object, found '[' at offset 22, near field o",
                "{'e':'forceOrder','o':{'s':'X','S':'HOLD'}}|forceOrder: neither BUY nor SELL at offset 41, near field S",
                "{'e':'forceOrder','o':{'s':'X','S':'BUY','z':'1'}}|forceOrder: missing field o.ap at offset 49, near field z",
                "{'e':'bookTicker','u':1,'s':'X','b':'1','B':'1','a':'2'}|bookTicker: missing field A at offset 56, near field a",
                "{'stream':'x','data':{'e':'kline'}} {}|stream frame: expected the end, found '{' at offset 36, near field e",
                "{'code':'x','msg':'y'}|stream frame: expected a number at offset 9, near field code",
                "[{'e':'depthUpdate','s':'X','U':1,'u':2,'pu':0,'b':[],'a':[]},{'e':'depthUpdate','s':'X','U':1,'u':2,'pu':0,'b':[],'a':[]}]|depthUpdate: an array with a depthUpdate and something else at offset 122, near field a"
            })
    void refusesABadStreamFrame(String frame, String reason) {
        Decoded decoded = decoding.stream(frame == null ? "" : frame.replace('\'', '"'));

        assertThat(decoded).isEqualTo(new Decoded.Undecodable(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/fapi/v1/depth?symbol=X|{'bids':[],'asks':[]}|/fapi/v1/depth: missing field lastUpdateId at offset 21, near field asks",
                "/fapi/v1/depth?limit=9|{'lastUpdateId':1,'bids':[],'asks':[]}|/fapi/v1/depth: a symbol of 0 characters at offset 0, near field asks",
                "/fapi/v1/depth?symbol=%zz|{'lastUpdateId':1,'bids':[],'asks':[]}|/fapi/v1/depth: a symbol with other characters than letters and digits at offset 0, near field asks",
                "/fapi/v1/depth?symbol=X|{'lastUpdateId':1,'bids':[['1','-1']],'asks':[]}|/fapi/v1/depth: a negative number at offset 31, near field bids",
                "/fapi/v1/openInterest|{'symbol':'X','openInterest':'-3','time':1}|/fapi/v1/openInterest: a negative number at offset 33, near field openInterest",
                "/fapi/v1/openInterest|{'symbol':'X','openInterest':'','time':1}|/fapi/v1/openInterest: missing field openInterest at offset 41, near field time",
                "/fapi/v1/openInterest|Service Unavailable.|/fapi/v1/openInterest: expected an object, found 'S' at offset 0",
                "/fapi/v1/fundingInfo|[{'symbol':'X','fundingIntervalHours':0}]|/fapi/v1/fundingInfo: a funding interval of 0 hours at offset 40, near field fundingIntervalHours",
                "/fapi/v1/exchangeInfo|{'symbols':7}|/fapi/v1/exchangeInfo: expected an array, found '7' at offset 11, near field symbols",
                "/fapi/v1/exchangeInfo|{}|/fapi/v1/exchangeInfo: missing field symbols at offset 2",
                "/fapi/v1/klines|[1|/fapi/v1/klines: expected ',' or ']', found the end of the text at offset 2"
            })
    void refusesABadBody(String url, String body, String reason) {
        Decoded decoded = decoding.rest(url, body.replace('\'', '"'));

        assertThat(decoded).isEqualTo(new Decoded.Undecodable(reason));
    }

    @Test
    void refusesAFrameOfTenMegabytesUnread() {
        Decoded decoded = decoding.stream(BinanceDecoderTest.depth("[\"1\",\"1\"],".repeat(1 << 20)));

        assertThat(Decoding.reason(decoded))
                .startsWith("stream frame: a text of 10485826 characters, more than the 8388608 allowed");
    }

    @Test
    void refusesNestingThatWouldOverflowTheStack() {
        String deep = "{\"error\":".repeat(500_000);

        assertThat(Decoding.reason(decoding.stream(deep))).contains("nested deeper than 64");
        assertThat(Decoding.reason(decoding.rest("/fapi/v1/time", deep))).contains("nested deeper than 64");
        assertThat(Decoding.reason(decoding.rest("/fapi/v1/exchangeInfo", "[".repeat(500_000))))
                .contains("expected an object");
    }

    @Test
    void refusesALevelThatTheScaleOfTheOthersPushesOutOfRange() {
        Decoded decoded =
                decoding.stream(BinanceDecoderTest.depth("[\"9000000000000000000\",\"1\"],[\"0.001\",\"1\"]"));

        assertThat(Decoding.reason(decoded)).contains("a price too large for 3 decimals");
    }

    @Test
    void boundsAndEscapesWhatItSaysOfAFrame() {
        String reason = Decoding.reason(decoding.stream("{\"" + "\\n\u202eé".repeat(1000) + "\":\u0007}"));

        assertThat(reason).hasSizeLessThanOrEqualTo(200).matches("[ -~]+");
        assertThat(Decoding.reason(decoding.rest("/" + "\u001b[31m\u202eé".repeat(1000), "x")))
                .hasSizeLessThanOrEqualTo(200)
                .matches("[ -~]+");
    }

    @Test
    void boundsTheNumberOfContractsThatTextCanInvent() {
        Decoded last = Decoded.OK;
        for (int i = 0; i < 5000; i++) {
            last = decoding.stream(
                    "{\"e\":\"forceOrder\",\"o\":{\"s\":\"X" + i + "\",\"S\":\"BUY\",\"z\":\"0\",\"ap\":\"1\"}}");
        }

        assertThat(Decoding.reason(last)).contains("more than 4096 different symbols");
    }
}
