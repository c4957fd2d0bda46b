package dev.puesto.document;

import dev.puesto.id.DocumentId;
import java.time.LocalDate;

/** The number and date that a document got. */
public record IssuedDocument(DocumentId id, String number, LocalDate issueDate) {}
