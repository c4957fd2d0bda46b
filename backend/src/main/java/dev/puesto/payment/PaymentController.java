package dev.puesto.payment;

import static dev.puesto.jooq.Tables.PAYMENT_METHOD;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.NodeLoader;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.jooq.AccountDb;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Payment methods in the API. */
@Controller
class PaymentController implements NodeLoader {

    private final AccountDb db;
    private final PaymentMethodKeeper keeper;
    private final PaymentGateway gateway;

    PaymentController(AccountDb db, PaymentMethodKeeper keeper, PaymentGateway gateway) {
        this.db = db;
        this.keeper = keeper;
        this.gateway = gateway;
    }

    record AddPaymentMethodInput(
            GlobalId accountId,
            String paymentToken,
            @Nullable Boolean preferred) {}

    record RemovePaymentMethodInput(GlobalId paymentMethodId) {}

    record SetDefaultPaymentMethodInput(GlobalId paymentMethodId) {}

    record SetDefaultPaymentMethodPayload(List<PaymentMethod> paymentMethods, List<UserError> userErrors) {}

    record AddPaymentMethodPayload(@Nullable PaymentMethod paymentMethod, List<UserError> userErrors) {}

    record RemovePaymentMethodPayload(@Nullable GlobalId removedPaymentMethodId, List<UserError> userErrors) {}

    @QueryMapping
    PaymentForm paymentForm() {
        return gateway.form();
    }

    @SchemaMapping(typeName = "Account")
    List<PaymentMethod> paymentMethods(Account account) {
        AccountId id = account.accountId();
        return db.one(id, sql -> sql.fetch(PaymentMethods.kept(id)).map(PaymentMethods::read));
    }

    @MutationMapping
    AddPaymentMethodPayload addPaymentMethod(@Argument AddPaymentMethodInput input, Viewer viewer) {
        var outcome = keeper.add(
                viewer, input.accountId().asAccount(), input.paymentToken(), !Boolean.FALSE.equals(input.preferred()));
        return new AddPaymentMethodPayload(outcome.method(), outcome.errors());
    }

    @MutationMapping
    RemovePaymentMethodPayload removePaymentMethod(@Argument RemovePaymentMethodInput input, Viewer viewer) {
        GlobalId id = input.paymentMethodId();
        PaymentMethodId method = id.as(PaymentMethod.TYPE, PaymentMethodId::new)
                .orElseThrow(() -> Refusal.notFound("input", "paymentMethodId"));
        var outcome = keeper.remove(viewer, id.account(), method);
        return new RemovePaymentMethodPayload(outcome.method() == null ? null : id, outcome.errors());
    }

    @MutationMapping
    SetDefaultPaymentMethodPayload setDefaultPaymentMethod(
            @Argument SetDefaultPaymentMethodInput input, Viewer viewer) {
        GlobalId id = input.paymentMethodId();
        PaymentMethodId method = id.as(PaymentMethod.TYPE, PaymentMethodId::new)
                .orElseThrow(() -> Refusal.notFound("input", "paymentMethodId"));
        return new SetDefaultPaymentMethodPayload(keeper.prefer(viewer, id.account(), method), List.of());
    }

    @Override
    public String type() {
        return PaymentMethod.TYPE;
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        var methods = ids.stream().map(PaymentMethodId::new).toList();
        return db.one(
                account,
                sql -> sql.fetch(PaymentMethods.select(account, PAYMENT_METHOD.ID.in(methods))
                                .and(AccountAccess.permits(viewer, account)))
                        .intoMap(row -> row.get(PAYMENT_METHOD.ID).value(), PaymentMethods::read));
    }
}
