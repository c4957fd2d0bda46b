package dev.puesto.document;

import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.GlobalId;
import java.time.Instant;
import org.joda.money.CurrencyUnit;

/** An issued document as the API shows it: the record named as its type. */
public sealed interface Document permits Invoice, CreditNote {

    /** Its id in the API. */
    GlobalId id();

    /** The buyer. */
    AccountId accountId();

    /** Its id in the account. */
    DocumentId documentId();

    /** The currency of its amounts. */
    CurrencyUnit currency();

    /** When it was issued: its place in the list. */
    Instant issuedAt();
}
