package dev.puesto.seatquote;

import static dev.puesto.catalog.AnchorPolicy.KEEP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.catalog.AnchorPolicy;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Grain;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples that stand elsewhere than in that file. */
class MorePublishedCasesTests extends PublishedPrices {
    /** Further published cases: price before and after, the change of plan at an instant, and its two lines. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // polarsource/polar server/tests/subscription/test_service_prorations.py, test_upgrade_base_cases
        "monthly-basic-to-pro-third-of-month, KEEP, SECOND, MONTH, 10000, MONTH, 30000, 2025-06-01, 2025-06-11, 6667, 20000",
        "monthly-basic-to-pro-february-leap-year, KEEP, SECOND, MONTH, 10000, MONTH, 30000, 2024-02-18, 2024-02-25, 7586, 22759",
        "yearly-basic-to-pro-two-months, KEEP, SECOND, YEAR, 100000, YEAR, 300000, 2024-08-01, 2024-10-01, 83288, 249863",
        "yearly-basic-to-pro-february-leap-year, KEEP, SECOND, YEAR, 100000, YEAR, 300000, 2024-02-18, 2024-09-05, 45355, 136066",
        "yearly-basic-to-pro-february-non-leap-year, KEEP, SECOND, YEAR, 100000, YEAR, 300000, 2023-02-18, 2023-09-05, 45479, 136438",
        "monthly-to-yearly-third-of-month, MOVE, SECOND, MONTH, 10000, YEAR, 100000, 2025-06-01, 2025-06-11, 6667, 100000",
        "monthly-to-yearly-february-leap-year, KEEP, SECOND, MONTH, 10000, YEAR, 100000, 2024-02-18, 2024-02-25, 7586, 100000",
        "yearly-to-monthly-fifth-of-year, MOVE, SECOND, YEAR, 100000, MONTH, 10000, 2025-06-01, 2025-08-13, 80000, 10000",
        "yearly-to-monthly-february-leap-year, KEEP, SECOND, YEAR, 100000, MONTH, 10000, 2024-02-18, 2024-04-19, 83333, 10000",
        // flexprice documentation, "What is Proration?": days 10 and 15 of a month of 30
        "flexprice-monthly-upgrade, KEEP, DAY, MONTH, 5000, MONTH, 10000, 2025-06-01, 2025-06-11, 3333, 6667",
        "flexprice-basic-concept, KEEP, DAY, MONTH, 10000, MONTH, 20000, 2025-06-01, 2025-06-16, 5000, 10000",
        // developer.ariasystems.net, "Proration Effects with Plan Changes": billed on the 15th, changed on 2015-04-27
        "aria-full-proration, KEEP, DAY_30, MONTH, 3000, MONTH, 6000, 2015-04-15, 2015-04-27, 1800, 3600"
    })
    void comesOutAsPublishedElsewhere(
            String name,
            AnchorPolicy anchor,
            Grain grain,
            BillingInterval interval,
            long before,
            BillingInterval newInterval,
            long after,
            LocalDate start,
            LocalDate at,
            long credit,
            long charge) {
        var old = PricingExample.plan(anchor, grain, interval);
        var next = PricingExample.plan(anchor, grain, newInterval);
        var holding = example.held(old, example.perSeat(old, before), 1, start + "T00:00:00Z");
        var priced = example.change(holding, next, 1, null, example.perSeat(next, after))
                .priced(at + "T00:00:00Z");
        assertThat(credit(priced)).as(name).isEqualTo(credit);
        assertThat(charge(priced)).as(name).isEqualTo(charge);
    }

    /** hedgeyedev/Billing-Logic features/billing/proration_for_days.feature: what was used when an account cancels on Mar 15. */
    @ParameterizedTest
    @CsvSource({"2012-03-10, 750", "2012-02-20, 3600"})
    void usesUpThirtiethsOfAMonthAsPublished(LocalDate paidOn, long used) {
        var plan = PricingExample.plan(KEEP, Grain.DAY_30, BillingInterval.MONTH);
        var holding = example.held(plan, example.perSeat(plan, 4_500), 1, paidOn + "T00:00:00Z");
        var priced = example.change(holding, 0).priced("2012-03-15T00:00:00Z");
        assertThat(4_500 - credit(priced)).isEqualTo(used);
    }
}
