package dev.puesto.document;

import static dev.puesto.jooq.Tables.DOCUMENT;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.Connection;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.AccountDb;
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

    DocumentController(AccountDb db, DocumentContents contents) {
        this.db = db;
        this.contents = contents;
    }

    @SchemaMapping(typeName = "Account")
    Connection<Document> documents(Account account, PageRequest page) {
        AccountId id = account.accountId();
        var rows = db.one(id, sql -> sql.fetch(Documents.page(id, page)).map(Documents::read));
        return Connection.of(page, rows, Documents.CURSORS, Documents::place, () -> count(id));
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

    private long count(AccountId account) {
        return db.one(account, sql -> sql.fetchCount(DOCUMENT, DOCUMENT.ACCOUNT_ID.eq(account)));
    }
}
