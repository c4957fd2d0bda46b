package dev.puesto.seatquote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples that billing systems published, to the minor unit: a copy of the file that lists them. */
class PublishedCasesTests extends PublishedPrices {
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void comesOutAsPublished(PublishedCase published) {
        currency(published);
        assertThat(new TreeMap<>(computed(published))).isEqualTo(published.expected());
    }

    private Map<String, Object> computed(PublishedCase published) {
        return switch (published.id()) {
            case "STRIPE-1" -> discountedUpgrade(published);
            case "STRIPE-2" -> otherInterval(published);
            case "STRIPE-3" -> halfway();
            case "STRIPE-5" -> wholeQuantities(published);
            case "STRIPE-6" -> balancePays(published);
            case "LAGO-1", "LAGO-2", "LAGO-3", "LAGO-4" -> unitsOfMarch(published);
            case "LAGO-13" -> upgradeInFebruary(published);
            case "KB-1", "KB-2", "KB-3" -> joinedBillDay(published);
            case "KB-7" -> cappedRepair(published);
            case "POLAR-1", "POLAR-2", "POLAR-4" -> seatsOfJune(published);
            case "POLAR-7" -> graduatedWithBase(published);
            case "POLAR-13" -> monthlyToYearly(published);
            case "SLACK-1" -> memberAdded(published);
            case "ZUORA-3" -> partialWeek(published);
            case String other -> throw new AssertionError("nobody computes " + other);
        };
    }
}
