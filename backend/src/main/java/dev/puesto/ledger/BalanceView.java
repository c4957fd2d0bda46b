package dev.puesto.ledger;

import dev.puesto.api.MoneyView;

/** A balance as the API shows it: the schema's {@code Balance}. */
record BalanceView(MoneyView available, MoneyView fromCredits, MoneyView fromGoodwill, MoneyView held) {

    static BalanceView of(Balance balance) {
        return new BalanceView(
                MoneyView.of(balance.available()),
                MoneyView.of(balance.fromCredits()),
                MoneyView.of(balance.fromGoodwill()),
                MoneyView.of(balance.held()));
    }
}
