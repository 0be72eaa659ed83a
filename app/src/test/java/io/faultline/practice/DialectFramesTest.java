package io.faultline.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.Venue;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the venues say has the fields of the frames that were recorded from the real ones or stand in their documents. */
@Timeout(60)
class DialectFramesTest {
    private PracticeExchange exchange;

    @BeforeEach
    void open() throws IOException {
        exchange = PracticeExchange.start(
                PracticeSettings.of(9, List.of(Venue.values()), List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT"))
                        .withMessagesPerSecond(100));
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    /** Apostrophes for quotes; the first frame that contains {@code has} is looked at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            depth@100ms  | {'stream':'s','data':{'e':'depthUpdate','E':1,'T':1,'s':'BTCUSDT','ps':'BTCUSDT','st':1,'U':157,'u':160,'pu':149,'b':[['0.0024','10']],'a':[['0.0026','100']]}}
            aggTrade     | {'stream':'s','data':{'e':'aggTrade','E':1,'s':'BTCUSDT','a':5933014,'p':'0.001','q':'100','nq':'100','f':100,'l':105,'T':1,'m':true,'st':1}}
            markPrice@1s | {'stream':'s','data':{'e':'markPriceUpdate','E':1,'s':'BTCUSDT','p':'11794.15','ap':'11794.15','i':'11784.6','P':'11784.2','r':'0.00038167','T':1,'st':1}}
            forceOrder   | {'stream':'s','data':{'e':'forceOrder','E':1,'o':{'s':'BTCUSDT','S':'SELL','o':'LIMIT','f':'IOC','q':'0.288','p':'38886.54','ap':'39021.00','X':'FILLED','l':'0.288','z':'0.288','T':1}}}
            """)
    void binanceStreams(String stream, String sample) {
        String path = stream.startsWith("depth") ? "/public/stream" : "/market/stream";
        try (Client client = new Client(exchange.websocket(Venue.BINANCE).resolve(path))) {
            client.say("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@" + stream + "\"],\"id\":7}");
            assertThat(client.untilHeard(text -> text.contains("result"))).isEqualTo("{\"result\":null,\"id\":7}");
            assertSame(client.untilHeard(text -> text.contains("\"stream\"") && !text.contains("[]")), sample);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            orderbook.50.BTCUSDT   | "snapshot" | {'topic':'t','type':'snapshot','ts':1,'data':{'s':'BTCUSDT','b':[['16493.50','0.006']],'a':[['16611.00','0.029']],'u':18521288,'seq':7961638724},'cts':1}
            orderbook.1000.BTCUSDT | "delta"    | {'topic':'t','type':'delta','ts':1,'data':{'s':'BTCUSDT','b':[['30247.20','30.028']],'a':[['30248.70','0']],'u':177400507,'seq':66544703342},'cts':1}
            publicTrade.BTCUSDT    | "topic"    | {'topic':'t','type':'snapshot','ts':1,'data':[{'T':1,'s':'BTCUSDT','S':'Buy','v':'0.001','p':'16578.50','L':'PlusTick','i':'20f43950-d8dd-5b31-9112-a178eb6023af','BT':false,'RPI':false,'seq':1783284617}]}
            tickers.BTCUSDT        | "snapshot" | {'topic':'t','type':'snapshot','data':{'symbol':'BTCUSDT','tickDirection':'ZeroMinusTick','price24hPcnt':'-0.00506','lastPrice':'63958.60','prevPrice24h':'64283.90','highPrice24h':'64477.00','lowPrice24h':'63183.10','prevPrice1h':'64246.90','markPrice':'63958.60','indexPrice':'63986.67','openInterest':'57798.137','openInterestValue':'3696687925.13','turnover24h':'3947254153.7179','volume24h':'61874.6390','fundingIntervalHour':'8','fundingCap':'0.005','singleOpenInterest':'28899.069','singleOpenInterestValue':'1848343994.54','nextFundingTime':'1786550400000','fundingRate':'0.0000544','bid1Price':'63958.60','bid1Size':'6.907','ask1Price':'63958.70','ask1Size':'2.750','preOpenPrice':'','preQty':'','curPreListingPhase':''},'cs':760580211302,'ts':1}
            allLiquidation.BTCUSDT | "topic"    | {'topic':'t','type':'snapshot','ts':1,'data':[{'T':1,'s':'ROSEUSDT','S':'Sell','v':'20000','p':'0.04499'}]}
            """)
    void bybitTopics(String topic, String has, String sample) {
        try (Client client = new Client(exchange.websocket(Venue.BYBIT).resolve("/v5/public/linear"))) {
            client.say("{\"req_id\":\"sub-1\",\"op\":\"subscribe\",\"args\":[\"" + topic + "\"]}");
            assertSame(
                    client.untilHeard(text -> text.contains("success")),
                    "{'success':true,'ret_msg':'','conn_id':'3cd84cb1-4d06','req_id':'sub-1','op':'subscribe'}");
            assertSame(
                    client.untilHeard(text -> text.contains(has) && text.contains("topic") && !text.contains("[]")),
                    sample);
        }
    }

    @Test
    void bybitRefusesAWholeRequestForOneTopic() {
        try (Client client = new Client(exchange.websocket(Venue.BYBIT).resolve("/v5/public/linear"))) {
            client.say("{\"req_id\":\"1\",\"op\":\"subscribe\",\"args\":[\"publicTrade.BTCUSDT\"]}");
            client.say(
                    "{\"req_id\":\"2\",\"op\":\"subscribe\",\"args\":[\"tickers.BTCUSDT\",\"publicTrade.BTCUSDT\"]}");
            client.say(
                    "{\"req_id\":\"3\",\"op\":\"subscribe\",\"args\":[\"tickers.BTCUSDT\",\"liquidation.BTCUSDT\"]}");
            client.untilHeard(text -> text.contains("error:already subscribed,topic:publicTrade.BTCUSDT"));
            client.untilHeard(text -> text.contains("Invalid topic: liquidation.BTCUSDT"));
            client.say("{\"req_id\":\"4\",\"op\":\"ping\"}");
            String pong = client.untilHeard(text -> text.contains("pong"));
            assertThat(pong).contains("\"op\":\"ping\"", "\"ret_msg\":\"pong\"");
            assertThat(client.heard()).noneMatch(text -> text.contains("\"topic\":\"tickers"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            books         | instId   | BTC-USDT-SWAP | snapshot | {'arg':{'channel':'books','instId':'BTC-USDT-SWAP'},'action':'snapshot','data':[{'asks':[['8476.98','415','0','13']],'bids':[['8476.97','256','0','12']],'ts':'1597026383085','checksum':0,'prevSeqId':-1,'seqId':123456}]}
            books         | instId   | BTC-USDT-SWAP | update   | {'arg':{'channel':'books','instId':'BTC-USDT-SWAP'},'action':'update','data':[{'asks':[['8477','0','0','0']],'bids':[['8475.55','90','0','1']],'ts':'1597026383185','checksum':0,'prevSeqId':123456,'seqId':123457}]}
            trades        | instId   | BTC-USDT-SWAP | data     | {'arg':{'channel':'trades','instId':'BTC-USDT-SWAP'},'data':[{'instId':'BTC-USDT-SWAP','tradeId':'2832749645','px':'63913.4','sz':'34.95','side':'sell','ts':'1786540436090','count':'10','source':'0','seqId':333793118093}]}
            mark-price    | instId   | BTC-USDT-SWAP | data     | {'arg':{'channel':'mark-price','instId':'BTC-USDT-SWAP'},'data':[{'instId':'BTC-USDT-SWAP','instType':'SWAP','markPx':'63920.5','ts':'1786540436000'}]}
            index-tickers | instId   | BTC-USDT      | data     | {'arg':{'channel':'index-tickers','instId':'BTC-USDT'},'data':[{'instId':'BTC-USDT','idxPx':'63920.5','ts':'1786540436000'}]}
            funding-rate  | instId   | BTC-USDT-SWAP | data     | {'arg':{'channel':'funding-rate','instId':'BTC-USD-SWAP'},'data':[{'formulaType':'noRate','fundingRate':'0.0001875391284828','fundingTime':'1700726400000','impactValue':'','instId':'BTC-USD-SWAP','instType':'SWAP','interestRate':'','method':'current_period','maxFundingRate':'0.00375','minFundingRate':'-0.00375','nextFundingRate':'','nextFundingTime':'1700755200000','premium':'0.0001233824646391','settFundingRate':'0.0001699799259033','settState':'settled','ts':'1700724675402'}]}
            open-interest | instId   | BTC-USDT-SWAP | data     | {'arg':{'channel':'open-interest','instId':'BTC-USDT-SWAP'},'data':[{'instId':'BTC-USDT-SWAP','instType':'SWAP','oi':'2216113.01000000309','oiCcy':'22161.1301000000309','oiUsd':'1939251795.54769270396321','ts':'1743041250440'}]}
            tickers       | instId   | BTC-USDT-SWAP | data     | {'arg':{'channel':'tickers','instId':'BTC-USDT-SWAP'},'data':[{'instType':'SWAP','instId':'BTC-USDT-SWAP','last':'63921','lastSz':'0.4','askPx':'63921.1','askSz':'1871.75','bidPx':'63921','bidSz':'779.3','open24h':'64297.6','high24h':'64466','low24h':'63162.7','sodUtc0':'63566','sodUtc8':'63584.6','volCcy24h':'73998.8786','vol24h':'7399887.86','ts':'1786540471710'}]}
            liquidation-orders | instType | SWAP     | data     | {'arg':{'channel':'liquidation-orders','instType':'SWAP'},'data':[{'details':[{'bkLoss':'0','bkPx':'0.007831','ccy':'','posSide':'short','side':'buy','sz':'13','ts':'1692266434010'}],'instFamily':'IOST-USDT','instId':'IOST-USDT-SWAP','instType':'SWAP','uly':'IOST-USDT'}]}
            """)
    void okxChannels(String channel, String key, String of, String has, String sample) {
        try (Client client = new Client(exchange.websocket(Venue.OKX).resolve("/ws/v5/public"))) {
            client.say("{\"id\":\"15\",\"op\":\"subscribe\",\"args\":[{\"channel\":\"" + channel + "\",\"" + key
                    + "\":\"" + of + "\"}]}");
            assertThat(client.untilHeard(text -> text.contains("\"event\"")))
                    .contains("\"event\":\"subscribe\"", "\"channel\":\"" + channel + "\"", "\"connId\"");
            assertSame(
                    client.untilHeard(
                            text -> text.contains('"' + has + '"') && text.contains("data") && !text.contains("[]")),
                    sample);
        }
    }

    @Test
    void okxRefusesEachChannelByItselfAndAnswersPings() {
        try (Client client = new Client(exchange.websocket(Venue.OKX).resolve("/ws/v5/public"))) {
            client.say(
                    "{\"id\":\"1512\",\"op\":\"subscribe\",\"args\":[{\"channel\":\"bookz\",\"instId\":\"BTC-USDT-SWAP\"},"
                            + "{\"channel\":\"books-l2-tbt\",\"instId\":\"BTC-USDT-SWAP\"},"
                            + "{\"channel\":\"trades\",\"instId\":\"BTC-USDT-SWAP\"}]}");
            assertThat(client.untilHeard(text -> text.contains("60018")))
                    .contains("\"id\":\"1512\"", "\"event\":\"error\"");
            client.untilHeard(text -> text.contains("64003"));
            client.untilHeard(text -> text.contains("\"event\":\"subscribe\""));
            client.say("{\"op\": \"subscribe\", \"argss\":[]}");
            client.untilHeard(text -> text.contains("60012"));
            client.say("ping");
            client.untilHeard(text -> text.equals("pong"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            books       | snapshot | {'action':'snapshot','arg':{'instType':'usdt-futures','topic':'books','symbol':'BTCUSDT'},'data':[{'a':[['76742.9','4.2465']],'b':[['76742.8','2.8986']],'checksum':0,'seq':483814309734,'pseq':0,'ts':'1777362657614'}],'ts':1777362657617}
            books       | update   | {'action':'update','arg':{'instType':'usdt-futures','topic':'books','symbol':'BTCUSDT'},'data':[{'a':[['76642','0']],'b':[['76598.9','0.0783']],'checksum':-431745958,'seq':483415085712,'pseq':483415077719,'ts':'1777358880000'}],'ts':1777358880001}
            publicTrade | update   | {'action':'update','arg':{'instType':'usdt-futures','topic':'publicTrade','symbol':'BTCUSDT'},'data':[{'i':'1432912492051054592','p':'76631.3','v':'0.01','S':'buy','T':'1777358881008','L':'1432912492051054593','isRPI':'no'}],'ts':1777358881009}
            ticker      | snapshot | {'action':'snapshot','arg':{'instType':'usdt-futures','topic':'ticker','symbol':'BTCUSDT'},'data':[{'highPrice24h':'78237.7','lowPrice24h':'76414.5','openPrice24h':'77641','lastPrice':'76631.3','turnover24h':'2914473798.93323','volume24h':'37764.7894','bid1Price':'76631.2','ask1Price':'76631.3','bid1Size':'0.9608','ask1Size':'9.5716','price24hPcnt':'-0.013','indexPrice':'76671.4381686055379793','markPrice':'76631.3','fundingRate':'-0.00003','openInterest':'29539.3825','deliveryTime':'','deliveryStartTime':'','deliveryStatus':'','nextFundingTime':'1777363200000'}],'ts':1777358880084}
            liquidation | update   | {'action':'update','arg':{'instType':'usdt-futures','topic':'liquidation'},'data':[{'symbol':'APEUSDT','side':'buy','price':'0.1649','amount':'13.70319','ts':'1777358886549'}],'ts':1777358897167}
            """)
    void bitgetTopics(String topic, String action, String sample) {
        try (Client client = new Client(exchange.websocket(Venue.BITGET).resolve("/v3/ws/public"))) {
            String symbol = topic.equals("liquidation") ? "" : ",\"symbol\":\"BTCUSDT\"";
            client.say("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"usdt-futures\",\"topic\":\"" + topic + "\""
                    + symbol + "}]}");
            assertThat(client.untilHeard(text -> text.contains("\"event\"")))
                    .contains("\"event\":\"subscribe\"", "\"topic\":\"" + topic + "\"", "\"connId\"");
            assertSame(
                    client.untilHeard(text -> text.contains("\"action\":\"" + action) && !text.contains("[]")), sample);
        }
    }

    @Test
    void bitgetRefusesAnUnknownTopicAndAnswersPings() {
        try (Client client = new Client(exchange.websocket(Venue.BITGET).resolve("/v3/ws/public"))) {
            client.say(
                    "{\"op\":\"subscribe\",\"args\":[{\"instType\":\"usdt-futures\",\"topic\":\"bookz\",\"symbol\":\"BTCUSDT\"}]}");
            assertSame(
                    client.untilHeard(text -> text.contains("error")),
                    "{'event':'error','arg':{'instType':'usdt-futures','topic':'bookz','symbol':'BTCUSDT'},'code':'30001',"
                            + "'msg':'channel does not exist'}");
            client.say("ping");
            client.untilHeard(text -> text.equals("pong"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            v4_orderbook | BTC-USD | subscribed   | {'type':'subscribed','connection_id':'7af140fb-a','message_id':1,'channel':'v4_orderbook','id':'BTC-USD','contents':{'bids':[{'price':'114623','size':'0.1112'}],'asks':[{'price':'114624','size':'0.0872'}]}}
            v4_orderbook | BTC-USD | channel_data | {'type':'channel_data','connection_id':'7af140fb-a','message_id':2,'id':'BTC-USD','channel':'v4_orderbook','version':'1.0.0','contents':{'bids':[['114622','0']],'asks':[['114625','0.5']]}}
            v4_trades    | BTC-USD | channel_data | {'type':'channel_data','connection_id':'9011edff-a','message_id':3,'channel':'v4_trades','id':'BTC-USD','version':'1.0.0','contents':{'trades':[{'id':'02b6148d0000000200000005a','side':'BUY','size':'0.024','price':'114581','type':'LIMIT','createdAt':'2025-08-04T00:42:07.119Z','createdAtHeight':'45487245'}]}}
            v4_markets   |         | subscribed   | {'type':'subscribed','connection_id':'6e0af39b-a','message_id':4,'channel':'v4_markets','contents':{'markets':{'BTC-USD':{'clobPairId':'0','ticker':'BTC-USD','status':'ACTIVE','oraclePrice':'118976.5376','priceChange24H':'659.9736','volume24H':'1292729.3605','trades24H':9387,'nextFundingRate':'0.00001121875','initialMarginFraction':'0.02','maintenanceMarginFraction':'0.012','openInterest':'753.7181','atomicResolution':-10,'quantumConversionExponent':-9,'tickSize':'1','stepSize':'0.0001','stepBaseQuantums':1000000,'subticksPerTick':100000,'marketType':'CROSS','openInterestLowerCap':'0','openInterestUpperCap':'0','baseOpenInterest':'782.0931','defaultFundingRate1H':'0'}}}}
            v4_markets   |         | oraclePrices | {'type':'channel_data','connection_id':'6e0af39b-a','message_id':6,'channel':'v4_markets','version':'1.0.0','contents':{'oraclePrices':{'BTC-USD':{'oraclePrice':'0.02069413882','effectiveAt':'2024-08-17T17:24:36.330Z','effectiveAtHeight':'19182358','marketId':87}}}}
            """)
    void dydxChannels(String channel, String id, String has, String sample) {
        try (Client client = new Client(exchange.websocket(Venue.DYDX).resolve("/v4/ws"))) {
            assertThat(client.untilHeard(text -> text.contains("connected"))).contains("\"message_id\":0");
            String of = id == null ? "" : ",\"id\":\"" + id + "\"";
            client.say("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"" + of + ",\"batched\":false}");
            String heard = client.untilHeard(text -> text.contains('"' + has + '"')
                    && !text.contains("[]")
                    && (!has.equals("oraclePrices") || text.contains("BTC-USD")));
            assertSame(onlyBitcoin(heard), sample);
        }
    }

    private static String onlyBitcoin(String heard) {
        JsonObject frame = JsonParser.parseString(heard).getAsJsonObject();
        JsonObject contents = frame.getAsJsonObject("contents");
        if (contents.has("markets")) {
            contents.getAsJsonObject("markets").keySet().removeIf(name -> !name.equals("BTC-USD"));
        }
        return frame.toString();
    }

    @Test
    void dydxCountsTheMessagesOfAConnection() {
        try (Client client = new Client(exchange.websocket(Venue.DYDX).resolve("/v4/ws"))) {
            for (String channel : List.of("v4_orderbook", "v4_trades")) {
                client.say("{\"type\":\"subscribe\",\"channel\":\"" + channel
                        + "\",\"id\":\"BTC-USD\",\"batched\":false}");
            }
            client.say("{\"type\":\"subscribe\",\"channel\":\"v4_nothing\",\"id\":\"BTC-USD\"}");
            client.untilHeard(text -> text.contains("\"type\":\"error\""));
            Client.until(() -> client.heard().size() > 100);
            for (int i = 0; i < 100; i++) {
                JsonObject frame = JsonParser.parseString(client.heard().get(i)).getAsJsonObject();
                assertThat(frame.get("message_id").getAsInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void bybitListsItsInstrumentsInPages() throws Exception {
        String path = "/v5/market/instruments-info?category=linear&limit=1000";
        JsonObject first = get(Venue.BYBIT, path).getAsJsonObject("result");
        assertThat(first.getAsJsonArray("list")).hasSize(3);
        String cursor = first.get("nextPageCursor").getAsString();
        JsonObject second = get(Venue.BYBIT, path + "&cursor=" + cursor).getAsJsonObject("result");
        assertThat(second.getAsJsonArray("list")).hasSize(1);
        assertThat(second.get("nextPageCursor").getAsString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BINANCE | /fapi/v1/depth?symbol=BTCUSDT&limit=5 | {'lastUpdateId':1027024,'E':1,'T':1,'bids':[['4.0','431.0']],'asks':[['4.2','12.0']]}
            BINANCE | /fapi/v1/premiumIndex?symbol=BTCUSDT | {'symbol':'BTCUSDT','markPrice':'11793.6','indexPrice':'11781.8','estimatedSettlePrice':'11781.1','lastFundingRate':'0.00038246','interestRate':'0.0001','nextFundingTime':1,'time':1}
            BINANCE | /fapi/v1/openInterest?symbol=BTCUSDT | {'openInterest':'10659.509','symbol':'BTCUSDT','time':1589437530011}
            BINANCE | /futures/data/openInterestHist?symbol=BTCUSDT&period=5m | [{'symbol':'BTCUSDT','sumOpenInterest':'20403.6','sumOpenInterestValue':'150570784.07','CMCCirculatingSupply':'165880.538','timestamp':'1583127900000'}]
            BINANCE | /fapi/v1/klines?symbol=BTCUSDT&interval=1m | [[1,'1','1','1','1','1',1,'1',1,'1','1','0']]
            BINANCE | /fapi/v1/markPriceKlines?symbol=BTCUSDT&interval=1h | [[1,'1','1','1','1','0',1,'0',1,'0','0','0']]
            BINANCE | /fapi/v1/fundingInfo | [{'symbol':'BLZUSDT','adjustedFundingRateCap':'0.025','adjustedFundingRateFloor':'-0.025','fundingIntervalHours':8,'disclaimer':false}]
            BINANCE | /fapi/v1/aggTrades?symbol=BTCUSDT | [{'a':26129,'p':'0.016','q':'4.7','nq':'4.7','f':27781,'l':27781,'T':1,'m':true}]
            BYBIT | /v5/market/time | {'retCode':0,'retMsg':'OK','result':{'timeSecond':'1688639403','timeNano':'1688639403423213947'},'retExtInfo':{},'time':1}
            BYBIT | /v5/market/orderbook?category=linear&symbol=BTCUSDT | {'retCode':0,'retMsg':'OK','result':{'s':'BTCUSDT','b':[['65485.47','47.0']],'a':[['65557.7','16.6']],'ts':1,'u':230704,'seq':1432604333,'cts':1},'retExtInfo':{},'time':1}
            BYBIT | /v5/market/funding/history?category=linear&symbol=BTCUSDT | {'retCode':0,'retMsg':'OK','result':{'category':'linear','list':[{'symbol':'ETHPERP','fundingRate':'0.0001','fundingRateTimestamp':'1672041600000'}]},'retExtInfo':{},'time':1}
            OKX | /api/v5/public/time | {'code':'0','msg':'','data':[{'ts':'1597026383085'}]}
            OKX | /api/v5/market/books?instId=BTC-USDT-SWAP&sz=400 | {'code':'0','msg':'','data':[{'asks':[['41006.8','0.6','0','1']],'bids':[['41006.3','0.3','0','2']],'ts':'1629966436396','seqId':3235851742}]}
            OKX | /api/v5/market/candles?instId=BTC-USDT-SWAP&bar=1m | {'code':'0','msg':'','data':[['1','1','1','1','1','1','1','1','0']]}
            OKX | /api/v5/market/mark-price-candles?instId=BTC-USDT-SWAP&bar=1H | {'code':'0','msg':'','data':[['1','1','1','1','1','0']]}
            OKX | /api/v5/rubik/stat/taker-volume-contract?instId=BTC-USDT-SWAP&period=5m&unit=2 | {'code':'0','msg':'','data':[['1','1','1']]}
            BITGET | /api/v3/market/current-fund-rate?symbol=BTCUSDT | {'code':'00000','msg':'success','requestTime':1,'data':[{'symbol':'BTCUSDT','fundingRate':'0.000071','fundingRateInterval':'8','nextUpdate':'1743062400000','minFundingRate':'-0.003','maxFundingRate':'0.003'}]}
            BITGET | /api/v3/market/orderbook?category=USDT-FUTURES&symbol=BTCUSDT | {'code':'00000','msg':'success','requestTime':1,'data':{'a':[[73000.0,0.007]],'b':[[71213.8,1.836]],'ts':'1730969017964'}}
            BITGET | /api/v3/market/open-interest?category=USDT-FUTURES&symbol=BTCUSDT | {'code':'00000','msg':'success','requestTime':1,'data':{'list':[{'symbol':'BTCUSDT','openInterest':'2243.019'}],'ts':'1730969652411'}}
            BITGET | /api/v3/market/candles?category=USDT-FUTURES&symbol=BTCUSDT&interval=1m | {'code':'00000','msg':'success','requestTime':1,'data':[['1','1','1','1','1','1','1']]}
            DYDX | /v4/historicalFunding/BTC-USD?limit=3 | {'historicalFunding':[{'ticker':'BTC-USD','rate':'0.00001','price':'50000.0','effectiveAt':'2026-01-20T08:00:00.000Z','effectiveAtHeight':'12345000'}]}
            DYDX | /v4/candles/perpetualMarkets/BTC-USD?resolution=1MIN | {'candles':[{'startedAt':'2025-08-05T03:40:00.000Z','ticker':'BTC-USD','resolution':'1MIN','low':'114249','high':'114256','open':'114256','close':'114249','baseTokenVolume':'0.4726','usdVolume':'53996.1818','trades':7,'startingOpenInterest':'501.7424','orderbookMidPriceOpen':'114255.5','orderbookMidPriceClose':'114255.5'}]}
            DYDX | /v4/time | {'iso':'2026-01-20T08:00:00.000Z','epoch':1590000000.0}
            """)
    void answersRequests(Venue venue, String path, String sample) throws Exception {
        Client.until(() -> Client.get(exchange.rest(Venue.BINANCE).resolve("/fapi/v1/aggTrades?symbol=BTCUSDT"))
                        .body()
                        .length()
                > 10);
        assertSame(Client.get(exchange.rest(venue).resolve(path)).body(), sample);
    }

    @Test
    void listsTermsAsTheVenuesDo() throws Exception {
        JsonObject okx = get(Venue.OKX, "/api/v5/public/instruments?instType=SWAP")
                .getAsJsonArray("data")
                .get(0)
                .getAsJsonObject();
        assertThat(okx.get("ctVal").getAsString()).isEqualTo("0.01");
        assertThat(okx.get("tickSz").getAsString()).isEqualTo("0.1");
        assertThat(okx.get("lotSz").getAsString()).isEqualTo("0.01");
        JsonObject bitget = get(Venue.BITGET, "/api/v3/market/instruments?category=USDT-FUTURES")
                .getAsJsonArray("data")
                .get(0)
                .getAsJsonObject();
        assertThat(bitget.get("priceMultiplier").getAsString()).isEqualTo("0.1");
        assertThat(bitget.get("quantityMultiplier").getAsString()).isEqualTo("0.0001");
        assertThat(bitget.get("pricePrecision").getAsString()).isEqualTo("1");
    }

    @Test
    void keepsAPastOfThirtyDays() throws Exception {
        long now = System.currentTimeMillis();
        long start = now - 30L * 24 * 3_600_000;
        String asked = "/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=1500&startTime=" + start;
        JsonArray bars = JsonParser.parseString(
                        Client.get(exchange.rest(Venue.BINANCE).resolve(asked)).body())
                .getAsJsonArray();
        assertThat(bars).hasSizeBetween(719, 721);
        String again = Client.get(exchange.rest(Venue.BINANCE).resolve(asked)).body();
        assertThat(JsonParser.parseString(again).getAsJsonArray().get(0)).isEqualTo(bars.get(0));
        for (int i = 0; i < bars.size(); i++) {
            JsonArray bar = bars.get(i).getAsJsonArray();
            assertThat(bar.get(2).getAsDouble())
                    .isGreaterThanOrEqualTo(bar.get(3).getAsDouble());
            assertThat(bar.get(5).getAsDouble()).isGreaterThan(bar.get(9).getAsDouble());
        }
    }

    private JsonObject get(Venue venue, String path) throws IOException, InterruptedException {
        return JsonParser.parseString(
                        Client.get(exchange.rest(venue).resolve(path)).body())
                .getAsJsonObject();
    }

    private static void assertSame(String heard, String sample) {
        assertThat(Shape.of(heard)).as(heard).isEqualTo(Shape.of(sample));
    }
}
