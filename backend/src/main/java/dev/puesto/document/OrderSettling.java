package dev.puesto.document;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.puesto.id.DocumentId;
import dev.puesto.ledger.Funds;
import dev.puesto.ledger.LedgerEntry.Cause;
import dev.puesto.ledger.Postings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settles the documents of an order, a pure function. Credits first settle what is open on the invoices that they
 * correct; what was paid of these already goes to the balance. Then the invoices that are collected, the oldest first and
 * the order's own last, are paid from that credit, from the balance of before (goodwill first), and by the payment. What
 * a payment exceeds them by goes to the balance; what was held in vain returns to it.
 */
public final class OrderSettling {

    private final OrderMoney money;
    private final Cause cause;
    private final Postings postings = new Postings();
    private final Map<DocumentId, Settlement> changed = new LinkedHashMap<>();
    private long newCreditMinor;
    private Funds funds;
    private long paymentMinor;

    private OrderSettling(OrderMoney money) {
        this.money = money;
        this.cause = Cause.of(money.order());
        this.funds = money.funds();
        this.paymentMinor = money.payment() == null ? 0 : money.payment().minor();
    }

    /** What placing the order does. */
    public static SettledOrder settle(OrderMoney money) {
        return new OrderSettling(money).settle();
    }

    private SettledOrder settle() {
        issueInvoice();
        issueCreditNote();
        money.unsettled().stream()
                .filter(invoice -> money.carried().contains(invoice.invoice()))
                .forEach(invoice -> pay(changed.getOrDefault(invoice.invoice(), invoice)));
        payOwnInvoice();
        long paymentLeft = returnWhatIsLeft();
        return new SettledOrder(
                changed.values().stream().toList(),
                postings.entries(),
                money.funds().totalMinor() - funds.totalMinor(),
                newCreditMinor + paymentLeft,
                openOfCollected());
    }

    private void issueInvoice() {
        var invoice = money.documents().invoice();
        if (invoice != null) {
            postings.invoice(cause.with(invoice.id()), invoice.netMinor(), taxByCountry(invoice));
            change(Settlement.unpaid(invoice));
        }
    }

    private void issueCreditNote() {
        var creditNote = money.documents().creditNote();
        if (creditNote == null) {
            return;
        }
        Cause credited = cause.with(creditNote.id());
        postings.creditNote(credited, creditNote.netMinor(), taxByCountry(creditNote));
        Map<DocumentId, Long> credits = creditsByInvoice(creditNote);
        long settled = money.unsettled().stream()
                .mapToLong(invoice -> credit(invoice, credits.getOrDefault(invoice.invoice(), 0L)))
                .sum();
        newCreditMinor = creditNote.totalMinor() - settled;
        postings.creditToBalance(credited, newCreditMinor);
    }

    private static Map<DocumentId, Long> creditsByInvoice(DocumentDraft creditNote) {
        return creditNote.lines().stream()
                .collect(groupingBy(
                        line -> Objects.requireNonNull(line.corrects()).document(),
                        summingLong(line -> line.amount().grossMinor())));
    }

    private long credit(Settlement invoice, long creditMinor) {
        long settled = Math.min(invoice.openMinor(), creditMinor);
        if (settled > 0) {
            change(invoice.credited(settled));
        }
        return settled;
    }

    private void payOwnInvoice() {
        var invoice = money.documents().invoice();
        if (invoice != null) {
            pay(changed.get(invoice.id()));
        }
    }

    private void pay(Settlement invoice) {
        Cause paying = cause.with(invoice.invoice());
        long open = invoice.openMinor();
        long byCredit = Math.min(open, newCreditMinor);
        Funds byFunds = funds.atMost(open - byCredit);
        long byPayment = Math.min(open - byCredit - byFunds.totalMinor(), paymentMinor);
        postings.balancePays(paying, new Funds(0, byCredit));
        if (money.held()) {
            postings.heldPays(paying, byFunds);
        } else {
            postings.balancePays(paying, byFunds);
        }
        if (money.payment() != null) {
            postings.payment(paying.with(money.payment().payment()), byPayment);
        }
        newCreditMinor -= byCredit;
        funds = funds.minus(byFunds);
        paymentMinor -= byPayment;
        change(invoice.paid(byCredit + byFunds.totalMinor() + byPayment));
    }

    /** Returns what is left of payment and hold; what is left of the new credit is in the balance already. */
    private long returnWhatIsLeft() {
        if (money.payment() != null) {
            postings.paymentToBalance(cause.with(money.payment().payment()), paymentMinor);
        }
        if (money.held()) {
            postings.holdReturns(cause, funds);
        }
        return paymentMinor;
    }

    private long openOfCollected() {
        return changed.values().stream()
                .filter(this::isCollected)
                .mapToLong(Settlement::openMinor)
                .sum();
    }

    private boolean isCollected(Settlement invoice) {
        var own = money.documents().invoice();
        return money.carried().contains(invoice.invoice())
                || own != null && own.id().equals(invoice.invoice());
    }

    private void change(Settlement settlement) {
        changed.put(settlement.invoice(), settlement);
    }

    private static SortedMap<String, Long> taxByCountry(DocumentDraft document) {
        var byCountry = new TreeMap<String, Long>();
        document.taxes()
                .forEach(tax -> byCountry.merge(
                        tax.amount().group().country(), tax.amount().taxMinor(), Long::sum));
        return byCountry;
    }
}
