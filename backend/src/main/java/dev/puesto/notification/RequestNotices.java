package dev.puesto.notification;

import dev.puesto.outbox.Event;
import dev.puesto.outbox.EventHandler;
import dev.puesto.outbox.StoredEvent;
import dev.puesto.quote.RequestOpened;
import dev.puesto.quote.RequestWithdrawn;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the representative of a request that was sent or taken back, and whoever sent it that it arrived. */
final class RequestNotices {

    private RequestNotices() {}

    @Component
    static final class OfSending implements EventHandler {
        private final SentRequests requests;
        private final RequestLetters letters;
        private final Mails mails;

        OfSending(SentRequests requests, RequestLetters letters, Mails mails) {
            this.requests = requests;
            this.letters = letters;
            this.mails = mails;
        }

        @Override
        public Set<Class<? extends Event>> events() {
            return Set.of(RequestOpened.class);
        }

        @Override
        public void handle(StoredEvent event) {
            SentRequest request =
                    requests.read(event.account(), event.as(RequestOpened.class).requestId());
            SentRequest.Representative reader = request.representative();
            mails.write(
                    event,
                    Mails.Envelope.of(MailKind.REQUEST_RECEIVED, request.id(), reader.email(), reader.locale()),
                    letters.received(request));
            mails.write(
                    event,
                    Mails.Envelope.of(
                            MailKind.REQUEST_CONFIRMATION,
                            request.id(),
                            request.contactEmail(),
                            request.contactLocale()),
                    letters.confirmation(request));
        }
    }

    @Component
    static final class OfWithdrawal implements EventHandler {
        private final SentRequests requests;
        private final RequestLetters letters;
        private final Mails mails;

        OfWithdrawal(SentRequests requests, RequestLetters letters, Mails mails) {
            this.requests = requests;
            this.letters = letters;
            this.mails = mails;
        }

        @Override
        public Set<Class<? extends Event>> events() {
            return Set.of(RequestWithdrawn.class);
        }

        @Override
        public void handle(StoredEvent event) {
            SentRequest request = requests.read(
                    event.account(), event.as(RequestWithdrawn.class).requestId());
            SentRequest.Representative reader = request.representative();
            mails.write(
                    event,
                    Mails.Envelope.of(MailKind.REQUEST_WITHDRAWN, request.id(), reader.email(), reader.locale()),
                    letters.withdrawn(request));
        }
    }
}
