package dev.puesto.document;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.puesto.account.Account;
import dev.puesto.id.DocumentId;
import dev.puesto.jooq.Json;
import dev.puesto.tax.TaxSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Gives documents their numbers. */
@Component
public final class DocumentIssuer {

    private static final Field<UUID> ID = field(name("document_id"), UUID.class);
    private static final Field<String> NUMBER = field(name("document_number"), String.class);
    private static final Field<LocalDate> ISSUE_DATE = field(name("document_issue_date"), LocalDate.class);

    private final DocumentSettings settings;
    private final TaxSettings tax;

    DocumentIssuer(DocumentSettings settings, TaxSettings tax) {
        this.settings = settings;
        this.tax = tax;
    }

    /**
     * The statement that issues drafts: the last one of its transaction, to be sent with the commit ({@code
     * transaction.finish}), since from here on everybody waits who issues in the same series.
     *
     * @param at the account's now; the date is the seller's, and never goes back in a series
     * @param drafts one or two of one account; an invoice is numbered before a credit note
     */
    public Select<Record3<UUID, String, LocalDate>> issuing(Account account, Instant at, List<DocumentDraft> drafts) {
        return DSL.select(ID, NUMBER, ISSUE_DATE)
                .from(table(
                        "app.issue_documents({0}, {1}, {2}, {3}, {4})",
                        val(account.accountId().value()),
                        val(DocumentSeries.of(account, settings.series())),
                        val(tax.timeZone().getId()),
                        val(at, SQLDataType.INSTANT),
                        val(Json.of(drafts.stream().map(IssuedForm::of).toList()))));
    }

    /** The rows of {@link #issuing}. */
    public static List<IssuedDocument> read(Result<? extends Record> rows) {
        return rows.map(row -> new IssuedDocument(new DocumentId(row.get(ID)), row.get(NUMBER), row.get(ISSUE_DATE)));
    }
}
