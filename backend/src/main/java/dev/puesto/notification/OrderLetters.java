package dev.puesto.notification;

import dev.puesto.api.Messages;
import dev.puesto.notification.ConfirmationText.Entry;
import dev.puesto.notification.ConfirmationText.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the confirmation of an order in its contact's language. */
@Component
final class OrderLetters {
    private static final String TEMPLATE = "order-confirmation";

    private final Messages messages;
    private final MailTemplates templates;

    OrderLetters(Messages messages, MailTemplates templates) {
        this.messages = messages;
        this.templates = templates;
    }

    /** The confirmation of that order. */
    Letter confirmation(PlacedOrder order) {
        OrderWords words = new OrderWords(messages, order.locale());
        ConfirmationText text = new ConfirmationText(
                words.text("title", order.number()),
                words.text("greeting"),
                words.text(introduction(order), order.accountName()),
                facts(order, words),
                order.lines().stream().map(line -> section(line, words)).toList(),
                words.text("sums"),
                sums(order, words),
                due(order, words),
                remarks(order, words),
                words.text("closing"));
        return templates.letter(TEMPLATE, order.locale(), words.subject(order), text);
    }

    private static String introduction(PlacedOrder order) {
        boolean allLater = order.lines().stream().allMatch(PlacedOrder.Line::isAtRenewal);
        return allLater ? "introduction.atRenewal" : "introduction.now";
    }

    private static List<Entry> facts(PlacedOrder order, OrderWords words) {
        List<Entry> facts = new ArrayList<>();
        facts.add(words.entry("number", words.number(order.number())));
        facts.add(words.entry("placedAt", words.instant(order.placedAt(), order.zone())));
        facts.add(words.entry("account", order.accountName()));
        if (order.purchaseOrderNumber() != null) {
            facts.add(words.entry("purchaseOrderNumber", order.purchaseOrderNumber()));
        }
        order.documents()
                .forEach(document ->
                        facts.add(words.entry(document.invoice() ? "invoice" : "creditNote", document.number())));
        return facts;
    }

    private static Section section(PlacedOrder.Line line, OrderWords words) {
        List<Entry> entries = new ArrayList<>();
        entries.add(words.entry("seats", words.seats(line)));
        if (line.dueAt() != null) {
            entries.add(words.entry("effective", words.date(line.dueAt(), line.zone())));
        } else {
            addPeriod(entries, line, words);
        }
        if (!line.chargeNet().isZero()) {
            entries.add(words.entry("charge", words.money(line.chargeNet())));
        }
        if (!line.creditNet().isZero()) {
            entries.add(words.entry("credit", words.money(line.creditNet().negated())));
        }
        if (line.released() > 0) {
            entries.add(words.entry("released", words.users(line.released())));
        }
        return new Section(line.product() + " · " + words.of(line.plan()), entries, line.explanations());
    }

    private static void addPeriod(List<Entry> entries, PlacedOrder.Line line, OrderWords words) {
        if (line.seats() == 0) {
            entries.add(words.entry("effective", words.text("ended")));
        } else if (line.periodStart() != null && line.periodEnd() != null) {
            entries.add(words.entry("period", words.period(line.periodStart(), line.periodEnd(), line.zone())));
            entries.add(words.entry("nextBillingDate", words.date(line.periodEnd(), line.zone())));
        }
    }

    private static List<Entry> sums(PlacedOrder order, OrderWords words) {
        List<Entry> sums = new ArrayList<>();
        OrderWords.Sum sum = new OrderWords.Sum(order.lines(), order.currency());
        sums.add(words.entry("charges", words.money(sum.charges())));
        if (!sum.credits().isZero()) {
            sums.add(words.entry("credits", words.money(sum.credits().negated())));
        }
        order.taxes().forEach(tax -> sums.add(new Entry(words.tax(tax), words.money(tax.amount()))));
        PlacedOrder.Totals totals = order.totals();
        sums.add(words.entry("total", words.money(totals.total())));
        if (!totals.carriedInvoices().isZero()) {
            sums.add(words.entry("carriedInvoices", words.money(totals.carriedInvoices())));
        }
        if (!totals.balanceApplied().isZero()) {
            sums.add(words.entry(
                    "balanceApplied", words.money(totals.balanceApplied().negated())));
        }
        if (!totals.balanceAdded().isZero()) {
            sums.add(words.entry("balanceAdded", words.money(totals.balanceAdded())));
        }
        return sums;
    }

    private static Entry due(PlacedOrder order, OrderWords words) {
        return order.payment()
                .map(payment -> words.entry("paid", words.money(payment.amount())))
                .orElseGet(() -> words.entry("due", words.money(order.totals().due())));
    }

    private static List<String> remarks(PlacedOrder order, OrderWords words) {
        List<String> remarks = new ArrayList<>();
        order.payment().ifPresent(payment -> remarks.add(words.text("paidBy", payment.brand(), payment.lastDigits())));
        if (order.payment().isEmpty() && order.totals().due().isPositive()) {
            order.documents().stream()
                    .filter(document -> document.dueDate() != null)
                    .forEach(document -> remarks.add(payment(order, document.number(), document.dueDate(), words)));
        }
        if (order.totals().balanceAdded().isPositive()) {
            remarks.add(words.text("balanceGrows", words.money(order.totals().balanceAdded())));
        }
        return remarks;
    }

    private static String payment(PlacedOrder order, String invoice, LocalDate due, OrderWords words) {
        return order.charged()
                ? words.text("payLater", invoice, words.money(order.totals().due()))
                : words.text("payBy", invoice, words.date(due));
    }
}
