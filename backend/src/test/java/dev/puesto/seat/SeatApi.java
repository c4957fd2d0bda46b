package dev.puesto.seat;

import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.subscription.SubscriptionStatus;
import dev.puesto.subscription.TestOrders;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Five seats for eight users, through HTTP. */
abstract class SeatApi {
    static final String RESULT = " subscription { seatsOwned seatsAssigned seatsFree } results { named outcome"
            + " user { name } assignment { id } } userErrors { code message field"
            + " ... on NotEnoughFreeSeats { requested free } ... on SeatedElsewhere { assignment { id } } }";

    static final String ASSIGN = "mutation($input: AssignSeatsInput!) { assignSeats(input: $input) {" + RESULT + " } }";

    static final String RELEASE =
            "mutation($input: ReleaseSeatsInput!) { releaseSeats(input: $input) {" + RESULT + " } }";

    static final String TRANSFER = "mutation($input: TransferSeatInput!) { transferSeat(input: $input) {"
            + " subscription { seatsAssigned } assignment { user { id } } userErrors { code } } }";

    static final String DEACTIVATE = "mutation($input: DeactivateUserInput!) { deactivateUser(input: $input) {"
            + " user { status assignments { id } } released { user { id } } userErrors { code } } }";

    static final String CHECK =
            "query($code: String!, $user: SignInUserInput!) { signInCheck(productCode: $code, user: $user)"
                    + " { seated refusal } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    TestOrders orders;

    @Autowired
    LastSignIns lastSignIns;

    @Autowired
    AccountDb db;

    AccountId account;

    Offer offer;

    SubscriptionId subscription;

    List<UserId> users;

    TestApi.Client client;

    @BeforeEach
    void fiveSeatsForEightUsers() {
        account = accounts.open();
        offer = subscriptions.offer();
        subscription = subscriptions.subscribe(account, offer, 5);
        users = accounts.addUsers(account, 8);
        client = api.client().on(account);
    }

    Answer assign(Map<String, Object> input) {
        return client.ask(ASSIGN, Map.of("input", input));
    }

    void become(SubscriptionStatus status) {
        db.one(
                account,
                sql -> sql.update(SUBSCRIPTION)
                        .set(SUBSCRIPTION.STATUS, status.name())
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                        .and(SUBSCRIPTION.ID.eq(subscription))
                        .execute());
    }

    Map<String, Object> input(List<Integer> positions) {
        Map<String, Object> input = new HashMap<>();
        input.put("subscriptionId", id(subscription));
        input.put("userIds", ids(positions));
        input.put("idempotencyKey", UUID.randomUUID().toString());
        return input;
    }

    List<String> ids(List<Integer> positions) {
        return positions.stream().map(this::user).toList();
    }

    String user(int position) {
        return GlobalId.of("User", account, users.get(position)).toString();
    }

    String id(SubscriptionId subscriptionId) {
        return GlobalId.of("Subscription", account, subscriptionId).toString();
    }

    String check(Map<String, Object> user) {
        Answer answer = client.ask(CHECK, Map.of("code", offer.productCode(), "user", user));
        return answer.at("data.signInCheck.seated").asBoolean() ? "seated" : answer.text("data.signInCheck.refusal");
    }

    List<String> seated() {
        Answer answer = client.ask(
                "query($id: ID!) { subscription(id: $id) { assignments(first: 100) { nodes { user { name } } } } }",
                Map.of("id", id(subscription)));
        return answer.at("data.subscription.assignments.nodes")
                .valueStream()
                .map(node -> node.at("/user/name").asString())
                .toList();
    }

    static List<String> outcomes(Answer answer, String mutation) {
        return answer.at("data." + mutation + ".results")
                .valueStream()
                .map(result -> result.at("/outcome").asString())
                .toList();
    }
}
