package dev.puesto.document;

import dev.puesto.api.MoneyView;
import dev.puesto.money.Amounts;

/** A settlement as the API shows it. */
public record SettlementView(SettlementState state, MoneyView paid, MoneyView credited, MoneyView open) {

    static SettlementView of(Settlement settlement) {
        return new SettlementView(
                settlement.state(),
                money(settlement, settlement.paidMinor()),
                money(settlement, settlement.creditedMinor()),
                money(settlement, settlement.openMinor()));
    }

    private static MoneyView money(Settlement settlement, long minor) {
        return MoneyView.of(Amounts.ofMinor(settlement.currency(), minor));
    }
}
