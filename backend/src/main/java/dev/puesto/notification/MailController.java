package dev.puesto.notification;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.Connection;
import dev.puesto.api.PageRequest;
import dev.puesto.checkout.Order;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** An account's mails. */
@Controller
class MailController {
    private final Mails mails;

    MailController(Mails mails) {
        this.mails = mails;
    }

    @SchemaMapping(typeName = "Account")
    Connection<Mail> mails(
            Account account,
            PageRequest page,
            @Argument @Nullable MailKind kind,
            @Argument @Nullable MailState state,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to) {
        return mails.page(account, page, new Mails.Wanted(kind, state, from, to));
    }

    @QueryMapping
    @Nullable
    Mail mail(@Argument GlobalId id, Viewer viewer) {
        return id.type().equals(Mail.TYPE)
                ? mails.find(viewer, id.account(), List.of(id.object())).get(id.object())
                : null;
    }

    @BatchMapping(typeName = "Order", field = "mails")
    Map<Order, List<Mail>> ofOrders(List<Order> orders) {
        Map<OrderId, List<Mail>> found = new HashMap<>();
        orders.stream()
                .collect(
                        Collectors.groupingBy(Order::accountId, Collectors.mapping(Order::orderId, Collectors.toSet())))
                .forEach((account, ids) -> found.putAll(mails.ofOrders(account, ids)));
        return orders.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), order -> found.getOrDefault(order.orderId(), List.of())));
    }
}
