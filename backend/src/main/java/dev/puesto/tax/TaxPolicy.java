package dev.puesto.tax;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Decides the tax group of a sale: a pure function of the seller's settings, the rates, the customer and the day.
 *
 * <p>In the EU by Reg. 282/2011 art. 18: reverse charge wants the number <em>and</em> its confirmation. A seller outside
 * the EU has no rate to fall back on there: where it is not registered it owes nothing.
 */
public record TaxPolicy(TaxSettings seller, TaxRates rates) {

    /** How a sale to that customer at that instant is taxed, by the date in the seller's zone. */
    public TaxDecision decide(TaxSubject customer, Instant at) {
        return decide(customer, seller.dateOf(at));
    }

    /** How a sale to that customer on that day is taxed. */
    public TaxDecision decide(TaxSubject customer, LocalDate on) {
        if (customer.country().equals(seller.country())) {
            return decided(TaxReason.DOMESTIC, customer, standard(customer.country(), on));
        }
        return rates.isInEu(customer.country(), on) ? inEu(customer, on) : outsideEu(customer, on);
    }

    private TaxDecision inEu(TaxSubject customer, LocalDate on) {
        TaxReason reason = reasonInEu(customer);
        if (reason == TaxReason.REVERSE_CHARGE) {
            return decided(reason, customer, TaxGroup.untaxed(customer.country(), TaxTreatment.REVERSE_CHARGE));
        }
        if (seller.collectsIn(customer.country())) {
            return decided(reason, customer, standard(customer.country(), on));
        }
        return rates.isInEu(seller.country(), on)
                ? decided(reason, customer, standard(seller.country(), on))
                : outsideScope(customer);
    }

    private TaxDecision outsideEu(TaxSubject customer, LocalDate on) {
        return seller.collectsIn(customer.country())
                ? decided(TaxReason.REGISTERED_ABROAD, customer, standard(customer.country(), on))
                : outsideScope(customer);
    }

    private static TaxReason reasonInEu(TaxSubject customer) {
        if (!customer.business()) {
            return TaxReason.PRIVATE_CUSTOMER;
        }
        if (customer.taxIdState() == null) {
            return TaxReason.TAX_ID_MISSING;
        }
        if (!customer.country().equals(customer.taxIdCountry())) {
            return TaxReason.TAX_ID_OF_ANOTHER_COUNTRY;
        }
        return switch (customer.taxIdState()) {
            case VALID -> TaxReason.REVERSE_CHARGE;
            case INVALID -> TaxReason.TAX_ID_INVALID;
            case UNVERIFIED -> TaxReason.TAX_ID_UNVERIFIED;
        };
    }

    private TaxGroup standard(String country, LocalDate on) {
        return TaxGroup.standard(country, rates.standardRate(country, on));
    }

    private static TaxDecision outsideScope(TaxSubject customer) {
        return decided(
                TaxReason.OUTSIDE_TAX_AREA, customer, TaxGroup.untaxed(customer.country(), TaxTreatment.OUTSIDE_SCOPE));
    }

    private static TaxDecision decided(TaxReason reason, TaxSubject customer, TaxGroup group) {
        return new TaxDecision(group, reason, customer.country());
    }
}
