-- The embedded sandbox gateway: an outside system that happens to live here. It knows nothing of accounts' tables, nothing
-- refers to its own, and it writes in transactions of its own.

create table sandbox_charge (
  payment_id uuid constraint sandbox_charge_key primary key,
  account_id uuid not null,
  token text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  decline_code text,
  action_key text not null,
  action_expires_at timestamptz,
  settles_at timestamptz,
  settles_as text,
  silent_until timestamptz,
  created_at timestamptz not null,
  refunded_at timestamptz,
  constraint sandbox_charge_state_is_known check (state in ('REQUIRES_ACTION', 'PENDING', 'SUCCEEDED', 'DECLINED', 'CANCELED')),
  constraint sandbox_decline_has_a_code check ((state = 'DECLINED') = (decline_code is not null)),
  constraint sandbox_action_has_an_end check ((state = 'REQUIRES_ACTION') <= (action_expires_at is not null)),
  constraint sandbox_charge_settles_to_an_end check ((settles_at is null) = (settles_as is null) and settles_as in ('SUCCEEDED', 'DECLINED')),
  constraint only_a_charged_payment_is_refunded check (refunded_at is null or state = 'SUCCEEDED')
);
call app.describe_table('sandbox_charge', 'installation', '', 'select, insert, update',
  'what the sandbox gateway knows of a payment; its key is our payment id');
comment on column sandbox_charge.account_id is 'What we gave with the charge, and get back with a notice.';
comment on column sandbox_charge.amount_minor is 'In minor units of currency.';
comment on column sandbox_charge.action_key is 'Opens the page on which the customer confirms; part of its address.';
comment on column sandbox_charge.settles_at is 'When a pending charge settles by itself, as settles_as.';
comment on column sandbox_charge.silent_until is 'Until when the gateway answers nothing about it.';

create table sandbox_gateway_log (
  id bigint generated always as identity constraint sandbox_gateway_log_key primary key,
  at timestamptz not null,
  payment_id uuid not null,
  request text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  effect boolean not null,
  constraint sandbox_request_is_known check (request in ('CHARGE', 'FIND', 'CANCEL', 'REFUND', 'CONFIRM', 'REFUSE'))
);
create index sandbox_gateway_log_by_payment on sandbox_gateway_log (payment_id, id);
comment on index sandbox_gateway_log_by_payment is 'What was asked about a payment, in order.';
call app.describe_table('sandbox_gateway_log', 'installation', '', 'select, insert',
  'every request that the sandbox gateway got: what tests compare our payments with');
comment on column sandbox_gateway_log.amount_minor is 'The charge''s amount, in minor units of currency.';
comment on column sandbox_gateway_log.state is 'The state of the charge after the request.';
comment on column sandbox_gateway_log.effect is 'Whether the request moved money or changed the charge; a repeated one has none.';

create function app.sandbox_settle(payment uuid, now timestamptz) returns sandbox_charge
  language plpgsql
as $$
declare
  charge sandbox_charge;
begin
  select * into charge from sandbox_charge where payment_id = payment for update;
  if charge.state = 'PENDING' and charge.settles_at <= now then
    charge.state := charge.settles_as;
    charge.decline_code := case charge.settles_as when 'DECLINED' then 'do_not_honor' end;
  elsif charge.state = 'REQUIRES_ACTION' and charge.action_expires_at <= now then
    charge.state := 'DECLINED';
    charge.decline_code := 'authentication_expired';
  else
    return charge;
  end if;
  update sandbox_charge set state = charge.state, decline_code = charge.decline_code where payment_id = payment;
  return charge;
end
$$;
comment on function app.sandbox_settle(uuid, timestamptz) is 'Brings a charge up to date with the time that has passed, and returns it; null for none.';

create function app.sandbox_charge(draft sandbox_charge) returns sandbox_charge
  language plpgsql
as $$
declare
  charge sandbox_charge;
  is_new boolean;
begin
  insert into sandbox_charge values (draft.*) on conflict (payment_id) do nothing;
  is_new := found;
  charge := app.sandbox_settle(draft.payment_id, draft.created_at);
  insert into sandbox_gateway_log (at, payment_id, request, amount_minor, currency, state, effect)
    values (draft.created_at, draft.payment_id, 'CHARGE', draft.amount_minor, draft.currency, charge.state, is_new);
  return charge;
end
$$;
comment on function app.sandbox_charge(sandbox_charge) is 'A charge under our payment id: the first one counts, a repeated one is told how it stands.';

create function app.sandbox_ask(payment uuid, request text, now timestamptz) returns sandbox_charge
  language plpgsql
as $$
declare
  charge sandbox_charge := app.sandbox_settle(payment, now);
  open boolean := charge.state in ('REQUIRES_ACTION', 'PENDING');
  changed boolean := false;
begin
  if charge.payment_id is null then
    if request <> 'CANCEL' then
      return null;
    end if;
    insert into sandbox_charge (payment_id, account_id, token, amount_minor, currency, state, action_key, created_at)
      values (payment, payment, '', 0, 'XXX', 'CANCELED', '', now) on conflict (payment_id) do nothing;
    select * into charge from sandbox_charge where payment_id = payment;
    changed := true;
  elsif charge.silent_until > now then
    null;
  elsif request = 'CANCEL' and open then
    update sandbox_charge set state = 'CANCELED', settles_at = null, settles_as = null where payment_id = payment returning * into charge;
    changed := true;
  elsif request = 'CONFIRM' and charge.state = 'REQUIRES_ACTION' then
    update sandbox_charge set state = 'SUCCEEDED' where payment_id = payment returning * into charge;
    changed := true;
  elsif request = 'REFUSE' and charge.state = 'REQUIRES_ACTION' then
    update sandbox_charge set state = 'DECLINED', decline_code = 'authentication_failed' where payment_id = payment returning * into charge;
    changed := true;
  elsif request = 'REFUND' and charge.state = 'SUCCEEDED' and charge.refunded_at is null then
    update sandbox_charge set refunded_at = now where payment_id = payment returning * into charge;
    changed := true;
  end if;
  insert into sandbox_gateway_log (at, payment_id, request, amount_minor, currency, state, effect)
    values (now, payment, request, charge.amount_minor, charge.currency, charge.state, changed);
  return charge;
end
$$;
comment on function app.sandbox_ask(uuid, text, timestamptz) is 'Any later request about a payment, and how it stands then; null for a payment that the gateway never saw.';
revoke execute on function app.sandbox_settle(uuid, timestamptz), app.sandbox_charge(sandbox_charge), app.sandbox_ask(uuid, text, timestamptz) from public;
grant execute on function app.sandbox_settle(uuid, timestamptz), app.sandbox_charge(sandbox_charge), app.sandbox_ask(uuid, text, timestamptz) to puesto_job;
