-- What happened, what must not happen twice, and what is still to be told.

create table idempotency_key (
  account_id uuid not null,
  owner text not null,
  key uuid not null,
  operation text not null,
  input_hash bytea not null,
  order_id uuid,
  answer jsonb not null,
  bound_at timestamptz not null,
  expires_at timestamptz,
  constraint idempotency_key_key primary key (account_id, owner, key),
  constraint idempotency_key_belongs_to_account foreign key (account_id) references account (account_id),
  constraint idempotency_key_led_to_order foreign key (account_id, order_id) references account_order (account_id, id) deferrable initially deferred
);
create index idempotency_key_by_order on idempotency_key (account_id, order_id) where order_id is not null;
comment on index idempotency_key_by_order is 'The foreign key.';
create index idempotency_key_by_expiry on idempotency_key (expires_at) where expires_at is not null;
comment on index idempotency_key_by_expiry is 'What the purge removes; where money moved nothing expires.';
call app.guard_account_table('idempotency_key', 'select, insert, update', 'an answer that had an effect, under the key that the client made');
grant delete on idempotency_key to puesto_job;
comment on column idempotency_key.owner is 'Whose key it is: "person:<id>" or "api-client:<id>".';

create table outbox (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  type text not null,
  version integer not null,
  payload jsonb not null,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  attempts integer not null,
  dispatched_at timestamptz,
  constraint outbox_key primary key (account_id, id),
  constraint outbox_belongs_to_account foreign key (account_id) references account (account_id),
  constraint outbox_type_is_short check (char_length(type) between 1 and 100),
  constraint dispatched_event_has_no_next_attempt check (dispatched_at is null or next_attempt_at is null)
);
create index waiting_outbox_by_next_attempt on outbox (next_attempt_at) where next_attempt_at is not null;
comment on index waiting_outbox_by_next_attempt is 'What the dispatcher sends next.';
call app.guard_account_table('outbox', 'select, insert, update', 'an event to be told, written with what it tells of; its payload holds ids only');
grant delete on outbox to puesto_job;
comment on column outbox.next_attempt_at is 'When to send it; null: sent, or given up after the last attempt.';

create table mail (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  event_id uuid not null,
  kind text not null,
  order_id uuid,
  recipient text not null,
  locale text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  message_id text not null,
  state text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null,
  next_attempt_at timestamptz,
  constraint mail_key primary key (account_id, id),
  constraint mail_tells_an_event_once unique (account_id, event_id, recipient),
  constraint mail_belongs_to_account foreign key (account_id) references account (account_id),
  constraint mail_is_about_order foreign key (account_id, order_id) references account_order (account_id, id),
  constraint mail_locale_is_known check (locale in ('es', 'en')),
  constraint mail_state_is_known check (state in ('KEPT', 'QUEUED', 'SENT', 'FAILED')),
  constraint sent_mail_has_its_instant check ((state = 'SENT') = (sent_at is not null)),
  constraint queued_mail_has_a_next_attempt check ((state = 'QUEUED') = (next_attempt_at is not null))
);
create index mail_by_order on mail (account_id, order_id) where order_id is not null;
comment on index mail_by_order is 'The mails about an order; the foreign key.';
create index mail_by_creation on mail (account_id, created_at, id);
comment on index mail_by_creation is 'The list of mails, newest first.';
create index queued_mail_by_next_attempt on mail (next_attempt_at) where next_attempt_at is not null;
comment on index queued_mail_by_next_attempt is 'What the sender takes next.';
call app.guard_account_table('mail', 'select, insert, update', 'a mail as written; kept and readable where no SMTP server is configured');
comment on column mail.state is 'KEPT: no SMTP server is configured. QUEUED: will be sent. SENT. FAILED: given up after the last attempt.';

create table audit (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb,
  request_id text,
  constraint audit_key primary key (account_id, id),
  constraint audit_belongs_to_account foreign key (account_id) references account (account_id),
  constraint audit_action_is_short check (char_length(action) between 1 and 100)
);
create index audit_by_instant on audit (account_id, at, id);
comment on index audit_by_instant is 'The audit trail, newest first, page by page.';
call app.guard_account_table('audit', 'select, insert', 'who changed what, before and after, written in the change''s own transaction');
comment on column audit.actor is 'Who did it: "person:<id>", "api-client:<id>" or "system".';
