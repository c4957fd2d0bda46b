package dev.puesto.payment;

import dev.puesto.access.Viewer;
import dev.puesto.audit.Audit;
import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.id.TimeOrderedUuid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Query;

/**
 * The payment method that a token stands for, which becomes the account's default.
 *
 * @param isNew whether the account does not keep it yet
 */
public record GivenMethod(PaymentMethod method, boolean isNew) {

    /**
     * The method of a token: the one that is kept for it already, else a new one.
     *
     * @param kept what the account keeps
     * @return empty if the account keeps as many as it may
     */
    public static Optional<GivenMethod> of(
            AccountId account, KeptToken token, List<PaymentMethod> kept, String gateway, Instant now) {
        Optional<GivenMethod> known = kept.stream()
                .filter(method -> method.token().equals(token.token()))
                .findFirst()
                .map(method -> new GivenMethod(method, false));
        if (known.isPresent() || kept.size() >= PaymentMethods.MOST) {
            return known;
        }
        PaymentMethodId id = new PaymentMethodId(TimeOrderedUuid.next());
        return Optional.of(new GivenMethod(PaymentMethod.of(account, id, gateway, token, true, now), true));
    }

    /** The statements that keep it as the default, with their trail; none where it is that already. */
    public List<Query> keeping(Viewer viewer, Instant now) {
        if (!isNew && method.preferred()) {
            return List.of();
        }
        List<Query> writes = new ArrayList<>(
                isNew
                        ? PaymentMethods.keepAsPreferred(method)
                        : PaymentMethods.prefer(method.accountId(), method.paymentMethodId()));
        writes.add(Audit.append(
                viewer,
                method.accountId(),
                now,
                isNew ? PaymentMethods.added(method) : PaymentMethods.preferred(method)));
        return writes;
    }
}
