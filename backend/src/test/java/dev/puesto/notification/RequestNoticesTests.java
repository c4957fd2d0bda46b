package dev.puesto.notification;

import static dev.puesto.jooq.Tables.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Viewer;
import dev.puesto.account.TestAccounts;
import dev.puesto.cart.Cart;
import dev.puesto.cart.TestCarts;
import dev.puesto.id.AccountId;
import dev.puesto.id.EventId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.RequestId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.Json;
import dev.puesto.outbox.Event;
import dev.puesto.outbox.StoredEvent;
import dev.puesto.quote.RequestOpened;
import dev.puesto.quote.RequestWithdrawn;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class RequestNoticesTests {
    private static final String SEND = "mutation($input: RequestSeatChangeInput!) { requestSeatChange(input: $input) {"
            + " request { id } userErrors { code } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    TestCarts carts;

    @Autowired
    RequestNotices.OfSending sending;

    @Autowired
    RequestNotices.OfWithdrawal withdrawal;

    @Autowired
    JobDb jobs;

    AccountId account;
    Viewer.Person representative;
    RequestId request;

    @BeforeEach
    void aRequestForFourMoreSeats() {
        account = accounts.open();
        SubscriptionId subscription = subscriptions.subscribe(account, subscriptions.offer(), 10);
        representative = accounts.representative(account);
        TestApi.Client client = api.client().on(account);
        Cart cart = carts.put(client.viewer(), account, SeatChangeRequest.of(subscription, 14));
        Answer answer = client.ask(
                SEND,
                Map.of(
                        "input",
                        Map.of(
                                "accountId", GlobalId.of(account).toString(),
                                "cartId", cart.id().toString(),
                                "note", "Before July",
                                "idempotencyKey", UUID.randomUUID().toString())));
        request = GlobalId.valueOf(answer.text("data.requestSeatChange.request.id"))
                .as("Request", RequestId::new)
                .orElseThrow();
    }

    @Test
    void writesOnceToTheRepresentativeAndToWhoeverAskedInTheirLanguages() {
        StoredEvent event = event(new RequestOpened(request));
        sending.handle(event);
        sending.handle(event);
        Map<String, String> mails = mails();
        assertThat(mails).hasSize(2);
        assertThat(mails.get(representative.name())).contains("Hello,", "from 10 to 14 agents", "Note: Before July");
        assertThat(mails.get("billing@example.com")).contains("Hola:", "Ana Prado", "de 10 a 14 agentes");
    }

    @Test
    void tellsTheRepresentativeThatItWasTakenBack() {
        withdrawal.handle(event(new RequestWithdrawn(request)));
        assertThat(mails()).containsOnlyKeys(representative.name());
        assertThat(mails().get(representative.name())).contains("was taken back");
    }

    private Map<String, String> mails() {
        return jobs.sql()
                .select(MAIL.RECIPIENT, MAIL.TEXT_BODY)
                .from(MAIL)
                .where(MAIL.ACCOUNT_ID.eq(account))
                .and(MAIL.REQUEST_ID.eq(request))
                .fetchMap(MAIL.RECIPIENT, MAIL.TEXT_BODY);
    }

    private StoredEvent event(Event event) {
        return new StoredEvent(
                account, new EventId(TimeOrderedUuid.next()), event.type(), 1, Json.of(event), Instant.now(), 1);
    }
}
