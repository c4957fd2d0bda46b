package dev.puesto.document;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.puesto.document.DocumentLine.Corrected;
import dev.puesto.document.DocumentTax.StatedTax;
import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.EntityId;
import dev.puesto.id.OrderId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.tax.TaxGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A draft as {@code app.issue_documents} reads it: components named as the columns. */
@JsonNaming(SnakeCaseStrategy.class)
record IssuedForm(
        DocumentId id,
        String kind,
        @Nullable LocalDate dueDate,
        @Nullable OrderId orderId,
        String currency,
        boolean taxInclusive,
        long netMinor,
        long taxMinor,
        long totalMinor,
        @Nullable String purchaseOrderNumber,
        Party seller,
        Party buyer,
        List<Line> lines,
        List<Tax> taxes) {

    static IssuedForm of(DocumentDraft draft) {
        return new IssuedForm(
                draft.id(),
                draft.kind().name(),
                draft.dueDate(),
                draft.order(),
                draft.currency().getCode(),
                draft.taxInclusive(),
                draft.netMinor(),
                draft.taxMinor(),
                draft.totalMinor(),
                draft.purchaseOrderNumber(),
                draft.seller(),
                draft.buyer(),
                IntStream.range(0, draft.lines().size())
                        .mapToObj(i -> Line.of(i + 1, draft.lines().get(i)))
                        .toList(),
                draft.taxes().stream().map(Tax::of).toList());
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Line(
            DocumentLineId id,
            int position,
            @Nullable SubscriptionId subscriptionId,
            String description,
            long seats,
            Instant periodStartAt,
            Instant periodEndAt,
            long netMinor,
            String taxCountry,
            String taxTreatment,
            int taxRateBasisPoints,
            @Nullable EntityId correctsDocumentId,
            @Nullable EntityId correctsLineId,
            @JsonRawValue String explanation) {

        static Line of(int position, DocumentLine line) {
            TaxGroup group = line.amount().group();
            Corrected corrects = line.corrects();
            return new Line(
                    line.id(),
                    position,
                    line.subscription(),
                    line.description(),
                    line.seats(),
                    line.start(),
                    line.end(),
                    line.amount().netMinor(),
                    group.country(),
                    group.treatment().name(),
                    group.rateBasisPoints(),
                    corrects == null ? null : corrects.document(),
                    corrects == null ? null : corrects.line(),
                    line.explanation().data());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Tax(
            String taxCountry,
            String taxTreatment,
            int taxRateBasisPoints,
            long netMinor,
            long taxMinor,
            @Nullable String statedCurrency,
            @Nullable Long statedTaxMinor,
            @Nullable BigDecimal statedRate,
            @Nullable String statedRateSource,
            @Nullable LocalDate statedRateOn) {

        static Tax of(DocumentTax tax) {
            TaxGroup group = tax.amount().group();
            StatedTax stated = tax.stated();
            return new Tax(
                    group.country(),
                    group.treatment().name(),
                    group.rateBasisPoints(),
                    tax.amount().netMinor(),
                    tax.amount().taxMinor(),
                    stated == null ? null : stated.currency(),
                    stated == null ? null : stated.taxMinor(),
                    stated == null ? null : stated.rate(),
                    stated == null ? null : stated.source(),
                    stated == null ? null : stated.on());
        }
    }
}
