create schema app;
grant usage on schema app to puesto_app, puesto_job;
