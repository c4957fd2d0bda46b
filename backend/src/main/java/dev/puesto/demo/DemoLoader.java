package dev.puesto.demo;

import dev.puesto.demo.AccountsFile.DemoAccount;
import dev.puesto.jooq.JobDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Loads the demo into an empty database, step by step, each in a transaction of its own. A step that is done already does
 * nothing a second time, so that a load that was cut short goes on at the next start.
 */
@Component
@DemoData
class DemoLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final AccountsFile file = DemoFile.read("accounts.json", AccountsFile.class);
    private final DemoMark mark;
    private final DemoClients clients;
    private final JobDb db;
    private final Clock clock;

    DemoLoader(DemoMark mark, DemoClients clients, JobDb db, Clock clock) {
        this.mark = mark;
        this.clients = clients;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Loads what is missing.
     *
     * @return whether the database holds the demo now; false where it holds somebody's own data
     */
    boolean load() {
        return switch (mark.state()) {
            case DemoMark.State.Empty() -> load(new DemoDay(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            case DemoMark.State.Begun(Instant loadedAt) -> load(new DemoDay(loadedAt));
            case DemoMark.State.Loaded() -> true;
            case DemoMark.State.Foreign() -> false;
        };
    }

    private boolean load(DemoDay day) {
        Instant start = clock.instant();
        DemoPeople people = new DemoPeople(file.operators(), file.representatives(), day.loadedAt());
        db.transact(sql -> {
            new DemoCatalog(day).load(sql);
            return people.loadRepresentatives(sql);
        });
        DemoAccounts accounts = new DemoAccounts(day);
        file.accounts().forEach(account -> db.transact(sql -> accounts.load(sql, account)));
        file.accounts().forEach(this::finish);
        db.transact(people::loadOperators);
        LOG.info(
                "Loaded the demo: {} accounts in {} ms",
                file.accounts().size(),
                Duration.between(start, clock.instant()).toMillis());
        return true;
    }

    private void finish(DemoAccount account) {
        DemoAccounts.appoint(db.sql(), account);
        clients.grant(DemoAccounts.account(account.code()));
    }
}
