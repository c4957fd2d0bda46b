package dev.puesto.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.puesto.document.OrderMoney.Collected;
import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.ledger.Funds;
import dev.puesto.ledger.LedgerAccount;
import dev.puesto.ledger.LedgerEntry;
import dev.puesto.ledger.LedgerEntryKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OrderSettlingTests {

    private static final OrderId ORDER = new OrderId(UUID.randomUUID());
    private static final PaymentId PAYMENT = new PaymentId(UUID.randomUUID());
    private static final DocumentLineId LINE = new DocumentLineId(UUID.randomUUID());

    @Test
    void aPaymentPaysTheInvoiceWhole() {
        var settled = settle(Drafts.invoice(ORDER, 10_000, 2_100), null, List.of(), Funds.NONE, 12_100);
        assertThat(settled.settlements()).singleElement().satisfies(invoice -> {
            assertThat(invoice.state()).isEqualTo(SettlementState.PAID);
            assertThat(invoice.paidMinor()).isEqualTo(12_100);
        });
        assertThat(kinds(settled))
                .containsExactly(LedgerEntryKind.CHARGE, LedgerEntryKind.CHARGE_TAX, LedgerEntryKind.PAYMENT);
    }

    @Test
    void aCreditOfAPaidInvoicePaysTheNewOneAndWhatExceedsItStaysInTheBalance() {
        var settled = settle(Drafts.invoice(ORDER, 1_000, 210), creditNote(2_000, 420), List.of(), Funds.NONE, 0);
        assertThat(settled.balanceAddedMinor()).isEqualTo(1_210);
        assertThat(settled.balanceAppliedMinor()).isZero();
        assertThat(settled.openMinor()).isZero();
        assertThat(settled.entries())
                .filteredOn(entry -> entry.kind() == LedgerEntryKind.CREDIT_TO_BALANCE)
                .extracting(LedgerEntry::amountMinor)
                .containsExactly(2_420L);
    }

    @Test
    void aCreditFirstSettlesWhatIsOpenOnTheInvoiceThatItCorrects() {
        var open = open(5_000, 3_000);
        var creditNote = Drafts.creditNote(ORDER, open.invoice(), LINE, 4_000, 0);
        var settled = settle(null, creditNote, List.of(open), Funds.NONE, 0);
        assertThat(settled.settlements()).singleElement().satisfies(invoice -> {
            assertThat(invoice.creditedMinor()).isEqualTo(2_000);
            assertThat(invoice.state()).isEqualTo(SettlementState.PAID);
        });
        assertThat(settled.balanceAddedMinor()).isEqualTo(2_000);
    }

    @Test
    void goodwillIsSpentBeforeCredit() {
        var settled = settle(Drafts.invoice(ORDER, 1_000, 0), null, List.of(), new Funds(600, 700), 0);
        assertThat(settled.entries())
                .filteredOn(entry -> entry.kind() == LedgerEntryKind.BALANCE_PAYS)
                .extracting(LedgerEntry::debit, LedgerEntry::amountMinor)
                .containsExactly(
                        tuple(LedgerAccount.BALANCE_GOODWILL, 600L), tuple(LedgerAccount.BALANCE_CREDIT, 400L));
        assertThat(settled.balanceAppliedMinor()).isEqualTo(1_000);
    }

    @Test
    void carriedInvoicesArePaidBeforeTheNewOneTheOldestFirst() {
        var oldest = open(500, 0);
        var older = open(500, 0);
        var settled = settle(Drafts.invoice(ORDER, 1_000, 0), null, List.of(oldest, older), Funds.NONE, 1_200);
        assertThat(settled.settlements())
                .filteredOn(invoice -> invoice.state() == SettlementState.PAID)
                .extracting(Settlement::invoice)
                .containsExactlyInAnyOrder(oldest.invoice(), older.invoice());
        assertThat(settled.openMinor()).isEqualTo(800);
    }

    @Test
    void anInvoiceThatIsNotCarriedStaysAsItIs() {
        var other = open(500, 0);
        var money = new OrderMoney(
                ORDER,
                new OrderDocuments(Drafts.invoice(ORDER, 100, 0), null),
                List.of(other),
                Set.of(),
                new Funds(0, 1_000),
                false,
                null);
        assertThat(OrderSettling.settle(money).settlements())
                .extracting(Settlement::invoice)
                .doesNotContain(other.invoice());
    }

    @Test
    void whatWasHeldInVainReturnsAndWhatWasPaidTooMuchGoesToTheBalance() {
        var money = new OrderMoney(
                ORDER,
                new OrderDocuments(Drafts.invoice(ORDER, 1_000, 0), creditNote(900, 0)),
                List.of(),
                Set.of(),
                new Funds(300, 0),
                true,
                new Collected(PAYMENT, 50));
        var settled = OrderSettling.settle(money);
        assertThat(kinds(settled)).endsWith(LedgerEntryKind.PAYMENT_TO_BALANCE, LedgerEntryKind.HOLD_RETURNS);
        assertThat(settled.balanceAppliedMinor()).isEqualTo(100);
        assertThat(settled.balanceAddedMinor()).isEqualTo(50);
    }

    @RepeatedTest(200)
    void everyAmountGoesSomewhereAndNowhereTwice(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var open = new ArrayList<Settlement>();
        for (int i = random.nextInt(4); i > 0; i--) {
            long total = 1 + random.nextInt(2_000);
            open.add(open(total, random.nextLong(total)));
        }
        var invoice = random.nextInt(4) == 0 ? null : Drafts.invoice(ORDER, random.nextInt(5_000), random.nextInt(900));
        var corrected = open.isEmpty() || random.nextBoolean()
                ? new DocumentId(UUID.randomUUID())
                : open.getFirst().invoice();
        var creditNote = random.nextBoolean()
                ? null
                : Drafts.creditNote(ORDER, corrected, LINE, 1 + random.nextInt(3_000), random.nextInt(600));
        var funds = new Funds(random.nextInt(1_500), random.nextInt(1_500));
        boolean held = random.nextBoolean();
        long payment = random.nextInt(3_000);
        var carried = Set.copyOf(open.stream()
                .filter(ignored -> random.nextBoolean())
                .map(Settlement::invoice)
                .toList());
        var settled = OrderSettling.settle(new OrderMoney(
                ORDER,
                new OrderDocuments(invoice, creditNote),
                open,
                carried,
                funds,
                held,
                payment == 0 ? null : new Collected(PAYMENT, payment)));

        long openBefore = open.stream().mapToLong(Settlement::openMinor).sum();
        long openAfter = openBefore
                + settled.settlements().stream()
                        .mapToLong(after -> after.openMinor()
                                - open.stream()
                                        .filter(before -> before.invoice().equals(after.invoice()))
                                        .mapToLong(Settlement::openMinor)
                                        .sum())
                        .sum();
        assertThat(raised(settled, LedgerAccount.RECEIVABLE)).isEqualTo(openBefore - openAfter);
        assertThat(raised(settled, LedgerAccount.GATEWAY_CLEARING)).isEqualTo(-payment);
        long balances = raised(settled, LedgerAccount.BALANCE_CREDIT)
                + raised(settled, LedgerAccount.BALANCE_GOODWILL)
                + raised(settled, LedgerAccount.HELD_CREDIT)
                + raised(settled, LedgerAccount.HELD_GOODWILL);
        assertThat(balances).isEqualTo(settled.balanceAddedMinor() - settled.balanceAppliedMinor());
        if (held) {
            assertThat(raised(settled, LedgerAccount.HELD_GOODWILL)).isEqualTo(-funds.goodwillMinor());
            assertThat(raised(settled, LedgerAccount.HELD_CREDIT)).isEqualTo(-funds.creditMinor());
        }
        assertThat(settled.balanceAppliedMinor()).isBetween(0L, funds.totalMinor());
    }

    private static long raised(SettledOrder settled, LedgerAccount account) {
        return settled.entries().stream()
                .mapToLong(entry -> entry.credit().equals(account)
                        ? entry.amountMinor()
                        : entry.debit().equals(account) ? -entry.amountMinor() : 0)
                .sum();
    }

    private static SettledOrder settle(
            DocumentDraft invoice, DocumentDraft creditNote, List<Settlement> open, Funds funds, long payment) {
        return OrderSettling.settle(new OrderMoney(
                ORDER,
                new OrderDocuments(invoice, creditNote),
                open,
                Set.copyOf(open.stream().map(Settlement::invoice).toList()),
                funds,
                false,
                payment == 0 ? null : new Collected(PAYMENT, payment)));
    }

    private static DocumentDraft creditNote(long netMinor, long taxMinor) {
        return Drafts.creditNote(ORDER, new DocumentId(UUID.randomUUID()), LINE, netMinor, taxMinor);
    }

    private static Settlement open(long totalMinor, long paidMinor) {
        return new Settlement(
                new DocumentId(UUID.randomUUID()),
                SettlementState.OPEN,
                CurrencyUnit.EUR,
                totalMinor,
                paidMinor,
                0,
                LocalDate.parse("2026-01-01"));
    }

    private static List<LedgerEntryKind> kinds(SettledOrder settled) {
        return settled.entries().stream().map(LedgerEntry::kind).toList();
    }
}
