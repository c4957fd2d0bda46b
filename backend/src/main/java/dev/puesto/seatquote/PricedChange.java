package dev.puesto.seatquote;

import dev.puesto.catalog.Plan;
import dev.puesto.id.SubscriptionId;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What a change does and costs.
 *
 * @param subscriptionId empty for a new subscription
 * @param planBefore empty for a new subscription
 * @param periodBefore the current period; empty for a new subscription
 * @param after the period, and what fixes the billing dates, once it has taken effect; empty where the subscription ends now.
 *     Of a change at the renewal: what stays in force until then
 * @param repricesPeriod whether the period after is the period before, so that no other begins
 * @param pastDue whether an invoice of the subscription is overdue
 * @param unschedules whether it puts an end to a change that waits for the renewal
 * @param newPriceVersion whether the price is another version than the subscription had of this plan
 * @param renewal what the next period costs by what is known now, without discounts or prices to come, in the price's own
 *     kind; empty where there is none
 * @param lines credit before charge
 */
public record PricedChange(
        ChangeKind kind,
        Effective effective,
        Optional<SubscriptionId> subscriptionId,
        Optional<Plan> planBefore,
        Plan plan,
        long seatsBefore,
        long seats,
        Optional<Period> periodBefore,
        Optional<Dates> after,
        boolean repricesPeriod,
        boolean trial,
        boolean pastDue,
        boolean unschedules,
        boolean newPriceVersion,
        Optional<Money> renewal,
        List<PricedLine> lines) {

    /** A period, and the cycle that the following ones come from. */
    public record Dates(BillingCycle cycle, Period period) {

        Period next() {
            return new Period(period.end(), cycle.periodAt(period.end()).end(), cycle.zone());
        }
    }

    /** When the next invoice is due; empty where the subscription ends now. */
    public Optional<Instant> nextBillingAt() {
        return after.map(dates -> dates.period().end());
    }

    /** Whether overdue invoices must be paid with it. */
    boolean increasesPastDue() {
        return pastDue && effective == Effective.NOW && seats > seatsBefore;
    }

    /** The line that becomes the subscription's live charge line; empty where it has none or keeps the one it has. */
    public Optional<PricedLine> charge() {
        return line(LineKind.CHARGE).or(() -> line(LineKind.TRIAL)).filter(line -> line.seats() > 0);
    }

    /** The line that gives back from the live charge line. */
    public Optional<PricedLine> credit() {
        return line(LineKind.CREDIT);
    }

    private Optional<PricedLine> line(LineKind kind) {
        return lines.stream().filter(line -> line.kind() == kind).findFirst();
    }

    PricedChange with(List<PricedLine> otherLines) {
        return new PricedChange(
                kind,
                effective,
                subscriptionId,
                planBefore,
                plan,
                seatsBefore,
                seats,
                periodBefore,
                after,
                repricesPeriod,
                trial,
                pastDue,
                unschedules,
                newPriceVersion,
                renewal,
                otherLines);
    }
}
