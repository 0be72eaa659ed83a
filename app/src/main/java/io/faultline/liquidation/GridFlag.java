package io.faultline.liquidation;

/** What a figure of a venue rests on, or what was done with its input; shown beside every figure concerned. */
public enum GridFlag {
    NO_OI("no open interest"),
    NO_OI_HISTORY("no OI history"),
    OI_BORROWED("OI shape borrowed"),
    OI_REFUSED("open interest refused: not a possible figure"),
    OI_RESET("open interest jumped: its change was not counted"),
    MARK_FROM_LAST("last price used as mark"),
    MARK_HELD("mark jumped: sweep waits for a second source"),
    NO_LIQ_FEED("no liquidation feed"),
    LIQ_SILENT("liquidation feed silent"),
    THROTTLED_FEED("feed throttled: a lower bound"),
    SIDE_ESTIMATED("taker side estimated"),
    TABLE_DATE("brackets not the venue's of today"),
    TABLE_STALE("brackets older than 90 days"),
    TABLE_BORROWED("brackets borrowed from another venue"),
    TABLE_MENDED("brackets had holes or overlaps: closed"),
    GAP("gap in trades"),
    HISTORY_MENDED("history had gaps, duplicates or impossible bars"),
    INPUT_REFUSED("impossible figures left out"),
    BOOTSTRAP("history is coarse"),
    RESTORED("of the last session: not covered by newer data yet"),
    VENUE_SILENT("venue silent: swept by the others' mark"),
    VENUE_DOWN("venue down: not in the totals"),
    VENUE_OFF("switched off: not in the totals");

    private final String chip;

    GridFlag(String chip) {
        this.chip = chip;
    }

    /** The words on the chip. */
    public String chip() {
        return chip;
    }
}
