package dev.puesto.document;

import dev.puesto.id.DocumentId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.ledger.Funds;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What settles the documents of an order that is being placed.
 *
 * @param order that is placed
 * @param documents its documents; none for an order that charges and credits nothing
 * @param unsettled every invoice of the account that is not paid, oldest due date first: {@link Settlements#unsettled}
 * @param carried which of them the order collects too; the others are touched by credits that correct them alone
 * @param funds what the balance of before the order may pay: all that is available, or what the order held
 * @param held whether the funds were held by the order
 * @param payment what the gateway collected; null where nothing was
 */
public record OrderMoney(
        OrderId order,
        OrderDocuments documents,
        List<Settlement> unsettled,
        Set<DocumentId> carried,
        Funds funds,
        boolean held,
        @Nullable Collected payment) {

    /** What a payment collected, in minor units of the account's currency. */
    public record Collected(PaymentId payment, long minor) {}
}
