package dev.puesto.quote;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.AccountPeople;
import dev.puesto.account.Representative;
import dev.puesto.api.Connection;
import dev.puesto.api.NodeLoader;
import dev.puesto.api.PageRequest;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.cart.Cart;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.CatalogView;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.RequestId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Requests of corporate accounts. */
@Controller
class RequestController implements NodeLoader {
    private final Requests requests;
    private final RequestLists lists;
    private final RequestSending sending;
    private final RequestWithdrawal withdrawal;
    private final AccountPeople people;
    private final CatalogReference catalogs;

    RequestController(
            Requests requests,
            RequestLists lists,
            RequestSending sending,
            RequestWithdrawal withdrawal,
            AccountPeople people,
            CatalogReference catalogs) {
        this.requests = requests;
        this.lists = lists;
        this.sending = sending;
        this.withdrawal = withdrawal;
        this.people = people;
        this.catalogs = catalogs;
    }

    @MutationMapping
    Payload requestSeatChange(@Argument RequestInput input, Viewer viewer) {
        AccountId account = input.accountId().asAccount();
        CartId cart =
                input.cartId().in(account, "Cart", CartId::new).orElseThrow(() -> Refusal.notFound("input", "cartId"));
        String note = input.note() == null || input.note().isBlank()
                ? null
                : input.note().strip();
        return Payload.of(
                sending.send(viewer, new RequestSending.Command(account, cart, note), input.idempotencyKey()));
    }

    @MutationMapping
    Payload withdrawRequest(@Argument WithdrawInput input, Viewer viewer) {
        RequestId id = input.requestId()
                .as(Request.TYPE, RequestId::new)
                .orElseThrow(() -> Refusal.notFound("input", "requestId"));
        return Payload.of(withdrawal.withdraw(viewer, input.requestId().account(), id, input.expectedVersion()));
    }

    @QueryMapping
    @Nullable
    Request request(@Argument GlobalId id, Viewer viewer) {
        return id.as(Request.TYPE, RequestId::new)
                .flatMap(request -> requests.find(viewer, id.account(), List.of(request)).stream()
                        .findFirst())
                .orElse(null);
    }

    @QueryMapping
    Connection<RequestListItem> requests(PageRequest page, @Argument @Nullable RequestFilter filter, Viewer viewer) {
        return lists.page(viewer, page, filter == null ? null : filter.state());
    }

    @SchemaMapping(typeName = "Account", field = "requests")
    Connection<Request> ofAccount(Account account, PageRequest page, @Argument @Nullable RequestState state) {
        return requests.page(account.accountId(), page, state);
    }

    @BatchMapping(typeName = "Request")
    Map<Request, List<RequestLine>> lines(List<Request> page) {
        Map<RequestId, List<RequestLine>> found = new HashMap<>();
        page.stream()
                .collect(Collectors.groupingBy(
                        Request::accountId, Collectors.mapping(Request::requestId, Collectors.toSet())))
                .forEach((account, ids) -> found.putAll(requests.lines(account, ids)));
        return page.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), request -> found.getOrDefault(request.requestId(), List.of())));
    }

    @BatchMapping(typeName = "Request")
    Map<Request, Representative> representative(List<Request> page) {
        Map<AccountId, Optional<Representative>> found = page.stream()
                .map(Request::accountId)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        account -> requests.representative(account).flatMap(people::representative)));
        return page.stream()
                .distinct()
                .filter(request -> found.get(request.accountId()).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(),
                        request -> found.get(request.accountId()).orElseThrow()));
    }

    @SchemaMapping
    CatalogView.Product product(RequestLine line, Locale locale) {
        return Objects.requireNonNull(catalogs.view(locale, line.planId()).product(line.productId()));
    }

    @SchemaMapping
    CatalogView.Plan plan(RequestLine line, Locale locale) {
        return Objects.requireNonNull(catalogs.view(locale, line.planId()).plan(line.planId()));
    }

    @Override
    public String type() {
        return Request.TYPE;
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        return requests.find(viewer, account, ids.stream().map(RequestId::new).toList()).stream()
                .collect(Collectors.toMap(request -> request.requestId().value(), Function.identity()));
    }

    record RequestFilter(@Nullable RequestState state) {}

    record RequestInput(
            GlobalId accountId, GlobalId cartId, @Nullable String note, UUID idempotencyKey) {}

    record WithdrawInput(GlobalId requestId, long expectedVersion) {}

    record Payload(@Nullable Request request, @Nullable Cart cart, List<UserError> userErrors) {
        static Payload of(RequestSending.Outcome outcome) {
            return new Payload(outcome.request(), outcome.cart(), outcome.errors());
        }
    }
}
