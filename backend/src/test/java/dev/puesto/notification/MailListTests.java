package dev.puesto.notification;

import static dev.puesto.jooq.Tables.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.access.Scope;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.EventId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.JobDb;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class MailListTests {
    private static final String MAILS = """
            query($id: ID!, $after: String) {
              account(id: $id) {
                mails(first: 2, after: $after) {
                  totalCount
                  nodes { id kind recipient locale subject text html state attempts createdAt sentAt }
                  pageInfo { endCursor hasNextPage }
                }
              }
            }""";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JobDb db;

    AccountId account;

    @BeforeEach
    void threeMails() {
        account = accounts.open();
        for (int i = 1; i <= 3; i++) {
            insert(i);
        }
    }

    @Test
    void listsMailsNewestFirstPageByPage() {
        TestApi.Client client = api.client().on(account);
        TestApi.Answer first = client.post(MAILS, variables(""));
        assertThat(first.text("data.account.mails.totalCount")).isEqualTo("3");
        assertThat(first.text("data.account.mails.nodes.0.subject")).isEqualTo("Mail 3");
        assertThat(first.text("data.account.mails.nodes.0.html")).isEqualTo("<p>3</p>");
        assertThat(first.text("data.account.mails.nodes.0.state")).isEqualTo("KEPT");
        assertThat(first.text("data.account.mails.nodes.1.subject")).isEqualTo("Mail 2");
        String cursor = first.text("data.account.mails.pageInfo.endCursor");
        TestApi.Answer second = client.post(MAILS, variables(cursor));
        assertThat(second.text("data.account.mails.nodes.0.subject")).isEqualTo("Mail 1");
        assertThat(second.text("data.account.mails.pageInfo.hasNextPage")).isEqualTo("false");
    }

    @Test
    void filtersMailsByKindStateAndDay() {
        TestApi.Client client = api.client().on(account);
        TestApi.Answer answer = client.ask(
                "query($id: ID!) { account(id: $id) { late: mails(first: 5, kind: LATE_PAYMENT) { totalCount }"
                        + " confirmations: mails(first: 5, kind: ORDER_CONFIRMATION, from: \"2000-01-01\")"
                        + " { totalCount nodes { id } } kept: mails(first: 5, state: KEPT) { totalCount }"
                        + " failed: mails(first: 5, state: FAILED) { totalCount } early: mails(first: 5, to: \"2000-01-01\") { totalCount } } }",
                Map.of("id", GlobalId.of(account).toString()));
        assertThat(answer.number("data.account.late.totalCount")).isZero();
        assertThat(answer.number("data.account.confirmations.totalCount")).isEqualTo(3);
        assertThat(answer.number("data.account.kept.totalCount")).isEqualTo(3);
        assertThat(answer.number("data.account.failed.totalCount")).isZero();
        assertThat(answer.number("data.account.early.totalCount")).isZero();
        TestApi.Answer one = client.ask(
                "query($id: ID!) { mail(id: $id) { subject } }",
                Map.of("id", answer.text("data.account.confirmations.nodes.0.id")));
        assertThat(one.text("data.mail.subject")).isEqualTo("Mail 3");
    }

    @Test
    void showsAMailByItsIdOnlyToWhomTheAccountGranted() {
        String id = api.client().on(account).post(MAILS, variables("")).text("data.account.mails.nodes.0.id");
        String node = "query($id: ID!) { node(id: $id) { ... on Mail { subject } } }";
        assertThat(api.client().on(account).post(node, Map.of("id", id)).text("data.node.subject"))
                .isEqualTo("Mail 3");
        assertThat(api.client().on(accounts.open()).post(node, Map.of("id", id)).body())
                .contains("\"node\":null");
    }

    @Test
    void refusesMailsToATokenThatMayNotReadBilling() {
        TestApi.Answer answer = api.client(Scope.ACCOUNTS_READ).on(account).post(MAILS, variables(""));
        assertThat(answer.text("errors.0.extensions.code")).isEqualTo("FORBIDDEN");
    }

    private Map<String, Object> variables(String after) {
        String id = GlobalId.of(account).toString();
        return after.isEmpty() ? Map.of("id", id) : Map.of("id", id, "after", after);
    }

    private void insert(int number) {
        db.sql()
                .insertInto(MAIL)
                .set(MAIL.ACCOUNT_ID, account)
                .set(MAIL.EVENT_ID, new EventId(TimeOrderedUuid.next()))
                .set(MAIL.KIND, "ORDER_CONFIRMATION")
                .set(MAIL.RECIPIENT, "lucia@example.com")
                .set(MAIL.LOCALE, "es")
                .set(MAIL.SUBJECT, "Mail " + number)
                .set(MAIL.TEXT_BODY, Integer.toString(number))
                .set(MAIL.HTML_BODY, "<p>" + number + "</p>")
                .set(MAIL.MESSAGE_ID, "<" + number + "@puesto.example>")
                .set(MAIL.STATE, "KEPT")
                .set(MAIL.CREATED_AT, Instant.parse("2026-06-0" + number + "T10:00:00Z"))
                .set(MAIL.ATTEMPTS, 0)
                .execute();
    }
}
