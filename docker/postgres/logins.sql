-- Logins for development, made with the first start of the volume. The roles that own and use the tables cannot log in:
-- `stowage apply` makes the missing ones and grants them what they may. A superuser passes by row level security, so a
-- program that is to be held to it connects as one of these.
\getenv app_password APP_PASSWORD
\getenv system_password SYSTEM_PASSWORD

CREATE ROLE leadmetrics_app NOLOGIN;
CREATE ROLE leadmetrics_system NOLOGIN;

CREATE ROLE leadmetrics_app_login LOGIN PASSWORD :'app_password' IN ROLE leadmetrics_app;
CREATE ROLE leadmetrics_system_login LOGIN PASSWORD :'system_password' IN ROLE leadmetrics_system;

-- What a login does, it does as its role, also where rights are not inherited.
ALTER ROLE leadmetrics_app_login SET role TO leadmetrics_app;
ALTER ROLE leadmetrics_system_login SET role TO leadmetrics_system;
