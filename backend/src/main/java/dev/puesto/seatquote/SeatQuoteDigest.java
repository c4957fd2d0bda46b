package dev.puesto.seatquote;

import dev.puesto.id.EntityId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A canonical statement of what a seat quote was asked and answered, as its SHA-256: two with the same changes, lines, tax,
 * balance, released seats and amount due have the same, whatever the order of the changes.
 */
final class SeatQuoteDigest {
    private static final byte VERSION = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream data = new DataOutputStream(bytes);

    private SeatQuoteDigest() {}

    static byte[] of(SeatQuote quote) {
        var digest = new SeatQuoteDigest();
        try {
            digest.write(quote);
            return MessageDigest.getInstance("SHA-256").digest(digest.bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(SeatQuote quote) throws IOException {
        data.writeByte(VERSION);
        write(quote.accountId());
        data.writeUTF(quote.currency().getCode());
        data.writeUTF(quote.tax().group().toString());
        data.writeUTF(quote.tax().reason().name());
        data.writeUTF(
                quote.taxIdToAdd() == null ? "" : quote.taxIdToAdd().number().text());
        var changes = quote.changes().stream().sorted(CanonicalOrder.OF_QUOTED).toList();
        data.writeInt(changes.size());
        for (var change : changes) {
            write(change);
        }
        if (quote.totals() != null) {
            write(quote.totals());
        }
    }

    private void write(QuotedChange change) throws IOException {
        write(change.request().subscriptionId());
        write(change.plan().id());
        data.writeLong(change.request().seats());
        write(change.request().alignTo());
        data.writeUTF(String.valueOf(change.request().releases().rule()));
        data.writeInt(change.released().size());
        for (var user : change.released()) {
            write(user.userId());
        }
        if (change.priced() != null) {
            write(change.priced());
        }
    }

    private void write(PricedChange change) throws IOException {
        data.writeUTF(change.kind().name());
        data.writeUTF(change.effective().name());
        data.writeLong(change.seatsBefore());
        data.writeBoolean(change.unschedules());
        var period = change.after().map(PricedChange.Dates::period);
        write(period.map(dates -> dates.start()));
        write(period.map(dates -> dates.end()));
        data.writeInt(change.lines().size());
        for (var line : change.lines()) {
            write(line);
        }
    }

    private void write(PricedLine line) throws IOException {
        data.writeUTF(line.kind().name());
        write(line.price().id());
        data.writeLong(line.seats());
        write(Optional.of(line.start()));
        write(Optional.of(line.end()));
        data.writeUTF(line.share().grain().name());
        data.writeLong(line.share().units());
        data.writeLong(line.share().total());
        data.writeUTF(line.taxGroup().toString());
        write(line.amount());
        write(line.net());
        write(line.tax());
    }

    private void write(Totals totals) throws IOException {
        write(totals.charges());
        write(totals.credits());
        write(totals.creditAvailable());
        for (var carried : totals.carried()) {
            write(carried.invoiceId());
            write(carried.amount());
        }
        write(totals.balanceApplied());
        write(totals.amountDue());
        write(totals.balanceAdded());
    }

    private void write(Money amount) throws IOException {
        data.writeLong(amount.getAmountMinorLong());
    }

    private void write(@Nullable EntityId id) throws IOException {
        data.writeLong(id == null ? 0 : id.value().getMostSignificantBits());
        data.writeLong(id == null ? 0 : id.value().getLeastSignificantBits());
    }

    private void write(Optional<Instant> instant) throws IOException {
        data.writeLong(instant.map(Instant::getEpochSecond).orElse(Long.MIN_VALUE));
    }
}
