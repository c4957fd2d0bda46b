package dev.puesto.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PuestoTest
class AccountApiTests {
    private static final String USERS =
            "query($id: ID!, $first: Int, $after: String, $search: String) { account(id: $id) {"
                    + " users(first: $first, after: $after, filter: { search: $search }) {"
                    + " nodes { id name } pageInfo { hasNextPage endCursor } totalCount } } }";
    private static final String INVITE =
            "mutation($input: InviteUserInput!) { inviteUser(input: $input) { user { id name email version }"
                    + " userErrors { code message field } } }";
    private static final String UPDATE =
            "mutation($input: UpdateUserInput!) { updateUser(input: $input) { user { name email externalId version }"
                    + " userErrors { code field ... on UserChanged { user { name } } } } }";

    private static final String SETTINGS = "mutation($input: UpdateAccountInput!) { updateAccount(input: $input) {"
            + " account { billingEmail address { line1 line2 country } locale timeZone purchaseOrderNumber version }"
            + " userErrors { code message field ... on AccountChanged { account { version } } } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    AccountLists lists;

    AccountId account;
    TestApi.Client client;

    @BeforeEach
    void aClientOfAnAccount() {
        account = accounts.open();
        client = api.client().on(account);
    }

    @Test
    void showsAnAccount() {
        Answer answer = client.ask(
                "query($id: ID!) { account(id: $id) { id name kind currency address { city country } timeZone"
                        + " viewerPermissions representative { name } contacts(first: 5) { totalCount } } }",
                Map.of("id", id(account)));
        assertThat(answer.text("data.account.id")).isEqualTo(id(account));
        assertThat(answer.text("data.account.kind")).isEqualTo("SELF_SERVICE");
        assertThat(answer.text("data.account.currency")).isEqualTo("EUR");
        assertThat(answer.text("data.account.address.city")).isEqualTo("Madrid");
        assertThat(answer.at("data.account.viewerPermissions").toString()).contains("BUY", "ASSIGN_SEATS");
        assertThat(answer.at("data.account.representative").isNull()).isTrue();
    }

    @Test
    void answersAForeignAccountLikeOneThatDoesNotExist() {
        String document = "query($id: ID!) { account(id: $id) { name } node(id: $id) { id } }";
        Answer foreign = client.ask(document, Map.of("id", id(accounts.open())));
        Answer missing = client.ask(document, Map.of("id", id(new AccountId(UUID.randomUUID()))));
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(foreign.at("data.account").isNull()).isTrue();
    }

    @Test
    void listsTheAccountsOfTheClientAlone() {
        AccountId second = accounts.open();
        accounts.open();
        client.on(second);
        Answer answer = client.ask("{ accounts(first: 100) { totalCount nodes { id name } } }", Map.of());
        assertThat(answer.number("data.accounts.totalCount")).isEqualTo(2);
        assertThat(texts(answer.at("data.accounts.nodes"), "id")).containsExactlyInAnyOrder(id(account), id(second));
    }

    @Test
    void pagesThroughTheUsersByName() {
        accounts.addUsers(account, 25);
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            Answer answer = client.ask(USERS, variables(10, after, null));
            names.addAll(texts(answer.at("data.account.users.nodes"), "name"));
            assertThat(answer.number("data.account.users.totalCount")).isEqualTo(25);
            after = answer.at("data.account.users.pageInfo.hasNextPage").asBoolean()
                    ? answer.text("data.account.users.pageInfo.endCursor")
                    : null;
        } while (after != null);
        assertThat(names).hasSize(25).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void findsAccountsByNameAndKindAmongThoseThatTheViewerMaySee() {
        AccountId other = accounts.open();
        client.on(other);
        String list = "query($filter: AccountFilter, $order: AccountOrder) { accounts(first: 5, filter: $filter,"
                + " orderBy: $order) { totalCount nodes { id } } }";
        Answer found =
                client.ask(list, Map.of("filter", Map.of("search", "ACME " + other.value(), "status", "ACTIVE")));
        assertThat(found.number("data.accounts.totalCount")).isOne();
        assertThat(found.text("data.accounts.nodes.0.id")).isEqualTo(id(other));
        Answer corporate = client.ask(list, Map.of("filter", Map.of("kind", "CORPORATE")));
        assertThat(corporate.number("data.accounts.totalCount")).isZero();
        Answer sorted = client.ask(list, Map.of("order", Map.of("field", "NAME", "direction", "DESC")));
        boolean otherFirst = other.value().toString().compareTo(account.value().toString()) > 0;
        assertThat(sorted.text("data.accounts.nodes.0.id")).isEqualTo(id(otherFirst ? other : account));
    }

