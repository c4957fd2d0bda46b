package dev.puesto.graphql;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.CART_LINE;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.access.Role;
import dev.puesto.access.Scope;
import dev.puesto.account.TestAccounts;
import dev.puesto.cart.Cart;
import dev.puesto.checkout.TestCheckout;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.AccountId;
import dev.puesto.id.EntityId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.Effective;
import dev.puesto.seatquote.Releases;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.signin.TestBrowser;
import dev.puesto.signin.TestPeople;
import dev.puesto.signin.TestPeople.TestPerson;
import dev.puesto.subscription.TestSubscriptions;
import graphql.schema.GraphQLNamedOutputType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.TableField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * Tries every field of the schema on an account with something of everything: a role that does not open the field gets
 * the answer that somebody gets who has no role there at all.
 */
@PuestoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleTests {
    @Autowired
    private TestApi api;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestCheckout checkout;

    @Autowired
    private TestSubscriptions offers;

    @Autowired
    private JobDb db;

    @Autowired
    private GraphQlSource source;

    private AccountId account;
    private List<SchemaWalk.Asked> fields;
    private TestBrowser stranger;
    private final Map<String, String> strangersAnswers = new HashMap<>();

    @BeforeAll
    void anAccountWithSomethingOfEverything() {
        Buyer buyer = checkout.buyer();
        account = buyer.account();
        SubscriptionId bought = checkout.buy(buyer, 5, offers.offer().plan()).getFirst();
        checkout.put(buyer, new SeatChangeRequest(bought, null, 3, Effective.AT_RENEWAL, null, Releases.NONE));
        checkout.place(buyer);
        Cart cart = checkout.put(buyer, SeatChangeRequest.of(bought, 7));
        UserId user = accounts.addUsers(account, 1).getFirst();
        fields = SchemaWalk.fields(source.schema(), ids(bought, cart, user));
        stranger = signedIn(people.person());
    }

    private Map<String, String> ids(SubscriptionId bought, Cart cart, UserId user) {
        Map<String, String> ids = new HashMap<>();
        String accountId = GlobalId.of(account).toString();
        String subscription = global("Subscription", bought);
        String order = global("Order", any(ACCOUNT_ORDER.ACCOUNT_ID, ACCOUNT_ORDER.ID));
        for (String name : List.of("accountId", "account.id", "cart.accountId")) {
            ids.put(name, accountId);
        }
        for (String name : List.of("subscriptionId", "subscription.id", "node.id", "nodes.ids")) {
            ids.put(name, subscription);
        }
        for (String name : List.of("orderId", "order.id")) {
            ids.put(name, order);
        }
        for (String name : List.of("userId", "userIds", "id", "from", "to")) {
            ids.put(name, global("User", user));
        }
        ids.put("cartId", global("Cart", cart.cartId()));
        ids.put("cartLineId", global("CartLine", any(CART_LINE.ACCOUNT_ID, CART_LINE.ID)));
        ids.put("document.id", global("Invoice", any(DOCUMENT.ACCOUNT_ID, DOCUMENT.ID)));
        ids.put("paymentMethodId", global("PaymentMethod", any(PAYMENT_METHOD.ACCOUNT_ID, PAYMENT_METHOD.ID)));
        ids.put("scheduledChangeId", global("ScheduledChange", any(SCHEDULED_CHANGE.ACCOUNT_ID, SCHEDULED_CHANGE.ID)));
        return ids;
    }

    private String global(String type, EntityId id) {
        return GlobalId.of(type, account, id).toString();
    }

    private <T extends EntityId> T any(TableField<?, AccountId> accountId, TableField<?, T> id) {
        return db.sql()
                .select(id)
                .from(id.getTable())
                .where(accountId.eq(account))
                .limit(1)
                .fetchSingle()
                .value1();
    }

    @ParameterizedTest
    @EnumSource
    void aRoleOpensWhatItNamesAndNothingElse(Role role) {
        TestBrowser browser = signedIn(person(role));
        List<String> open = new ArrayList<>();
        int refused = 0;
        int opened = 0;
        for (SchemaWalk.Asked asked : fields) {
            Set<Scope> needs = Needs.of((GraphQLNamedOutputType) asked.parent(), asked.field())
                    .map(Set::of)
                    .orElse(Set.of());
            boolean mutation = asked.document().startsWith("mutation");
            if (!role.opens(needs)) {
                refused++;
                String answer = answer(browser, asked);
                if (!answer.equals(strangersAnswer(asked))) {
                    open.add(asked + ": " + answer + " instead of " + strangersAnswer(asked));
                }
            } else if (!mutation && !answer(browser, asked).equals(strangersAnswer(asked))) {
                opened++;
            }
        }
        assertThat(open).isEmpty();
        assertThat(refused).isGreaterThan(4);
        assertThat(opened).isGreaterThan(40);
    }

    private String strangersAnswer(SchemaWalk.Asked asked) {
        return strangersAnswers.computeIfAbsent(asked.document(), document -> answer(stranger, asked));
    }

    /** What an answer says, without what it cost and the id of the request. */
    private static String answer(TestBrowser browser, SchemaWalk.Asked asked) {
        TestApi.Answer answer = browser.ask(asked.document());
        return answer.status() + " " + answer.at("data") + " " + answer.errorCodes();
    }

    private TestPerson person(Role role) {
        return switch (role) {
            case BILLING_CONTACT, SEAT_ADMIN, READER -> people.contact(account, role);
            case OPERATOR -> people.operator();
            case REPRESENTATIVE -> {
                TestPerson person = people.person();
                db.sql()
                        .update(ACCOUNT)
                        .set(ACCOUNT.REPRESENTATIVE_ID, people.represents(person))
                        .where(ACCOUNT.ACCOUNT_ID.eq(account))
                        .execute();
                yield person;
            }
        };
    }

    private TestBrowser signedIn(TestPerson person) {
        TestBrowser browser = new TestBrowser(api.at("/"));
        assertThat(browser.signIn(person.email(), TestPeople.PASSWORD, "/").status())
                .isEqualTo(200);
        return browser;
    }
}
