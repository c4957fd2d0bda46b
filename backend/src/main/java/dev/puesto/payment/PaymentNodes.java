package dev.puesto.payment;

import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static java.util.stream.Collectors.toMap;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.NodeLoader;
import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.jooq.AccountDb;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Payment methods by their ids, removed ones included. */
@Component
final class PaymentNodes implements NodeLoader {

    private final AccountDb db;

    PaymentNodes(AccountDb db) {
        this.db = db;
    }

    @Override
    public String type() {
        return "PaymentMethod";
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        var methods = ids.stream().map(PaymentMethodId::new).toList();
        return db
                .one(
                        account,
                        sql -> sql.select(PaymentMethods.COLUMNS)
                                .from(PAYMENT_METHOD)
                                .where(PAYMENT_METHOD.ACCOUNT_ID.eq(account))
                                .and(PAYMENT_METHOD.ID.in(methods))
                                .and(AccountAccess.permits(viewer, account))
                                .fetch(PaymentMethods::read))
                .stream()
                .collect(toMap(method -> method.paymentMethodId().value(), method -> method));
    }
}