    @Test
    void showsARepresentativeTheAccountsInTheirCareAlone() {
        Viewer.Person representative = accounts.representative(account);
        accounts.representative(accounts.open());
        var page = lists.page(representative, PageRequest.first(10), AccountFilter.ALL, AccountOrder.OLDEST_FIRST);
        assertThat(page.nodes()).extracting(AccountListItem::accountId).containsExactly(account);
        assertThat(page.totalCount()).isOne();
        AccountFilter selfService = new AccountFilter(null, AccountKind.SELF_SERVICE, null);
        assertThat(lists.page(representative, PageRequest.first(10), selfService, AccountOrder.OLDEST_FIRST)
                        .nodes())
                .isEmpty();
    }

    @Test
    void searchesByTheBeginningOfTheName() {
        accounts.addUsers(account, 25);
        Answer answer = client.ask(USERS, variables(100, null, "uSer 001"));
        assertThat(answer.number("data.account.users.totalCount")).isEqualTo(10);
        assertThat(texts(answer.at("data.account.users.nodes"), "name"))
                .hasSize(10)
                .allMatch(name -> name.startsWith("User 001"));
        assertThat(client.ask(USERS, variables(100, null, "%")).number("data.account.users.totalCount"))
                .isZero();
    }

    @Test
    void namesStandAndAreFoundWithoutTheirAccents() {
        List<String> names = List.of("Ángel", "Íñigo", "Sofía", "Zoe");
        for (int i = names.size() - 1; i >= 0; i--) {
            accounts.addUser(account, names.get(i), "person" + i + "@example.com");
        }
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            Answer answer = client.ask(USERS, variables(1, after, null));
            paged.addAll(texts(answer.at("data.account.users.nodes"), "name"));
            after = answer.text("data.account.users.pageInfo.endCursor");
        } while (paged.size() < names.size());
        assertThat(paged).isEqualTo(names);
        for (String typed : List.of("inigo", "ÍÑIGO", "íñ", "i\u0301n\u0303igo", "INI")) {
            assertThat(texts(client.ask(USERS, variables(10, null, typed)).at("data.account.users.nodes"), "name"))
                    .as(typed)
                    .containsExactly("Íñigo");
        }
    }

    @Test
    void aNameAsLongAsCanBeGivesACursor() {
        accounts.addUser(account, "\uAC01".repeat(200), "a@example.com");
        accounts.addUser(account, "\uAC02".repeat(200), "b@example.com");
        String cursor = client.ask(USERS, variables(1, null, null)).text("data.account.users.pageInfo.endCursor");
        assertThat(texts(client.ask(USERS, variables(1, cursor, null)).at("data.account.users.nodes"), "name"))
                .containsExactly("\uAC02".repeat(200));
    }

    @Test
    void refusesACursorOfAnotherList() {
        accounts.addUsers(account, 3);
        Answer accountList = client.ask("{ accounts(first: 1) { pageInfo { endCursor } } }", Map.of());
        String foreign = accountList.text("data.accounts.pageInfo.endCursor");
        assertThat(client.post(USERS, variables(10, foreign, null)).errorCodes())
                .containsExactly("BAD_CURSOR");
    }

    @Test
    void findsAUserByEachKey() {
        String user = GlobalId.of("User", account, accounts.addUsers(account, 3).get(1))
                .toString();
        for (Map<String, String> key : List.of(
                Map.of("id", user), Map.of("email", "uSER0001@EXAMPLE.com"), Map.of("externalId", "ext-0001"))) {
            Answer answer = client.ask(
                    "query($id: ID!, $by: UserKeyInput!) { account(id: $id) { user(by: $by) { id } } }",
                    Map.of("id", id(account), "by", key));
            assertThat(answer.text("data.account.user.id")).isEqualTo(user);
        }
    }

    @Test
    void aUserOfAnotherAccountIsNoNode() {
        AccountId other = accounts.open();
        String foreign = GlobalId.of("User", other, accounts.addUsers(other, 1).getFirst())
                .toString();
        String own = GlobalId.of("User", account, accounts.addUsers(account, 1).getFirst())
                .toString();
        Answer answer = client.ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on User { name } } }",
                Map.of("ids", List.of(foreign, own)));
        assertThat(answer.at("data.nodes.0").isNull()).isTrue();
        assertThat(answer.text("data.nodes.1.name")).isEqualTo("User 0000");
    }

    @Test
    void changesWhatAnAccountMaySetOfItself() {
        Map<String, Object> change = settings(1);
        change.put("billingEmail", " facturas@example.com ");
        change.put("address", Map.of("line1", "Gran Vía 1", "postalCode", "28013", "city", "Madrid"));
        change.put("locale", "en");
        change.put("timeZone", "Atlantic/Canary");
        change.put("purchaseOrderNumber", "PO-7");
        Answer answer = client.ask(SETTINGS, Map.of("input", change));
        String changed = "data.updateAccount.account.";
        assertThat(answer.text(changed + "billingEmail")).isEqualTo("facturas@example.com");
        assertThat(answer.text(changed + "address.line1")).isEqualTo("Gran Vía 1");
        assertThat(answer.text(changed + "address.country")).isEqualTo("ES");
        assertThat(answer.text(changed + "timeZone")).isEqualTo("Atlantic/Canary");
        assertThat(answer.text(changed + "purchaseOrderNumber")).isEqualTo("PO-7");
        assertThat(answer.number(changed + "version")).isEqualTo(2);
        Answer late = client.ask(SETTINGS, Map.of("input", settings(1)));
        assertThat(late.userErrorCodes("updateAccount")).containsExactly("ACCOUNT_CHANGED");
        assertThat(late.number("data.updateAccount.userErrors.0.account.version"))
                .isEqualTo(2);
        Answer audit = client.ask(
                "query($id: ID!) { account(id: $id) { auditEntries(first: 1) { nodes { action before after } } } }",
                Map.of("id", id(account)));
        assertThat(audit.text("data.account.auditEntries.nodes.0.action")).isEqualTo("ACCOUNT_UPDATED");
        assertThat(audit.text("data.account.auditEntries.nodes.0.after")).contains("facturas@example.com");
    }

    @ParameterizedTest
    @CsvSource({"billingEmail, nobody", "timeZone, Madrid", "timeZone, GMT", "locale, de", "name, ''"})
    void refusesSettingsThatBreakARule(String field, String value) {
        Map<String, Object> change = settings(1);
        change.put(field, value);
        Answer answer = client.ask(SETTINGS, Map.of("input", change));
        assertThat(answer.userErrorCodes("updateAccount")).containsExactly("INVALID_INPUT");
        assertThat(answer.at("data.updateAccount.userErrors.0.field").toString())
                .isEqualTo("[\"input\",\"" + field + "\"]");
    }

    private Map<String, Object> settings(long version) {
        return new HashMap<>(Map.of("accountId", id(account), "expectedVersion", version));
    }

    @Test
    void invitesAUserAndWritesItDown() {
        Answer answer = client.ask(INVITE, Map.of("input", invitation("Ana", "Ana@Example.com")));
        assertThat(answer.text("data.inviteUser.user.name")).isEqualTo("Ana");
        Answer audit = client.ask(
                "query($id: ID!) { account(id: $id) { users(first: 5) { totalCount } auditEntries(first: 5) {"
                        + " nodes { action actor subjectId before after } } } }",
                Map.of("id", id(account)));
        assertThat(audit.number("data.account.users.totalCount")).isOne();
        assertThat(audit.text("data.account.auditEntries.nodes.0.action")).isEqualTo("USER_INVITED");
        assertThat(audit.text("data.account.auditEntries.nodes.0.subjectId"))
                .isEqualTo(answer.text("data.inviteUser.user.id"));
        assertThat(audit.text("data.account.auditEntries.nodes.0.after")).contains("Ana@Example.com");
    }

    @Test
    void refusesAnAddressInUseInTheCallersLanguage() {
        client.ask(INVITE, Map.of("input", invitation("Ana", "ana@example.com")));
        Answer answer = client.inSpanish().ask(INVITE, Map.of("input", invitation("Eva", "ANA@example.com")));
        assertThat(answer.userErrorCodes("inviteUser")).containsExactly("EMAIL_TAKEN");
        assertThat(answer.text("data.inviteUser.userErrors.0.message"))
                .startsWith("Otro usuario")
                .contains("Ana");
        assertThat(answer.at("data.inviteUser.user").isNull()).isTrue();
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (String email : List.of("", "ana", "a b@example.com", "@", "a".repeat(250) + "@example.com")) {
            Answer answer = client.ask(INVITE, Map.of("input", invitation("Ana", email)));
            assertThat(answer.userErrorCodes("inviteUser")).containsExactly("INVALID_INPUT");
        }
    }

    @Test
    void refusesAnUpdateOfAnOlderVersion() {
        Answer invited = client.ask(INVITE, Map.of("input", invitation("Ana", "ana@example.com")));
        String user = invited.text("data.inviteUser.user.id");
        Answer first = client.ask(UPDATE, update(user, 1, "Ana María"));
        assertThat(first.number("data.updateUser.user.version")).isEqualTo(2);
        Answer second = client.ask(UPDATE, update(user, 1, "Anita"));
        assertThat(second.userErrorCodes("updateUser")).containsExactly("USER_CHANGED");
        assertThat(second.text("data.updateUser.userErrors.0.user.name")).isEqualTo("Ana María");
    }

    @Test
    void aChangeOfAUserThatChangesNothingLeavesVersionAndTrailAsTheyAre() {
        Answer invited = client.ask(INVITE, Map.of("input", invitation("Ana", "ana@example.com")));
        Answer same = client.ask(UPDATE, update(invited.text("data.inviteUser.user.id"), 1, " Ana "));
        assertThat(same.number("data.updateUser.user.version")).isEqualTo(1);
        assertThat(client.ask(
                                "query($id: ID!) { account(id: $id) { auditEntries(first: 5) { nodes { action } } } }",
                                Map.of("id", id(account)))
                        .at("data.account.auditEntries.nodes")
                        .valueStream()
                        .map(node -> node.get("action").asString()))
                .containsExactly("USER_INVITED");
    }

    @Test
    void answersAForeignUserInAnInputWithNotFound() {
        AccountId other = accounts.open();
        String foreign = GlobalId.of("User", other, accounts.addUsers(other, 1).getFirst())
                .toString();
        Answer answer = client.post(UPDATE, update(foreign, 1, "Mine now"));
        assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
    }

    @Test
    void asksForTheScopeThatWritingNeeds() {
        TestApi.Client reader = api.client(Scope.ACCOUNTS_READ).on(account);
        assertThat(reader.post(INVITE, Map.of("input", invitation("Ana", "ana@example.com")))
                        .errorCodes())
                .containsExactly("FORBIDDEN");
    }

    private Map<String, Object> variables(int first, String after, String search) {
        Map<String, Object> variables = new java.util.HashMap<>(Map.of("id", id(account), "first", first));
        variables.put("after", after);
        variables.put("search", search);
        return variables;
    }

    private Map<String, Object> invitation(String name, String email) {
        return Map.of("accountId", id(account), "name", name, "email", email);
    }

    private static Map<String, Object> update(String user, long version, String name) {
        return Map.of("input", Map.of("userId", user, "expectedVersion", version, "name", name));
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return nodes.valueStream().map(node -> node.at("/" + field).asString()).toList();
    }

    private static String id(AccountId account) {
        return GlobalId.of(account).toString();
    }
}
