package dev.puesto.document;

/** What a document is; amounts are positive on both. */
public enum DocumentKind {
    /** Charges. */
    INVOICE,
    /** Credits of earlier invoices' lines. */
    CREDIT_NOTE
}
