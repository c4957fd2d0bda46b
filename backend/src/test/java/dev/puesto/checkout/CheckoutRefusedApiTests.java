package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checkouts through HTTP that are refused and change nothing. */
@PuestoTest
class CheckoutRefusedApiTests extends CheckoutApi {
    @Test
    void answersAFreshSeatQuoteWhenTheCartChangedMeanwhile() {
        Answer seen = setLine(plan, 3);
        setLine(plan, 4);
        Answer answer = checkout(seen, "sandbox_success", UUID.randomUUID());
        assertThat(answer.userErrorCodes("checkout")).containsExactly("SEAT_QUOTE_CHANGED");
        assertThat(answer.number("data.checkout.userErrors.0.seatQuote.amountDue.minorUnits"))
                .isEqualTo(4_840);
        assertThat(orders()).isZero();
    }

    @Test
    void aRefusalDoesNotBindTheKey() {
        Answer seen = setLine(plan, 3);
        Answer changed = setLine(plan, 4);
        UUID key = UUID.randomUUID();
        assertThat(checkout(seen, "sandbox_success", key).userErrorCodes("checkout"))
                .containsExactly("SEAT_QUOTE_CHANGED");
        assertThat(checkout(changed, "sandbox_success", key).text("data.checkout.order.state"))
                .isEqualTo("PLACED");
    }

    @Test
    void speaksSpanish() {
        Answer cart = setLine(plan, 3);
        Map<String, Object> input = checkoutInput(cart, null, UUID.randomUUID());
        Answer answer = buyer.client().inSpanish().ask(CHECKOUT, Map.of("input", input));
        assertThat(answer.text("data.checkout.userErrors.0.message")).contains("pago");
    }

    @Test
    void answersSeatCountsThatNoPlanAllowsWithItsLimits() {
        for (long seats : new long[] {-1, 0, 1L << 31, 4_000_000_000_000L}) {
            Answer answer = setLineAnswer(plan, seats);
            assertThat(answer.userErrorCodes("setCartLine")).containsExactly("SEAT_LIMIT_EXCEEDED");
            assertThat(answer.number("data.setCartLine.userErrors.0.maximum")).isEqualTo(100_000);
        }
    }

    @Test
    void answersOtherPeoplesIdsLikeThoseOfNothing() {
        Answer cart = setLine(plan, 3);
        Buyer stranger = test.buyer();
        Map<String, Object> input = checkoutInput(cart, "sandbox_success", UUID.randomUUID());
        Answer foreign = stranger.client().post(CHECKOUT, Map.of("input", input));
        assertThat(foreign.errorCodes()).containsExactly("NOT_FOUND");
        Map<String, Object> mixed = new HashMap<>(input);
        mixed.put("accountId", GlobalId.of(stranger.account()).toString());
        assertThat(stranger.client().post(CHECKOUT, Map.of("input", mixed)).errorCodes())
                .containsExactly("NOT_FOUND");
        assertThat(orders()).isZero();
    }

    @Test
    void refusesToOrderForACorporateAccountAndNamesItsRepresentative() {
        PersonId person = new PersonId(UUID.randomUUID());
        db.sql()
                .insertInto(PERSON)
                .set(PERSON.ID, person)
                .set(PERSON.EMAIL, person.value() + "@example.com")
                .set(PERSON.NAME, "Ana Ruiz")
                .set(PERSON.LOCALE, "es")
                .set(PERSON.STATUS, "ACTIVE")
                .set(PERSON.CREATED_AT, Instant.now())
                .execute();
        RepresentativeId representative = new RepresentativeId(UUID.randomUUID());
        db.sql()
                .insertInto(REPRESENTATIVE)
                .set(REPRESENTATIVE.ID, representative)
                .set(REPRESENTATIVE.PERSON_ID, person)
                .set(REPRESENTATIVE.NAME, "Ana Ruiz")
                .set(REPRESENTATIVE.EMAIL, "ana@example.com")
                .set(REPRESENTATIVE.CREATED_AT, Instant.now())
                .execute();
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.KIND, "CORPORATE")
                .set(ACCOUNT.REPRESENTATIVE_ID, representative)
                .where(ACCOUNT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        Answer answer = checkout(setLine(plan, 3), "sandbox_success", UUID.randomUUID());
        assertThat(answer.userErrorCodes("checkout")).containsExactly("REPRESENTATIVE_REQUIRED");
        assertThat(answer.text("data.checkout.userErrors.0.representative.name"))
                .isEqualTo("Ana Ruiz");
        assertThat(orders()).isZero();
    }
}
