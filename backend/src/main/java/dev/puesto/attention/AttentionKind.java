package dev.puesto.attention;

/** What wants attention, and how urgently. The more urgent ones come first. */
enum AttentionKind {
    INVOICE_OVERDUE(AttentionSeverity.URGENT, "Invoice"),
    SUBSCRIPTION_SUSPENDED(AttentionSeverity.URGENT, "Subscription"),
    PAYMENT_METHOD_EXPIRED(AttentionSeverity.URGENT, "PaymentMethod"),
    RENEWAL_OVERDUE(AttentionSeverity.WARNING, "Subscription"),
    SUBSCRIPTION_PAST_DUE(AttentionSeverity.WARNING, "Subscription"),
    PAYMENT_METHOD_MISSING(AttentionSeverity.WARNING, "Account"),
    PAYMENT_METHOD_EXPIRING(AttentionSeverity.WARNING, "PaymentMethod"),
    ORDER_PENDING(AttentionSeverity.WARNING, "Order"),
    TAX_ID_UNCONFIRMED(AttentionSeverity.WARNING, "TaxId"),
    SEATS_FULL(AttentionSeverity.WARNING, "Subscription"),
    REQUEST_OPEN(AttentionSeverity.NOTICE, "Request"),
    RENEWAL_SOON(AttentionSeverity.NOTICE, "Subscription"),
    SEATS_UNUSED(AttentionSeverity.NOTICE, "Subscription");

    private final AttentionSeverity severity;
    private final String target;

    AttentionKind(AttentionSeverity severity, String target) {
        this.severity = severity;
        this.target = target;
    }

    AttentionSeverity severity() {
        return severity;
    }

    /** The GraphQL type of what it is about. */
    String target() {
        return target;
    }
}
