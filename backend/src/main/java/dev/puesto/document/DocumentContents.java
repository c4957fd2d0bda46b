package dev.puesto.document;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.DOCUMENT_LINE;
import static dev.puesto.jooq.Tables.DOCUMENT_TAX;
import static dev.puesto.jooq.Tables.ORDER_LINE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.tables.records.DocumentLineRecord;
import dev.puesto.jooq.tables.records.DocumentTaxRecord;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxTreatment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads lines and taxes of many documents, one statement per account. */
@Component
final class DocumentContents {

    private static final dev.puesto.jooq.tables.Document CORRECTED = DOCUMENT.as("corrected");

    private final AccountDb db;

    DocumentContents(AccountDb db) {
        this.db = db;
    }

    Map<Document, List<DocumentLineView>> lines(List<Document> documents) {
        return byDocument(documents, this::linesOf);
    }

    Map<Document, List<DocumentTaxView>> taxes(List<Document> documents) {
        return byDocument(documents, this::taxesOf);
    }

    private static <V> Map<Document, List<V>> byDocument(
            List<Document> documents,
            BiFunction<AccountId, Map<DocumentId, CurrencyUnit>, Map<DocumentId, List<V>>> load) {
        Map<AccountId, Map<DocumentId, CurrencyUnit>> accounts = documents.stream()
                .collect(groupingBy(
                        Document::accountId, toMap(Document::documentId, Document::currency, (one, same) -> one)));
        Map<DocumentId, List<V>> found = new HashMap<>();
        accounts.forEach((account, ids) -> found.putAll(load.apply(account, ids)));
        return documents.stream()
                .distinct()
                .collect(toMap(document -> document, document -> found.getOrDefault(document.documentId(), List.of())));
    }

    private Map<DocumentId, List<DocumentLineView>> linesOf(
            AccountId account, Map<DocumentId, CurrencyUnit> documents) {
        return db
                .one(
                        account,
                        sql -> sql.select(DOCUMENT_LINE.fields())
                                .select(ACCOUNT.TIME_ZONE, CORRECTED.NUMBER, DOCUMENT.KIND, ORDER_LINE.EXPLANATIONS)
                                .from(DOCUMENT_LINE)
                                .join(DOCUMENT)
                                .on(DOCUMENT.ACCOUNT_ID.eq(account))
                                .and(DOCUMENT.ID.eq(DOCUMENT_LINE.DOCUMENT_ID))
                                .join(ACCOUNT)
                                .on(ACCOUNT.ACCOUNT_ID.eq(account))
                                .leftJoin(CORRECTED)
                                .on(CORRECTED.ACCOUNT_ID.eq(account))
                                .and(CORRECTED.ID.eq(DOCUMENT_LINE.CORRECTS_DOCUMENT_ID))
                                .leftJoin(ORDER_LINE)
                                .on(ORDER_LINE.ACCOUNT_ID.eq(account))
                                .and(ORDER_LINE.ORDER_ID.eq(DOCUMENT.ORDER_ID))
                                .and(ORDER_LINE.SUBSCRIPTION_ID.eq(DOCUMENT_LINE.SUBSCRIPTION_ID))
                                .where(DOCUMENT_LINE.ACCOUNT_ID.eq(account))
                                .and(DOCUMENT_LINE.DOCUMENT_ID.in(documents.keySet()))
                                .orderBy(DOCUMENT_LINE.DOCUMENT_ID, DOCUMENT_LINE.POSITION)
                                .fetch())
                .stream()
                .collect(groupingBy(
                        row -> row.get(DOCUMENT_LINE.DOCUMENT_ID),
                        mapping(row -> line(row, documents.get(row.get(DOCUMENT_LINE.DOCUMENT_ID))), toList())));
    }

    private Map<DocumentId, List<DocumentTaxView>> taxesOf(AccountId account, Map<DocumentId, CurrencyUnit> documents) {
        return db
                .one(
                        account,
                        sql -> sql.selectFrom(DOCUMENT_TAX)
                                .where(DOCUMENT_TAX.ACCOUNT_ID.eq(account))
                                .and(DOCUMENT_TAX.DOCUMENT_ID.in(documents.keySet()))
                                .orderBy(
                                        DOCUMENT_TAX.DOCUMENT_ID,
                                        DOCUMENT_TAX.TAX_COUNTRY,
                                        DOCUMENT_TAX.TAX_TREATMENT,
                                        DOCUMENT_TAX.TAX_RATE_BASIS_POINTS)
                                .fetch())
                .stream()
                .collect(groupingBy(
                        DocumentTaxRecord::getDocumentId,
                        mapping(row -> tax(row, documents.get(row.getDocumentId())), toList())));
    }

    private static DocumentLineView line(Record joined, CurrencyUnit currency) {
        DocumentLineRecord row = joined.into(DOCUMENT_LINE);
        AccountId account = row.getAccountId();
        return new DocumentLineView(
                GlobalId.of("DocumentLine", account, row.getId()),
                row.getPosition(),
                row.getSubscriptionId() == null ? null : GlobalId.of("Subscription", account, row.getSubscriptionId()),
                row.getDescription(),
                row.getSeats(),
                row.getPeriodStartAt(),
                row.getPeriodEndAt(),
                Documents.money(currency, row.getNetMinor()),
                group(row.getTaxCountry(), row.getTaxTreatment(), row.getTaxRateBasisPoints()),
                joined.get(ACCOUNT.TIME_ZONE),
                row.getCorrectsDocumentId() == null
                        ? null
                        : GlobalId.of("Invoice", account, row.getCorrectsDocumentId()),
                joined.get(CORRECTED.NUMBER),
                row.getCorrectsLineId() == null ? null : GlobalId.of("DocumentLine", account, row.getCorrectsLineId()),
                sentence(joined),
                row.getExplanation().data());
    }

    /** An order explains each of its lines, credit before charge. */
    private static @Nullable String sentence(Record joined) {
        String[] sentences = joined.get(ORDER_LINE.EXPLANATIONS);
        if (sentences == null || sentences.length == 0) {
            return null;
        }
        boolean credit = joined.get(DOCUMENT.KIND).equals(DocumentKind.CREDIT_NOTE.name());
        return credit ? sentences[0] : sentences[sentences.length - 1];
    }

    private static DocumentTaxView tax(DocumentTaxRecord row, CurrencyUnit currency) {
        return new DocumentTaxView(
                group(row.getTaxCountry(), row.getTaxTreatment(), row.getTaxRateBasisPoints()),
                Documents.money(currency, row.getNetMinor()),
                Documents.money(currency, row.getTaxMinor()),
                stated(row));
    }

    private static DocumentTaxView.@Nullable Stated stated(DocumentTaxRecord row) {
        return row.getStatedCurrency() == null
                ? null
                : new DocumentTaxView.Stated(
                        Documents.money(CurrencyUnit.of(row.getStatedCurrency()), row.getStatedTaxMinor()),
                        row.getStatedRate(),
                        row.getStatedRateSource(),
                        row.getStatedRateOn());
    }

    private static TaxGroup group(String country, String treatment, int rateBasisPoints) {
        return new TaxGroup(country, TaxTreatment.valueOf(treatment), rateBasisPoints);
    }
}
