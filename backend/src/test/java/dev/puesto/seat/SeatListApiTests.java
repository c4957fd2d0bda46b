package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Scope;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.JobDb;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of users and seats as a console asks for them: filters, orders, pages, and changes of all that match. */
@PuestoTest
class SeatListApiTests {
    private static final String USERS = "query($id: ID!, $first: Int!, $after: String, $filter: UserFilter,"
            + " $order: UserOrder) { account(id: $id) { list: users(first: $first, after: $after, filter: $filter,"
            + " orderBy: $order) { nodes { name } pageInfo { hasNextPage endCursor } totalCount } } }";
    private static final String SEATS = "query($id: ID!, $first: Int!, $after: String, $filter: AssignmentFilter,"
            + " $order: AssignmentOrder) { subscription(id: $id) { list: assignments(first: $first, after: $after,"
            + " filter: $filter, orderBy: $order) { nodes { user { name } assignedBy assignedByName }"
            + " pageInfo { hasNextPage endCursor } totalCount } } }";
    private static final String ASSIGN = "mutation($input: AssignSeatsInput!) { assignSeats(input: $input) {"
            + " subscription { seatsAssigned } results { outcome user { name } assignment { id } } remaining"
            + " userErrors { code } } }";
    private static final String RELEASE = "mutation($input: ReleaseSeatsInput!) { releaseSeats(input: $input) {"
            + " subscription { seatsAssigned } results { outcome user { name } } remaining userErrors { code } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    JobDb jobs;

    AccountId account;
    Offer offer;
    SubscriptionId subscription;
    List<UserId> users;
    TestApi.Client client;

