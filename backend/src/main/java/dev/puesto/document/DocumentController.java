package dev.puesto.document;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.Connection;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.tax.TaxSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Documents in the API. */
@Controller
class DocumentController {

    private final AccountDb db;
    private final DocumentContents contents;
    private final Spending spending;
    private final TaxSettings tax;

    DocumentController(AccountDb db, DocumentContents contents, Spending spending, TaxSettings tax) {
        this.db = db;
        this.contents = contents;
        this.spending = spending;
        this.tax = tax;
    }

    @SchemaMapping(typeName = "Account")
    Connection<Document> documents(
            Account account,
            PageRequest page,
            @Argument @Nullable DocumentKind type,
            @Argument @Nullable SettlementState status,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to) {
        AccountId id = account.accountId();
        var wanted = DocumentFilter.of(type, status, from, to, tax.timeZone());
        var rows = db.one(id, sql -> sql.fetch(Documents.page(id, page, wanted)).map(Documents::read));
        return Connection.of(page, rows, Documents.CURSORS, Documents::place, () -> count(id, wanted));
    }

    @SchemaMapping(typeName = "Account")
    List<Spending.Month> spendByMonth(Account account, @Argument int months) {
        return spending.byMonth(account, months);
    }

    @QueryMapping
    @Nullable
    Document document(@Argument GlobalId id, Viewer viewer) {
        AccountId account = id.account();
        var ids = List.of(new DocumentId(id.object()));
        return db.one(
                        account,
                        sql -> sql.fetchOptional(
                                        Documents.ofIds(account, ids).and(AccountAccess.permits(viewer, account)))
                                .map(Documents::read))
                .filter(document -> document.id().equals(id))
                .orElse(null);
    }

    @BatchMapping(typeName = "Document")
    Map<Document, List<DocumentLineView>> lines(List<Document> documents) {
        return contents.lines(documents);
    }

    @BatchMapping(typeName = "Document")
    Map<Document, List<DocumentTaxView>> taxes(List<Document> documents) {
        return contents.taxes(documents);
    }

    private long count(AccountId account, DocumentFilter wanted) {
        return db.one(
                account,
                sql -> sql.fetchSingle(Documents.count(account, wanted)).value1());
    }
}
