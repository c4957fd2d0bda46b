package dev.puesto.notification;

import dev.puesto.account.Account;
import dev.puesto.api.Connection;
import dev.puesto.api.PageRequest;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** An account's mails. */
@Controller
class MailController {
    private final Mails mails;

    MailController(Mails mails) {
        this.mails = mails;
    }

    @SchemaMapping
    Connection<Mail> mails(Account account, PageRequest page) {
        return mails.page(account.accountId(), page);
    }
}
