package dev.puesto.seatquote;

import dev.puesto.money.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** Says in a sentence or two what a seat quote costs today, and why something is due or not. */
record SummaryWords(Wording wording, SeatQuote quote) {

    String summary() {
        var totals = quote.totals();
        if (totals == null) {
            return impossible();
        }
        var sentence = wording.text("because", payment(totals), reason(totals));
        for (var addition : additions(totals)) {
            sentence = wording.text("then", sentence, addition);
        }
        return sentence;
    }

    private String impossible() {
        return quote.obstacles().isEmpty()
                ? ""
                : wording.text(
                        "impossible",
                        wording.messages()
                                .text(wording.locale(), quote.obstacles().getLast()));
    }

    private String payment(Totals totals) {
        if (totals.amountDue().isZero()) {
            return wording.text("payNothing");
        }
        if (quote.collectedLater()) {
            return wording.text("payLater", wording.amount(totals.amountDue()));
        }
        var reduced = quote.priced().stream().allMatch(change -> change.seats() < change.seatsBefore());
        return quote.daysToPay() == null
                ? wording.text(reduced ? "payAlthoughReduced" : "pay", wording.amount(totals.amountDue()))
                : wording.text(
                        reduced ? "invoiceAlthoughReduced" : "invoice",
                        wording.amount(totals.amountDue()),
                        quote.daysToPay());
    }

    private String reason(Totals totals) {
        if (quote.changes().size() > 1) {
            return wording.text("reason.several", wording.amount(totals.charges()), wording.amount(totals.credits()));
        }
        var change = quote.changes().getFirst();
        var priced = Objects.requireNonNull(change.priced());
        return reason(priced, wording.seats(priced.seats(), change.product().seatNoun()));
    }

    private String reason(PricedChange change, String seats) {
        var line = change.lines().getLast();
        return switch (line.kind()) {
            case CHARGE -> charged(change, line, seats);
            case CREDIT -> wording.text("reason.cancel", wording.amount(line.gross()));
            case TRIAL ->
                change.seats() == 0
                        ? wording.text("reason.trialEnds")
                        : wording.text("reason.trial", seats, wording.date(line.end()));
            case SCHEDULED ->
                change.seats() == 0
                        ? wording.text("reason.scheduledCancel", wording.date(line.start()))
                        : wording.text("reason.scheduled", seats, wording.date(line.start()));
        };
    }

    private String charged(PricedChange change, PricedLine charge, String seats) {
        var begins = charge.start().equals(charge.period().start());
        var charged = wording.text(begins ? "reason.full" : "reason.rest", seats, wording.amount(charge.gross()));
        return change.credit()
                .filter(credit -> credit.amount().isPositive())
                .map(credit -> wording.text(
                        "and",
                        charged,
                        wording.text(
                                begins ? "reason.creditOfLast" : "reason.creditOfRest",
                                wording.amount(credit.gross()))))
                .orElse(charged);
    }

    private List<String> additions(Totals totals) {
        var additions = new ArrayList<String>();
        add(additions, "carried", totals.carriedInvoices());
        add(additions, "settled", settled(totals));
        add(additions, "balanceApplied", totals.balanceApplied());
        add(additions, "balanceAdded", totals.balanceAdded());
        if (quote.collectedLater()) {
            additions.add(wording.text("tooLittle"));
        }
        if (quote.priced().stream().anyMatch(PricedChange::unschedules)) {
            additions.add(wording.text("unschedules"));
        }
        if (quote.priced().stream().anyMatch(PricedChange::newPriceVersion)) {
            additions.add(wording.text("newPriceVersion"));
        }
        return additions;
    }

    private void add(List<String> additions, String key, Money amount) {
        if (amount.isPositive()) {
            additions.add(wording.text(key, wording.amount(amount)));
        }
    }

    private Money settled(Totals totals) {
        var minor = totals.settlements().stream()
                .map(Totals.InvoiceAmount::amount)
                .mapToLong(Amounts::minor)
                .sum();
        return Amounts.ofMinor(quote.currency(), minor);
    }
}
