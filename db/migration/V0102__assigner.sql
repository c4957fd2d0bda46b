-- Seats by who assigned them.

create index live_assignment_by_assigner on assignment (account_id, subscription_id, assigned_by, id) where released_at is null and assigned_by is not null;
comment on index live_assignment_by_assigner is 'Who assigned the seats of a subscription, by one look-up each; the seats that one of them assigned. Its condition, always true, keeps it from statements that say nothing of who assigned.';
