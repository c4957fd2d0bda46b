package dev.puesto.seatquote;

import dev.puesto.catalog.SeatNoun;
import dev.puesto.money.Amounts;
import dev.puesto.period.Grain;
import dev.puesto.period.PeriodShare;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** Explains a line in words: from which seats, prices and part of the period its amount comes. */
record LineWords(Wording wording, SeatNoun noun, PricedLine line) {
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long SECONDS_OF_AN_HOUR = 3_600;
    private static final long SECONDS_OF_A_MINUTE = 60;

    String explanation() {
        return switch (line.kind()) {
            case CHARGE -> charge();
            case CREDIT -> credit();
            case TRIAL ->
                line.seats() == 0 ? wording.text("line.trialEnds") : wording.text("line.trial", seats(), end());
            case SCHEDULED ->
                line.seats() == 0
                        ? wording.text("line.scheduledCancel", start())
                        : wording.text("line.scheduled", seats(), start(), price());
        };
    }

    private String charge() {
        if (line.share().units() == line.share().total()) {
            return wording.text("line.full", seats(), start(), end(), price());
        }
        return wording.text("line.rest", seats(), start(), end(), price(), part(line.share()), rounded());
    }

    private String credit() {
        var full = wording.amount(Amounts.ofMinor(
                line.amount().getCurrencyUnit(), line.fullPrice().rounded()));
        var words = wording.text("line.credit", seats(), start(), end(), full, part(line.share()), rounded());
        return line.capped() ? wording.text("line.creditCapped", words, wording.amount(line.amount())) : words;
    }

    /** As {@code 10 × €10.00 + 4 × €8.00 + €5.00 fee − 10% = €122.40}. */
    private String price() {
        var terms = line.list().tiers().stream()
                .map(share -> wording.text(
                        "price.seats",
                        share.seats(),
                        wording.amount(share.tier().unitPrice())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (line.list().fixedFee().isPositive()) {
            terms.add(wording.text("price.fee", wording.amount(line.list().fixedFee())));
        }
        var sum = new StringBuilder(String.join(" + ", terms));
        line.discounts().forEach(discount -> sum.append(' ').append(discount(discount)));
        var full = Amounts.ofMinor(
                line.amount().getCurrencyUnit(), line.fullPrice().rounded());
        return wording.text("price.equals", sum.toString(), wording.amount(full));
    }

    private String discount(AppliedDiscount applied) {
        var discount = applied.discount();
        var isPercentage = discount.basisPoints() > 0;
        var amount = isPercentage
                ? wording.percentage(discount.basisPoints())
                : wording.amount(Amounts.ofMinor(line.amount().getCurrencyUnit(), discount.amountMinor()));
        var key = isPercentage ? "price.percent" : "price.amount";
        return applied.coversThePeriod()
                ? wording.text(key, amount)
                : wording.text(key + "OfPart", amount, part(applied.share()));
    }

    /** As {@code 15 of 30 days}, or with hours, minutes and seconds where the part is not of whole days. */
    private String part(PeriodShare share) {
        if (share.grain() != Grain.SECOND) {
            return wording.text("part.days", share.units(), share.total());
        }
        if (share.units() % SECONDS_OF_A_DAY == 0 && share.total() % SECONDS_OF_A_DAY == 0) {
            return wording.text("part.days", share.units() / SECONDS_OF_A_DAY, share.total() / SECONDS_OF_A_DAY);
        }
        return wording.text("part.time", time(share.units()), time(share.total()));
    }

    private String time(long seconds) {
        return wording.text(
                        "time",
                        seconds / SECONDS_OF_A_DAY,
                        seconds % SECONDS_OF_A_DAY / SECONDS_OF_AN_HOUR,
                        seconds % SECONDS_OF_AN_HOUR / SECONDS_OF_A_MINUTE,
                        seconds % SECONDS_OF_A_MINUTE)
                .strip();
    }

    private String seats() {
        return wording.seats(line.seats(), noun);
    }

    private String start() {
        return wording.date(line.start());
    }

    private String end() {
        return wording.date(line.end());
    }

    private String rounded() {
        return wording.amount(line.rounded());
    }
}
