package dev.puesto.checkout;

import dev.puesto.account.Account;
import dev.puesto.payment.KeptToken;
import dev.puesto.seatquote.SeatQuoteRequest;
import dev.puesto.tax.CheckedTaxId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout learned outside of its transaction.
 *
 * @param taxIdAsked the VAT number whose check it knows, as typed; null: none was asked about
 * @param taxId what the check said; empty for what is no VAT number
 * @param token what the payment provider keeps for the buyer's token; null: not asked
 */
record Outside(
        @Nullable String taxIdAsked,
        Optional<CheckedTaxId> taxId,
        @Nullable KeptToken token) {

    /** Nothing asked yet. */
    static final Outside NOTHING = new Outside(null, Optional.empty(), null);

    /** What has to be asked before the order can be decided. */
    sealed interface Question {

        /** Whether the cart's VAT number is confirmed. */
        record TaxId(SeatQuoteRequest request, Account account) implements Question {}

        /** What the payment provider keeps for the token. */
        record Token() implements Question {}
    }

    Outside with(String typed, Optional<CheckedTaxId> checked) {
        return new Outside(typed, checked, token);
    }

    Outside with(KeptToken kept) {
        return new Outside(taxIdAsked, taxId, kept);
    }
}
