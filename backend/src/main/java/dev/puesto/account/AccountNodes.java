package dev.puesto.account;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.NodeLoader;
import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Accounts and users by their id. */
final class AccountNodes {

    private AccountNodes() {}

    @Component
    static final class OfAccounts implements NodeLoader {
        private final Accounts accounts;

        OfAccounts(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        public String type() {
            return Account.TYPE;
        }

        @Override
        public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
            return accounts.find(viewer, account)
                    .map(found -> Map.of(account.value(), found))
                    .orElseGet(Map::of);
        }
    }

    @Component
    static final class OfUsers implements NodeLoader {
        private final AccountDb db;

        OfUsers(AccountDb db) {
            this.db = db;
        }

        @Override
        public String type() {
            return User.TYPE;
        }

        @Override
        public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
            List<UserId> users = ids.stream().map(UserId::new).toList();
            return db.one(
                    account,
                    sql -> sql.fetch(Users.byId(account, users).and(AccountAccess.permits(viewer, account)))
                            .intoMap(row -> Users.read(row).userId().value(), Users::read));
        }
    }
}
