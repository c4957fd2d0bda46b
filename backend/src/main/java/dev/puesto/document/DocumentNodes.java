package dev.puesto.document;

import static java.util.stream.Collectors.toMap;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.NodeLoader;
import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.jooq.AccountDb;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Documents by their ids. */
@Configuration(proxyBeanMethods = false)
class DocumentNodes {

    @Bean
    NodeLoader invoiceNodes(AccountDb db) {
        return new OfDocuments(Invoice.TYPE, db);
    }

    @Bean
    NodeLoader creditNoteNodes(AccountDb db) {
        return new OfDocuments(CreditNote.TYPE, db);
    }

    private record OfDocuments(String type, AccountDb db) implements NodeLoader {

        @Override
        public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
            var documents = ids.stream().map(DocumentId::new).toList();
            return db
                    .one(
                            account,
                            sql -> sql.fetch(Documents.ofIds(account, documents)
                                            .and(AccountAccess.permits(viewer, account)))
                                    .map(Documents::read))
                    .stream()
                    .filter(document -> document.id().type().equals(type))
                    .collect(toMap(document -> document.documentId().value(), document -> document));
        }
    }
}
