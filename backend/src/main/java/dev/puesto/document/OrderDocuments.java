package dev.puesto.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documents that an order's lines need: at most one of each kind.
 *
 * @param invoice the charges; null without charges
 * @param creditNote the credits; null without credits
 */
public record OrderDocuments(
        @Nullable DocumentDraft invoice, @Nullable DocumentDraft creditNote) {

    /** Both that there are, the invoice first. */
    public List<DocumentDraft> drafts() {
        return Stream.of(Optional.ofNullable(invoice), Optional.ofNullable(creditNote))
                .flatMap(Optional::stream)
                .toList();
    }
}
