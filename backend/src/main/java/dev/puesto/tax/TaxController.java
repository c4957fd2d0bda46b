package dev.puesto.tax;

import static dev.puesto.jooq.Tables.TAX_ID;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.NodeLoader;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.TaxIdId;
import dev.puesto.jooq.AccountDb;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Tax ids in the API. */
@Controller
class TaxController implements NodeLoader {

    private final AccountDb db;
    private final TaxIdSetter setter;

    TaxController(AccountDb db, TaxIdSetter setter) {
        this.db = db;
        this.setter = setter;
    }

    record SetTaxIdInput(GlobalId accountId, @Nullable String number) {}

    record CheckTaxIdInput(GlobalId taxIdId) {}

    record SetTaxIdPayload(@Nullable TaxId taxId, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Account")
    List<TaxId> taxIds(Account account) {
        AccountId id = account.accountId();
        return db.one(id, sql -> sql.fetch(TaxIds.live(id)).map(TaxIds::read));
    }

    @MutationMapping
    SetTaxIdPayload setTaxId(@Argument SetTaxIdInput input, Viewer viewer) {
        AccountId account = input.accountId().asAccount();
        var outcome =
                input.number() == null ? setter.remove(viewer, account) : setter.set(viewer, account, input.number());
        return new SetTaxIdPayload(outcome.taxId(), outcome.errors());
    }

    @MutationMapping
    SetTaxIdPayload checkTaxId(@Argument CheckTaxIdInput input, Viewer viewer) {
        TaxIdId id =
                input.taxIdId().as(TaxId.TYPE, TaxIdId::new).orElseThrow(() -> Refusal.notFound("input", "taxIdId"));
        var outcome = setter.check(viewer, input.taxIdId().account(), id);
        return new SetTaxIdPayload(outcome.taxId(), outcome.errors());
    }

    @Override
    public String type() {
        return TaxId.TYPE;
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        var taxIds = ids.stream().map(TaxIdId::new).toList();
        return db.one(
                account,
                sql -> sql.fetch(TaxIds.select(account, TAX_ID.ID.in(taxIds))
                                .and(AccountAccess.permits(viewer, account)))
                        .intoMap(row -> row.get(TAX_ID.ID).value(), TaxIds::read));
    }
}
