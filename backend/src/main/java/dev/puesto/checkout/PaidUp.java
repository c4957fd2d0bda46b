package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.puesto.account.Account;
import dev.puesto.account.CollectionMethod;
import dev.puesto.audit.Change;
import dev.puesto.document.Settlement;
import dev.puesto.document.SettlementState;
import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.jooq.Columns;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.SubscriptionStatus;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;

/**
 * The subscriptions that are no longer past due once an order has settled their last overdue invoice, whichever
 * subscriptions the order itself changes.
 */
final class PaidUp {

    private PaidUp() {}

    /**
     * Which ones, asked before the order writes. No statement unless the order settles an invoice of before, as few do.
     *
     * @param before every invoice of the account that was not paid before the order
     * @param after the settlements that the order changes
     * @param today the seller's date
     */
    static List<SubscriptionId> find(
            AccountTransaction transaction,
            Account account,
            List<Settlement> before,
            List<Settlement> after,
            LocalDate today) {
        Set<DocumentId> settled = settled(before, after);
        if (settled.isEmpty()) {
            return List.of();
        }
        AccountId id = account.accountId();
        return transaction
                .sql()
                .select(SUBSCRIPTION.ID)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(id))
                .and(SUBSCRIPTION.STATUS.eq(SubscriptionStatus.PAST_DUE.name()))
                .and(notExists(selectOne()
                        .from(CHARGE_LINE)
                        .join(SETTLEMENT)
                        .on(SETTLEMENT.ACCOUNT_ID.eq(id))
                        .and(SETTLEMENT.INVOICE_ID.eq(CHARGE_LINE.DOCUMENT_ID))
                        .where(CHARGE_LINE.ACCOUNT_ID.eq(id))
                        .and(CHARGE_LINE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                        .and(isOverdue(account, today))
                        .andNot(Columns.isAmong(SETTLEMENT.INVOICE_ID, settled))))
                .orderBy(SUBSCRIPTION.ID)
                .fetch(SUBSCRIPTION.ID);
    }

    /** How the trail shows that they are in order again. */
    static List<Change> audited(Collection<SubscriptionId> paidUp) {
        return paidUp.stream()
                .map(subscription -> new Change(
                        "SUBSCRIPTION_PAID_UP",
                        Subscription.TYPE,
                        subscription,
                        Map.of("status", SubscriptionStatus.PAST_DUE),
                        Map.of("status", SubscriptionStatus.ACTIVE)))
                .toList();
    }

    private static Set<DocumentId> settled(List<Settlement> before, List<Settlement> after) {
        Set<DocumentId> open = before.stream()
                .filter(settlement -> settlement.state() == SettlementState.OPEN)
                .map(Settlement::invoice)
                .collect(Collectors.toSet());
        return after.stream()
                .filter(settlement -> settlement.state() == SettlementState.PAID)
                .map(Settlement::invoice)
                .filter(open::contains)
                .collect(Collectors.toSet());
    }

    /** Where a charge pays at once whatever is open is overdue, as in the seat quote. */
    private static Condition isOverdue(Account account, LocalDate today) {
        boolean charged = account.collection() == CollectionMethod.CHARGE;
        return SETTLEMENT
                .STATE
                .eq(SettlementState.OPEN.name())
                .and(charged ? noCondition() : SETTLEMENT.DUE_DATE.lt(today));
    }
}
