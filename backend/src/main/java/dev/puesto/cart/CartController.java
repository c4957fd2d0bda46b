package dev.puesto.cart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.Messages;
import dev.puesto.api.NodeLoader;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.CatalogView;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.CartLineId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.seatquote.SeatChangeInput;
import dev.puesto.seatquote.SeatQuoteView;
import dev.puesto.seatquote.SeatQuoteViews;
import dev.puesto.seatquote.SeatQuotes;
import dev.puesto.subscription.Subscription;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** The caller's cart, with what it costs now. */
@Controller
class CartController implements NodeLoader {
    private final Carts carts;
    private final CartEdits edits;
    private final CatalogReference catalogs;
    private final SeatQuotes quotes;
    private final SeatQuoteViews views;
    private final Messages messages;

    CartController(
            Carts carts,
            CartEdits edits,
            CatalogReference catalogs,
            SeatQuotes quotes,
            SeatQuoteViews views,
            Messages messages) {
        this.carts = carts;
        this.edits = edits;
        this.catalogs = catalogs;
        this.quotes = quotes;
        this.views = views;
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    Cart cart(@Argument GlobalId accountId, Viewer viewer) {
        return carts.find(viewer, accountId.asAccount()).orElse(null);
    }

    @SchemaMapping
    @Nullable
    Cart cart(Account account, Viewer viewer) {
        return carts.find(viewer, account.accountId()).orElse(null);
    }

    @SchemaMapping
    @Nullable
    SeatQuoteView seatQuote(Cart cart, Viewer viewer, Locale locale) {
        return cart.lines().isEmpty()
                ? null
                : quotes.quote(viewer, cart.request())
                        .map(quote -> views.of(quote, locale))
                        .orElse(null);
    }

    @BatchMapping
    Map<CartLine, Subscription> subscription(List<CartLine> lines) {
        List<CartLine> changing = lines.stream()
                .filter(line -> line.change().subscriptionId() != null)
                .distinct()
                .toList();
        Map<AccountId, Set<SubscriptionId>> wanted = changing.stream()
                .collect(groupingBy(
                        CartLine::accountId, mapping(line -> line.change().subscriptionId(), toSet())));
        Map<SubscriptionId, Subscription> found = new HashMap<>();
        wanted.forEach((account, ids) -> found.putAll(carts.subjects(account, ids)));
        return changing.stream()
                .collect(Collectors.toMap(
                        Function.identity(), line -> found.get(line.change().subscriptionId())));
    }

    @SchemaMapping
    CatalogView.Product product(CartLine line, Locale locale) {
        return Objects.requireNonNull(catalogs.view(locale, line.planId()).product(line.productId()));
    }

    @SchemaMapping
    CatalogView.Plan plan(CartLine line, Locale locale) {
        return Objects.requireNonNull(catalogs.view(locale, line.planId()).plan(line.planId()));
    }

    @SchemaMapping
    List<String> driftExplanations(CartLine line, Locale locale) {
        return line.drift().stream()
                .map(drift -> messages.text(locale, "cartLine.drift." + drift, line.seatsOwned()))
                .toList();
    }

    @MutationMapping
    CartPayload setCartLine(@Argument SetCartLineInput input, Viewer viewer) {
        AccountId account = input.accountId().asAccount();
        return CartPayload.of(edits.setLine(
                viewer, account, input.change().request(account, "input", "change"), input.expectedVersion()));
    }

    @MutationMapping
    CartPayload removeCartLine(@Argument RemoveCartLineInput input, Viewer viewer) {
        AccountId account = input.accountId().asAccount();
        CartLineId line = input.cartLineId()
                .in(account, "CartLine", CartLineId::new)
                .orElseThrow(() -> Refusal.notFound("input", "cartLineId"));
        return CartPayload.of(edits.removeLine(viewer, account, line, input.expectedVersion()));
    }

    @MutationMapping
    CartPayload clearCart(@Argument ClearCartInput input, Viewer viewer) {
        return CartPayload.of(edits.clear(viewer, input.accountId().asAccount(), input.expectedVersion()));
    }

    @MutationMapping
    CartPayload setCartDetails(
            @Argument SetCartDetailsInput input, Viewer viewer, DataFetchingEnvironment environment) {
        Map<String, Object> given = Objects.requireNonNull(environment.getArgument("input"));
        return CartPayload.of(edits.setDetails(
                viewer,
                input.accountId().asAccount(),
                input.expectedVersion(),
                before -> given.containsKey("purchaseOrderNumber") ? stripped(input.purchaseOrderNumber()) : before,
                before -> given.containsKey("taxIdToAdd") ? stripped(input.taxIdToAdd()) : before));
    }

    /** Text without blanks around it; what is empty then is none. */
    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public String type() {
        return "Cart";
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        return carts.find(viewer, account, ids.stream().map(CartId::new).toList()).stream()
                .collect(Collectors.toMap(cart -> cart.cartId().value(), Function.identity()));
    }

    record SetCartLineInput(
            GlobalId accountId,
            SeatChangeInput change,
            @Nullable Long expectedVersion) {}

    record RemoveCartLineInput(
            GlobalId accountId,
            GlobalId cartLineId,
            @Nullable Long expectedVersion) {}

    record ClearCartInput(GlobalId accountId, @Nullable Long expectedVersion) {}

    record SetCartDetailsInput(
            GlobalId accountId,
            @Nullable String purchaseOrderNumber,
            @Nullable String taxIdToAdd,
            @Nullable Long expectedVersion) {}

    record CartPayload(@Nullable Cart cart, List<UserError> userErrors) {
        static CartPayload of(CartEdits.Outcome outcome) {
            return switch (outcome) {
                case CartEdits.Outcome.Edited edited -> new CartPayload(edited.cart(), List.of());
                case CartEdits.Outcome.Refused refused -> new CartPayload(null, List.of(refused.error()));
            };
        }
    }
}
