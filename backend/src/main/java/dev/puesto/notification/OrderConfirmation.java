package dev.puesto.notification;

import dev.puesto.checkout.OrderPlaced;
import dev.puesto.outbox.Event;
import dev.puesto.outbox.EventHandler;
import dev.puesto.outbox.StoredEvent;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the contact who ordered that an order took effect. */
@Component
final class OrderConfirmation implements EventHandler {
    private final PlacedOrders orders;
    private final OrderLetters letters;
    private final Mails mails;

    OrderConfirmation(PlacedOrders orders, OrderLetters letters, Mails mails) {
        this.orders = orders;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(OrderPlaced.class);
    }

    @Override
    public void handle(StoredEvent event) {
        PlacedOrder order =
                orders.read(event.account(), event.as(OrderPlaced.class).orderId());
        Mails.Envelope envelope = Mails.Envelope.of(
                MailKind.ORDER_CONFIRMATION,
                order.id(),
                order.recipient(),
                order.locale().getLanguage());
        mails.write(event, envelope, letters.confirmation(order));
    }
}
