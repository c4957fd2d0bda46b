package dev.puesto.demo;

import static dev.puesto.jooq.Tables.MAIL;

import dev.puesto.demo.AccountsFile.DemoAccount;
import dev.puesto.jooq.JobDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
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
    private final ApplicationContext application;

    DemoLoader(DemoMark mark, DemoClients clients, JobDb db, Clock clock, ApplicationContext application) {
        this.mark = mark;
        this.clients = clients;
        this.db = db;
        this.clock = clock;
        this.application = application;
    }

    /** Whether this database is empty or the demo's own; somebody's own data is left alone. */
    boolean mayLoad() {
        return !(mark.state() instanceof DemoMark.State.Foreign);
    }

    /** Loads what is missing of the demo. */
    void load() {
        switch (mark.state()) {
            case DemoMark.State.Empty() -> load(new DemoDay(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            case DemoMark.State.Begun(Instant loadedAt) -> load(new DemoDay(loadedAt));
            case DemoMark.State.Loaded(), DemoMark.State.Foreign() -> LOG.debug("Nothing to load");
        }
    }

    private void load(DemoDay day) {
        Instant start = clock.instant();
        DemoPeople people = new DemoPeople(file.operators(), file.representatives(), day.loadedAt());
        db.transact(sql -> {
            new DemoCatalog(day).load(sql);
            return people.loadRepresentatives(sql);
        });
        DemoAccounts accounts = new DemoAccounts(day);
        file.accounts().forEach(account -> db.transact(sql -> accounts.load(sql, account)));
        buy(day);
        file.accounts().forEach(account -> finish(day, account));
        clients.grant(file.accounts().stream()
                .map(account -> DemoAccounts.account(account.code()))
                .toList());
        db.transact(people::loadOperators);
        LOG.info(
                "Loaded the demo: {} accounts in {} ms",
                file.accounts().size(),
                Duration.between(start, clock.instant()).toMillis());
    }

    private void buy(DemoDay day) {
        try (DemoPast past = new DemoPast(application, day.loadedAt())) {
            new DemoHistory(past, db, day).replay(file.accounts());
        }
        db.sql()
                .update(MAIL)
                .set(MAIL.STATE, "KEPT")
                .setNull(MAIL.NEXT_ATTEMPT_AT)
                .where(MAIL.STATE.eq("QUEUED"))
                .execute();
    }

    private void finish(DemoDay day, DemoAccount account) {
        db.transact(sql -> {
            DemoStanding standing = new DemoStanding(sql, account, day);
            standing.give();
            standing.fallBehind();
            standing.appoint();
            return new DemoSeats(day).load(sql, account);
        });
    }
}
