package dev.puesto.seatquote;

import dev.puesto.api.MoneyView;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.money.Amounts;
import dev.puesto.seatquote.SeatQuoteView.TaxGroupView;
import dev.puesto.tax.Taxed;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** The sums of a seat quote as the API shows them. */
public record TotalsView(
        List<TaxView> chargeTax,
        List<TaxView> creditTax,
        MoneyView charges,
        MoneyView credits,
        MoneyView total,
        List<InvoicePart> settlements,
        MoneyView creditAvailable,
        List<InvoicePart> carried,
        MoneyView carriedInvoices,
        MoneyView balance,
        MoneyView balanceApplied,
        MoneyView amountDue,
        MoneyView balanceAdded) {

    static TotalsView of(AccountId account, Totals totals) {
        var currency = totals.total().getCurrencyUnit();
        return new TotalsView(
                taxes(totals.chargeTax(), currency),
                taxes(totals.creditTax(), currency),
                MoneyView.of(totals.charges()),
                MoneyView.of(totals.credits()),
                MoneyView.of(totals.total()),
                parts(account, totals.settlements()),
                MoneyView.of(totals.creditAvailable()),
                parts(account, totals.carried()),
                MoneyView.of(totals.carriedInvoices()),
                MoneyView.of(totals.balance()),
                MoneyView.of(totals.balanceApplied()),
                MoneyView.of(totals.amountDue()),
                MoneyView.of(totals.balanceAdded()));
    }

    private static List<TaxView> taxes(List<Taxed> taxes, CurrencyUnit currency) {
        return taxes.stream()
                .map(taxed -> new TaxView(
                        TaxGroupView.of(taxed.group()),
                        MoneyView.of(Amounts.ofMinor(currency, taxed.netMinor())),
                        MoneyView.of(Amounts.ofMinor(currency, taxed.taxMinor()))))
                .toList();
    }

    private static List<InvoicePart> parts(AccountId account, List<Totals.InvoiceAmount> amounts) {
        return amounts.stream()
                .map(part -> new InvoicePart(
                        GlobalId.of("Invoice", account, part.invoiceId()), part.number(), MoneyView.of(part.amount())))
                .toList();
    }

    /** The tax of a document by group. */
    public record TaxView(TaxGroupView group, MoneyView net, MoneyView tax) {}

    /** A part of an open invoice. */
    public record InvoicePart(GlobalId invoiceId, String number, MoneyView amount) {}
}
