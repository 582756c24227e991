CREATE SCHEMA app
  CREATE TABLE wards (id uuid PRIMARY KEY, name text UNIQUE)
  CREATE VIEW ward_names AS SELECT name FROM wards;
CREATE SCHEMA IF NOT EXISTS "Audit";
SET search_path = app, public;

CREATE TABLE patients (
  id uuid PRIMARY KEY,
  ward uuid REFERENCES wards (id),
  "Geburtstag 🎂" date,
  seen_on timestamptz
);
CREATE TABLE "Audit".entries (
  "Id" bigserial PRIMARY KEY,
  patient uuid REFERENCES app.patients,
  at timestamptz NOT NULL
);
CREATE TABLE visits (
  id uuid NOT NULL,
  arrived_on timestamptz NOT NULL,
  patient_id uuid NOT NULL REFERENCES patients,
  PRIMARY KEY (id, arrived_on)
) PARTITION BY RANGE (arrived_on);
CREATE TABLE visits_2026_05 PARTITION OF visits FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');
CREATE TABLE visits_default PARTITION OF visits DEFAULT;
CREATE INDEX ON visits (patient_id);
CREATE MATERIALIZED VIEW visits_a_day AS SELECT date_trunc('day', arrived_on) AS day, count(*) FROM visits GROUP BY 1;
CREATE TEMP TABLE scratch ("Whatever" int);
DO $$ BEGIN RAISE NOTICE 'a body; with semicolons'; END $$;
CREATE FUNCTION app.two() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;
