package dev.puesto.notification;

import dev.puesto.access.Viewer;
import dev.puesto.api.NodeLoader;
import dev.puesto.id.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mails by their id. */
@Component
final class MailNodes implements NodeLoader {
    private final Mails mails;

    MailNodes(Mails mails) {
        this.mails = mails;
    }

    @Override
    public String type() {
        return Mail.TYPE;
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        return mails.find(viewer, account, ids);
    }
}
