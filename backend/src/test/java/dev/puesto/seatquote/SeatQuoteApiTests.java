package dev.puesto.seatquote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.id.GlobalId;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a seat quote says of prices, and for how long. */
@PuestoTest
class SeatQuoteApiTests extends SeatQuoteApi {
    @Test
    void saysInBothLanguagesWhyAReductionStillCosts() {
        assertThat(plain(quote(client.inSpanish(), seats(9)).text("summary")))
                .isEqualTo("Hoy paga 48,40 € aunque reduzca: empieza un período completo con 9 agentes (108,90 €)"
                        + " y se abona lo no usado del anterior (−60,50 €)");
        assertThat(plain(quote(client, seats(9)).text("summary")))
                .isEqualTo("You pay €48.40 today although you reduce: a full period with 9 agents begins (€108.90)"
                        + " and the unused part of the last is credited (−€60.50)");
    }

    @Test
    void explainsEachLineSoThatItCanBeComputedAgain() {
        var lines = quote(client, seats(14)).json().get("lines");
        assertThat(lines.valueStream().map(line -> plain(line.get("explanation").asString())))
                .containsExactly(
                        "Unused part of 10 agents, 16 June 2026 to 1 July 2026: €100.00 for the full period,"
                                + " 15 of 30 days = €50.00",
                        "14 agents, 16 June 2026 to 16 July 2026: 14 × €10.00 = €140.00");
        for (var line : lines) {
            var exact = line.get("exactMinorUnits").asString().split("/");
            var doubled = new BigInteger(exact[0]).shiftLeft(1).add(new BigInteger(exact[1]));
            assertThat(line.at("/rounded/minorUnits").asLong())
                    .isEqualTo(doubled.divide(new BigInteger(exact[1]).shiftLeft(1))
                            .longValue());
        }
        assertThat(lines.get(0).get("ratio").asString()).isEqualTo("1/2");
    }

    @Test
    void pricesAsOfTheAccountsClockAndHoldsForHalfAnHour() {
        var quote = quote(client, seats(14));
        assertThat(quote.text("asOf")).isEqualTo("2026-06-16T00:00:00Z");
        assertThat(quote.text("validUntil")).isEqualTo("2026-06-16T00:30:00Z");
        assertThat(quote.text("id")).isNotBlank();
        assertThat(quote.text("changes/0/nextBillingDate")).isEqualTo("2026-07-16T00:00:00Z");
        assertThat(quote.number("amountDue/minorUnits")).isEqualTo(10_890);
        assertThat(quote.number("totals/chargeTax/0/tax/minorUnits")).isEqualTo(2_940);
        assertThat(quote.text("tax/reason")).isEqualTo("DOMESTIC");
    }

    @Test
    void looksAtAnotherInstantWithoutAnId() {
        var quote =
                quote(client, Map.of("accountId", id(), "at", "2026-06-21T00:00:00Z", "changes", List.of(seats(10))));
        assertThat(quote.json().get("id").isNull()).isTrue();
        assertThat(quote.number("lines/0/amount/minorUnits")).isEqualTo(3_333);
    }

    @Test
    void saysOfAnInstantOfLongAgoWhatStandsInTheWay() {
        var quote =
                quote(client, Map.of("accountId", id(), "at", "1970-01-02T00:00:00Z", "changes", List.of(seats(10))));
        assertThat(quote.obstacles()).contains("SEAT_CHANGE_REFUSED");
    }

    @Test
    void quotesANewSubscriptionAndACancellationTogether() {
        var other = subscriptions.offer();
        var quote = quote(
                client,
                Map.of(
                        "accountId",
                        id(),
                        "changes",
                        List.of(
                                seats(0),
                                Map.of(
                                        "planId",
                                        GlobalId.of("Plan", other.plan()).toString(),
                                        "seats",
                                        5))));
        assertThat(quote.json()
                        .get("changes")
                        .valueStream()
                        .map(change -> change.get("kind").asString()))
                .containsExactly("CANCELLATION", "NEW");
        assertThat(quote.number("totals/charges/minorUnits")).isEqualTo(6_050);
        assertThat(quote.number("totals/credits/minorUnits")).isEqualTo(6_050);
        assertThat(quote.number("amountDue/minorUnits")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ESB12345674, DOMESTIC", "12, DOMESTIC"})
    void takesAVatNumberIntoTheQuoteOrSaysThatItIsNone(String number, String reason) {
        var quote = quote(client, Map.of("accountId", id(), "taxIdToAdd", number, "changes", List.of(seats(14))));
        assertThat(quote.text("tax/reason")).isEqualTo(reason);
        assertThat(quote.obstacles().contains("TAX_ID_MALFORMED")).isEqualTo(number.equals("12"));
    }

    private static String plain(String text) {
        return text.replace(NO_BREAK_SPACE, " ");
    }
}