    /** Users 0 to 5 of eight sit in the product; 0 signed in today, 1 a hundred days ago, the others never. */
    @BeforeEach
    void sixSeatedOfEight() {
        account = accounts.open();
        offer = subscriptions.offer();
        subscription = subscriptions.subscribe(account, offer, 7);
        users = accounts.addUsers(account, 8);
        client = api.client().on(account);
        client.ask(ASSIGN, Map.of("input", naming(5, 4, 3, 2, 1, 0)));
        signIn(0, 0);
        signIn(1, 100);
        jobs.sql()
                .update(ASSIGNMENT)
                .set(ASSIGNMENT.ASSIGNED_AT, Instant.now().minus(200, ChronoUnit.DAYS))
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.USER_ID.in(users.subList(0, 3)))
                .execute();
    }

    @Test
    void listsWhoCanBeGivenASeat() {
        Map<String, Object> free = Map.of("with", false, "productCode", offer.productCode());
        Answer answer = users(Map.of("status", "ACTIVE", "seat", free), null);
        assertThat(names(answer, "data.account.list.nodes", "/name")).containsExactly("User 0006", "User 0007");
        assertThat(answer.number("data.account.list.totalCount")).isEqualTo(2);
    }

    @Test
    void listsWhoHasNoSeatOfTheProductThatASubscriptionIsOf() {
        SubscriptionId second = subscriptions.subscribe(account, offer, 3);
        Map<String, Object> free = Map.of("with", false, "productOfSubscriptionId", global(second));
        Answer answer = users(Map.of("status", "ACTIVE", "seat", free), null);
        assertThat(names(answer, "data.account.list.nodes", "/name")).containsExactly("User 0006", "User 0007");
        assertThat(answer.number("data.account.list.totalCount")).isEqualTo(2);
        SubscriptionId other = subscriptions.subscribe(account, subscriptions.offer(), 3);
        Map<String, Object> ofOther = Map.of("with", false, "productOfSubscriptionId", global(other));
        assertThat(users(Map.of("seat", ofOther), null).number("data.account.list.totalCount"))
                .isEqualTo(8);
    }

    @Test
    void listsWhoHasASeatOfASubscriptionOrOfAny() {
        Answer ofIt = users(Map.of("seat", Map.of("subscriptionId", id())), null);
        assertThat(ofIt.number("data.account.list.totalCount")).isEqualTo(6);
        Answer ofAny = users(Map.of("search", "user 000", "seat", Map.of("with", true)), null);
        assertThat(names(ofAny, "data.account.list.nodes", "/name")).hasSize(6).doesNotContain("User 0006");
        assertThat(ofAny.number("data.account.list.totalCount")).isEqualTo(6);
        SubscriptionId other = subscriptions.subscribe(account, subscriptions.offer(), 3);
        Answer ofNone = users(Map.of("seat", Map.of("subscriptionId", global(other))), null);
        assertThat(ofNone.at("data.account.list.nodes").isEmpty()).isTrue();
        assertThat(ofNone.number("data.account.list.totalCount")).isZero();
    }

    @Test
    void searchesUsersByTheBeginningOfTheAddressToo() {
        Answer answer = users(Map.of("search", "USER0003@"), null);
        assertThat(names(answer, "data.account.list.nodes", "/name")).containsExactly("User 0003");
        assertThat(answer.number("data.account.list.totalCount")).isOne();
    }

    @Test
    void readsUsersPageByPageInEitherOrderAndDirection() {
        assertThat(allUsers(Map.of("field", "NAME", "direction", "DESC")))
                .hasSize(8)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        for (int i = 0; i < 8; i++) {
            jobs.sql()
                    .update(ACCOUNT_USER)
                    .set(ACCOUNT_USER.INVITED_AT, Instant.now().minus(i % 3, ChronoUnit.DAYS))
                    .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                    .and(ACCOUNT_USER.ID.eq(users.get(i)))
                    .execute();
        }
        assertThat(allUsers(Map.of("field", "INVITED_AT")))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .startsWith("User 0002");
    }

    @Test
    void filtersUsersWithoutASignInForDays() {
        jobs.sql()
                .update(ACCOUNT_USER)
                .set(ACCOUNT_USER.INVITED_AT, Instant.now().minus(300, ChronoUnit.DAYS))
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_USER.ID.in(users.subList(0, 3)))
                .execute();
        Answer answer = users(Map.of("inactiveForDays", 90), null);
        assertThat(names(answer, "data.account.list.nodes", "/name")).containsExactly("User 0001", "User 0002");
    }

    @Test
    void tellsWhoIsSeatedOnlyToATokenThatMayReadSeats() {
        TestApi.Client blind = api.client(Scope.ACCOUNTS_READ).on(account);
        Answer answer =
                blind.post(USERS, variables(GlobalId.of(account).toString(), Map.of("seat", Map.of()), null, 5));
        assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
        Answer plain = blind.post(USERS, variables(GlobalId.of(account).toString(), Map.of("search", "u"), null, 5));
        assertThat(plain.number("data.account.list.totalCount")).isEqualTo(8);
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        Answer first = users(null, Map.of("field", "NAME"));
        Map<String, Object> variables =
                variables(GlobalId.of(account).toString(), null, Map.of("field", "INVITED_AT"), 5);
        variables.put("after", first.text("data.account.list.pageInfo.endCursor"));
        assertThat(client.post(USERS, variables).errorCodes()).containsExactly("BAD_CURSOR");
    }

    @Test
    void readsSeatsPageByPageByNameAndBySignIn() {
        assertThat(allSeats(Map.of("field", "NAME")))
                .containsExactly("User 0000", "User 0001", "User 0002", "User 0003", "User 0004", "User 0005");
        assertThat(allSeats(Map.of("field", "NAME", "direction", "DESC"))).startsWith("User 0005", "User 0004");
        assertThat(allSeats(Map.of("field", "LAST_SIGN_IN")))
                .hasSize(6)
                .doesNotHaveDuplicates()
                .endsWith("User 0001", "User 0000");
        assertThat(allSeats(Map.of("field", "LAST_SIGN_IN", "direction", "DESC")))
                .startsWith("User 0000", "User 0001");
    }

    @Test
    void filtersSeatsAndCountsThem() {
        Answer answer = seats(Map.of("inactiveForDays", 90), Map.of("field", "NAME"));
        assertThat(names(answer, "data.subscription.list.nodes", "/user/name"))
                .containsExactly("User 0001", "User 0002");
        assertThat(answer.number("data.subscription.list.totalCount")).isEqualTo(2);
        Answer searched = seats(Map.of("search", "user0004@"), null);
        assertThat(names(searched, "data.subscription.list.nodes", "/user/name"))
                .containsExactly("User 0004");
        assertThat(searched.number("data.subscription.list.totalCount")).isOne();
        Answer both = seats(Map.of("search", "user 0002", "inactiveForDays", 90), Map.of("field", "LAST_SIGN_IN"));
        assertThat(names(both, "data.subscription.list.nodes", "/user/name")).containsExactly("User 0002");
        assertThat(seats(Map.of("search", "nobody"), null).number("data.subscription.list.totalCount"))
                .isZero();
    }

    @Test
    void countsSeatsByDayBackFromToday() {
        Map<String, Object> input = naming(0);
        client.ask(RELEASE, Map.of("input", input));
        Answer answer = client.ask(
                "query($id: ID!, $code: String) { account(id: $id) { all: seatsByDay(days: 3) { owned assigned }"
                        + " one: seatsByDay(days: 1, productCode: $code) { owned assigned }"
                        + " none: seatsByDay(days: 1, productCode: \"nothing\") { owned assigned } } }",
                Map.of("id", GlobalId.of(account).toString(), "code", offer.productCode()));
        assertThat(names(answer, "data.account.all", "/assigned")).containsExactly("3", "3", "5");
        assertThat(names(answer, "data.account.all", "/owned")).containsExactly("7", "7", "7");
        assertThat(answer.number("data.account.one.0.assigned")).isEqualTo(5);
        assertThat(answer.number("data.account.none.0.owned")).isZero();
    }

    @Test
    void saysWhoAssignedASeat() {
        Answer answer = seats(null, null);
        assertThat(answer.text("data.subscription.list.nodes.0.assignedBy"))
                .isEqualTo("api-client:" + client.issued().id().value());
        assertThat(answer.text("data.subscription.list.nodes.0.assignedByName")).isEqualTo("A test's client");
    }

    @Test
    void filtersSeatsByWhoAssignedThem() {
        jobs.sql()
                .update(ASSIGNMENT)
                .set(ASSIGNMENT.ASSIGNED_BY, "system")
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.USER_ID.in(users.subList(2, 4)))
                .execute();
        for (String order : List.of("ASSIGNED_AT", "NAME", "LAST_SIGN_IN")) {
            Answer answer = seats(Map.of("assignedBy", "system"), Map.of("field", order));
            assertThat(names(answer, "data.subscription.list.nodes", "/user/name"))
                    .containsExactlyInAnyOrder("User 0002", "User 0003");
            assertThat(answer.number("data.subscription.list.totalCount")).isEqualTo(2);
        }
        Answer both = seats(Map.of("assignedBy", "system", "search", "user 0003"), null);
        assertThat(names(both, "data.subscription.list.nodes", "/user/name")).containsExactly("User 0003");
        assertThat(seats(Map.of("assignedBy", "nobody"), null).number("data.subscription.list.totalCount"))
                .isZero();
    }

    @Test
    void saysWhoAssignedSeatsThatAreLive() {
        SubscriptionId empty = subscriptions.subscribe(account, subscriptions.offer(), 3);
        String assigners = "query($id: ID!) { subscription(id: $id) { assigners { actor name } } }";
        jobs.sql()
                .update(ASSIGNMENT)
                .set(ASSIGNMENT.ASSIGNED_BY, "system")
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.USER_ID.eq(users.get(2)))
                .execute();
        Answer two = client.ask(assigners, Map.of("id", id()));
        assertThat(names(two, "data.subscription.assigners", "/actor"))
                .containsExactly("system", "api-client:" + client.issued().id().value());
        assertThat(two.text("data.subscription.assigners.1.name")).isEqualTo("A test's client");
        client.ask(RELEASE, Map.of("input", naming(2)));
        assertThat(names(client.ask(assigners, Map.of("id", id())), "data.subscription.assigners", "/name"))
                .containsExactly("A test's client");
        Answer none = client.ask(assigners, Map.of("id", global(empty)));
        assertThat(none.at("data.subscription.assigners").isEmpty()).isTrue();
    }

    @Test
    void releasesTheSeatsThatOneAssigned() {
        jobs.sql()
                .update(ASSIGNMENT)
                .set(ASSIGNMENT.ASSIGNED_BY, "system")
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.USER_ID.eq(users.get(4)))
                .execute();
        Map<String, Object> input = new HashMap<>(Map.of("subscriptionId", id()));
        input.put("filter", Map.of("assignedBy", "system"));
        input.put("idempotencyKey", UUID.randomUUID().toString());
        Answer answer = client.ask(RELEASE, Map.of("input", input));
        assertThat(names(answer, "data.releaseSeats.results", "/user/name")).containsExactly("User 0004");
    }

    @Test
    void seatsAllWhoMatchButSome() {
        SubscriptionId other = subscriptions.subscribe(account, subscriptions.offer(), 20);
        Map<String, Object> input = new HashMap<>(Map.of("subscriptionId", global(other)));
        input.put("filter", Map.of("search", "user 000", "seat", Map.of("productCode", offer.productCode())));
        input.put("exceptUserIds", List.of(user(2)));
        input.put("idempotencyKey", UUID.randomUUID().toString());
        Answer answer = client.ask(ASSIGN, Map.of("input", input));
        assertThat(names(answer, "data.assignSeats.results", "/user/name"))
                .containsExactly("User 0000", "User 0001", "User 0003", "User 0004", "User 0005");
        assertThat(answer.number("data.assignSeats.subscription.seatsAssigned")).isEqualTo(5);
        assertThat(answer.number("data.assignSeats.remaining")).isZero();
        Answer again = client.ask(ASSIGN, Map.of("input", input));
        assertThat(again.at("data.assignSeats.results")).isEqualTo(answer.at("data.assignSeats.results"));
        assertThat(again.number("data.assignSeats.subscription.seatsAssigned")).isEqualTo(5);
    }

    @Test
    void seatsNobodyWhereTooFewSeatsAreFreeForAll() {
        Map<String, Object> input = new HashMap<>(Map.of("subscriptionId", id(), "filter", Map.of()));
        input.put("idempotencyKey", UUID.randomUUID().toString());
        Answer answer = client.ask(ASSIGN, Map.of("input", input));
        assertThat(answer.userErrorCodes("assignSeats")).containsExactly("NOT_ENOUGH_FREE_SEATS");
        assertThat(answer.number("data.assignSeats.remaining")).isEqualTo(2);
        input.put("mode", "PER_USER");
        Answer some = client.ask(ASSIGN, Map.of("input", input));
        assertThat(names(some, "data.assignSeats.results", "/outcome")).containsExactly("ASSIGNED", "NO_FREE_SEAT");
        assertThat(some.number("data.assignSeats.remaining")).isOne();
    }

    @Test
    void releasesAllSeatsThatMatchButSome() {
        Map<String, Object> input = new HashMap<>(Map.of("subscriptionId", id()));
        input.put("filter", Map.of("inactiveForDays", 90));
        input.put("exceptUserIds", List.of(user(1)));
        input.put("idempotencyKey", UUID.randomUUID().toString());
        Answer answer = client.ask(RELEASE, Map.of("input", input));
        assertThat(names(answer, "data.releaseSeats.results", "/user/name")).containsExactly("User 0002");
        assertThat(answer.number("data.releaseSeats.remaining")).isZero();
        assertThat(answer.number("data.releaseSeats.subscription.seatsAssigned"))
                .isEqualTo(5);
    }

    @Test
    void refusesAFilterBesideNames() {
        Map<String, Object> input = naming(6);
        input.put("filter", Map.of());
        assertThat(client.ask(ASSIGN, Map.of("input", input)).userErrorCodes("assignSeats"))
                .containsExactly("INVALID_INPUT");
    }

    private void signIn(int position, int daysAgo) {
        jobs.sql()
                .insertInto(LAST_SIGN_IN)
                .set(LAST_SIGN_IN.ACCOUNT_ID, account)
                .set(LAST_SIGN_IN.USER_ID, users.get(position))
                .set(LAST_SIGN_IN.PRODUCT_ID, offer.product())
                .set(LAST_SIGN_IN.SIGNED_IN_AT, Instant.now().minus(daysAgo, ChronoUnit.DAYS))
                .execute();
    }

    private Answer users(Map<String, ?> filter, Map<String, ?> order) {
        return client.ask(USERS, variables(GlobalId.of(account).toString(), filter, order, 100));
    }

    private Answer seats(Map<String, ?> filter, Map<String, ?> order) {
        return client.ask(SEATS, variables(id(), filter, order, 100));
    }

    private List<String> allUsers(Map<String, ?> order) {
        return all(USERS, variables(GlobalId.of(account).toString(), null, order, 3), "data.account.list", "/name");
    }

    private List<String> allSeats(Map<String, ?> order) {
        return all(SEATS, variables(id(), null, order, 4), "data.subscription.list", "/user/name");
    }

    private List<String> all(String document, Map<String, Object> variables, String list, String name) {
        List<String> names = new ArrayList<>();
        Answer page;
        do {
            page = client.ask(document, variables);
            names.addAll(names(page, list + ".nodes", name));
            variables.put("after", page.text(list + ".pageInfo.endCursor"));
        } while (page.at(list + ".pageInfo.hasNextPage").asBoolean());
        return names;
    }

    private static Map<String, Object> variables(String id, Map<String, ?> filter, Map<String, ?> order, int first) {
        Map<String, Object> variables = new HashMap<>(Map.of("id", id, "first", first));
        variables.put("filter", filter);
        variables.put("order", order);
        return variables;
    }

    private static List<String> names(Answer answer, String nodes, String name) {
        return answer.at(nodes)
                .valueStream()
                .map(node -> node.at(name).asString())
                .toList();
    }

    private Map<String, Object> naming(int... positions) {
        Map<String, Object> input = new HashMap<>(Map.of("subscriptionId", id()));
        input.put("userIds", Arrays.stream(positions).mapToObj(this::user).toList());
        input.put("idempotencyKey", UUID.randomUUID().toString());
        return input;
    }

    private String user(int position) {
        return GlobalId.of("User", account, users.get(position)).toString();
    }

    private String id() {
        return global(subscription);
    }

    private String global(SubscriptionId id) {
        return GlobalId.of("Subscription", account, id).toString();
    }
}
